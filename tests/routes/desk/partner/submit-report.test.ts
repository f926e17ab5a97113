import { expect, it } from 'vitest'

import { acts } from '#app/db/schema/acts.ts'
import { reportRounds } from '#app/db/schema/milestones.ts'
import * as report from '#app/routes/desk/partner/report/route.tsx'
import * as submitReport from '#app/routes/desk/partner/submit-report/route.tsx'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { keepReport } from '#app/use-cases/milestones/keep-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { dayFromNow, granted, published, reportContent, world } from '#tests/support/world.ts'

const routes = {
  ':locale/desk/reports/:id': report,
  ':locale/desk/reports/:id/check': submitReport,
}
const signed = { confirmed: 'on' }

async function drafting({ answered = true } = {}) {
  const w = await world()
  const commitment = await published(w)
  const id = commitment.terms.milestones?.[0]?.id ?? ''
  const drafted = granted(await draftReport(w.as(w.partner), id)).report
  if (answered) granted(await editReport(w.as(w.partner), drafted.id, reportContent))
  const server = await askedBy(w, routes)
  const here = `/en/desk/reports/${drafted.id}`
  return {
    w,
    id: drafted.id,
    server,
    here,
    path: `${here}/check`,
    partner: await server.by(w.partner),
  }
}

it('shows every answer with a way to change it', async () => {
  const { partner, path, here } = await drafting()
  const page = await (await partner.get(path)).text()
  expect(page).toContain('3,120 teachers')
  expect(page).toContain(reportContent.happened)
  expect(page).toContain(`href="${here}/edit#f-value"`)
  expect(page).toContain('for Ministry of Learning')
})

it('hands in once the declaration is ticked, and gives a receipt', async () => {
  const { w, partner, path, here } = await drafting()
  const unsigned = await unchanged(w.db, () => partner.post(path, {}))
  expect(unsigned.status).toBe(422)
  expect(await unsigned.text()).toContain('href="#f-confirmed"')

  const answer = await partner.post(path, signed)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, here])
  const receipt = await (await partner.get(here)).text()
  expect(receipt).toContain('Handed in')
  const { entry } = await lastAct(w.db)
  expect(receipt).toContain(`<a href="/en/log/${entry}">Entry ${entry}</a> in the public log`)
  expect(receipt).toContain(`<a href="/log/receipt/${entry}">`)
  expect(receipt).toContain('What happens next')
  await checkLog(w.db)
})

it('hands in once, however often it is clicked', async () => {
  const { w, server, path, here, partner } = await drafting()
  const editor = await server.by(w.editor)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => (n % 2 ? partner : editor).post(path, signed)),
  )
  expect(new Set(answers.map((answer) => answer.headers.get('Location')))).toEqual(new Set([here]))
  expect(await w.db.select().from(reportRounds)).toHaveLength(1)
  const logged = await w.db.select({ kind: acts.kind }).from(acts)
  expect(logged.filter(({ kind }) => kind === 'milestone.reported')).toHaveLength(1)
  expect(await (await partner.get(path)).text()).toContain('This report has been handed in')
})

it('hands in nothing that has no answers, and leads to each', async () => {
  const { w, partner, path, here } = await drafting({ answered: false })
  const page = await (await partner.get(path)).text()
  for (const field of ['reached', 'value', 'measuredOn', 'happened'])
    expect(page).toContain(`href="${here}/edit#f-${field}"`)
  expect(page).not.toContain('name="confirmed"')
  const answer = await unchanged(w.db, () => partner.post(path, signed))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Answer the questions of the report first')
})

it('hands in nothing that is half written, and says what is missing', async () => {
  const { w, partner, path, here, id } = await drafting({ answered: false })
  const content = { ...reportContent, happened: 'Fine.', measuredOn: dayFromNow(-12) }
  granted(await keepReport(w.as(w.editor), id, content))
  const page = await (await partner.get(path)).text()
  expect(page).toMatch(/edit#f-happened">Write more in “What happened”<\/a>/)
  expect(page).not.toContain(`${here}/edit#f-value`)
  expect((await unchanged(w.db, () => partner.post(path, signed))).status).toBe(409)
})

it('says by name a day of measuring that has not come', async () => {
  const { w, partner, path, id } = await drafting({ answered: false })
  granted(await keepReport(w.as(w.editor), id, { ...reportContent, measuredOn: dayFromNow(1) }))
  const answer = await unchanged(w.db, () => partner.post(path, signed))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toMatch(/edit#f-measuredOn">Enter a day that has come already/)
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
    expect((await unchanged(w.db, () => person.post(path, signed))).status).toBe(status)
  }
})
