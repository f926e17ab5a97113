import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { reports } from '#app/db/schema/milestones.ts'
import * as reportMilestone from '#app/routes/desk/partner/report-milestone/route.tsx'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  granted,
  published,
  reported,
  underReview,
  world,
} from '#tests/support/world.ts'

const routes = { ':locale/desk/reports/:id/edit': reportMilestone }
const answers = {
  reached: 'yes',
  value: '3,120',
  measuredOn: dayFromNow(-12),
  lang: 'en',
  happened: 'All districts held their courses and the teachers finished.',
  behindReason: '',
  next: '',
}

async function drafting() {
  const w = await world()
  const commitment = await published(w)
  const id = commitment.terms.milestones?.[0]?.id ?? ''
  const { report } = granted(await draftReport(w.as(w.partner), id))
  const server = await askedBy(w, routes)
  const stored = async () =>
    (await w.db.select().from(reports).where(eq(reports.id, report.id)).get())?.content
  return {
    w,
    server,
    stored,
    path: `/en/desk/reports/${report.id}/edit`,
    next: `/en/desk/reports/${report.id}/evidence`,
    partner: await server.by(w.partner),
  }
}

it('keeps the answers and goes on to the evidence', async () => {
  const { partner, path, next, stored } = await drafting()
  const answer = await partner.post(path, answers)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, next])
  expect(await stored()).toMatchObject({ reached: 'yes', value: 3120 })
  const page = await (await partner.get(path)).text()
  expect(page).toContain('value="3120"')
  expect(page).toContain(answers.happened)
})

it.each(['yes', 'partly', 'no', 'cannot-say'])(
  'takes "%s" with the same number of answers',
  async (reached) => {
    const { partner, path, stored } = await drafting()
    const value = reached === 'yes' ? '3,120' : '2,900'
    const behindReason = reached === 'yes' ? '' : 'Floods closed two districts.'
    const answer = await partner.post(path, { ...answers, reached, value, behindReason })
    expect(answer.status).toBe(303)
    expect(await stored()).toMatchObject({ reached })
  },
)

it('names everything that is wrong and keeps all that was typed', async () => {
  const { w, partner, path } = await drafting()
  const typed = {
    ...answers,
    value: '1,5',
    measuredOn: '12.11.2026',
    happened: 'Short',
    next: 'More',
  }
  const answer = await unchanged(w.db, () => partner.post(path, typed))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  for (const said of [
    'There is a problem',
    'Enter a number for “Value reached”',
    'Enter a real date for “Date it was measured”',
    'Write more in “What happened”',
    'value="1,5"',
    'value="12.11.2026"',
    '>Short</textarea>',
    '>More</textarea>',
    'href="#f-value"',
    'id="f-value"',
  ])
    expect(page).toContain(said)
})

it('wants a reason whenever it was not reached', async () => {
  const { partner, path, stored } = await drafting()
  for (const reached of ['partly', 'no', 'cannot-say']) {
    const answer = await partner.post(path, { ...answers, reached })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Say why it is behind')
  }
  expect(await stored()).toBeNull()
})

it('refuses a measurement from the future, at its field', async () => {
  const { w, partner, path } = await drafting()
  const typed = { ...answers, measuredOn: dayFromNow(1) }
  const answer = await unchanged(w.db, () => partner.post(path, typed))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('href="#f-measuredOn"')
})

it('asks once more about an unusual value, carries everything, and takes yes for an answer', async () => {
  const { w, partner, path, next, stored } = await drafting()
  const typed = { ...answers, value: '2000' }
  const asked = await unchanged(w.db, () => partner.post(path, typed))
  const page = await asked.text()
  expect(asked.status).toBe(200)
  expect(page).toContain('Is this right?')
  expect(page).toContain('2,000 teachers falls short of the target of 3,000 teachers')
  expect(page).toContain(`name="happened" value="${answers.happened}"`)
  expect(page).toContain('name="confirmed" value="doubt-below-target"')

  const back = await partner.post(path, { ...typed, intent: 'change' })
  expect(await back.text()).toContain('value="2000"')

  const confirmed = await partner.post(path, { ...typed, confirmed: 'doubt-below-target' })
  expect(confirmed.headers.get('Location')).toBe(next)
  expect(await stored()).toMatchObject({ value: 2000 })
})

it('asks again when what was confirmed is not what is doubtful now', async () => {
  const { w, partner, path } = await drafting()
  const typed = {
    ...answers,
    reached: 'no',
    behindReason: 'Late.',
    confirmed: 'doubt-below-target',
  }
  const asked = await unchanged(w.db, () => partner.post(path, typed))
  expect(await asked.text()).toContain('meets the target of 3,000 teachers')
})

it('keeps a report that is half written, says so, and shows it again', async () => {
  const { w, server, partner, path, stored } = await drafting()
  const half = { ...answers, reached: '', value: '', measuredOn: '', happened: 'Two districts' }
  const answer = await partner.post(path, { ...half, intent: 'leave' })
  const report = path.replace(/\/edit$/, '')
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${report}?done=saved`])
  expect(await stored()).toEqual({
    lang: 'en',
    value: null,
    happened: 'Two districts',
    behindReason: '',
    next: '',
  })
  const page = await (await (await server.by(w.editor)).get(path)).text()
  expect(page).toContain('>Two districts</textarea>')
  expect(page).toContain('Save and come back later')
})

it('keeps no half of what it cannot read, and loses nothing that was typed', async () => {
  const { w, partner, path } = await drafting()
  const typed = { ...answers, value: '1,5', happened: 'Two districts', intent: 'leave' }
  const answer = await unchanged(w.db, () => partner.post(path, typed))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#f-value"')
  expect(page).toContain('value="1,5"')
  expect(page).toContain('>Two districts</textarea>')
  expect(page).not.toContain('href="#f-happened"')
})

it('does not exist for others', async () => {
  const { w, server, path } = await drafting()
  for (const [who, status] of [
    [w.otherPartner, 404],
    [w.stranger, 403],
    [w.coordinator, 403],
  ] as const) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(status)
    for (const intent of ['', 'leave']) {
      const answer = await unchanged(w.db, () => person.post(path, { ...answers, intent }))
      expect(answer.status).toBe(status)
    }
  }
})

it('quotes what the coordinator asks, beside the answer it is about', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const questions = [{ field: 'value', text: 'How was this counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  const editor = await (await askedBy(w, routes)).by(w.editor)
  const page = await (await editor.get(`/en/desk/reports/${report.id}/edit`)).text()
  expect(page.match(/How was this counted\?/g)).toHaveLength(2)
  expect(page).toMatch(
    /id="f-value-hint">[\s\S]*?How was this counted\?[\s\S]*?<input id="f-value"/,
  )
})

it('keeps what was typed when a colleague handed the report in meanwhile', async () => {
  const w = await world()
  const report = await reported(w, await published(w))
  const editor = await (await askedBy(w, routes)).by(w.editor)
  const path = `/en/desk/reports/${report.id}/edit`
  for (const intent of ['', 'leave']) {
    const answer = await unchanged(w.db, () => editor.post(path, { ...answers, intent }))
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('What you wrote is not lost')
    expect(page).toContain(answers.happened)
    expect(page).not.toContain('<textarea')
  }
})
