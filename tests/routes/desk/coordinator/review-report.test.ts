import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { criteria } from '#app/domain/reviews/rubric.ts'
import * as reviewReport from '#app/routes/desk/coordinator/review-report/route.tsx'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { openEvidence } from '#app/use-cases/evidence/open-evidence.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  findingContent,
  granted,
  published,
  reportContent,
  reported,
  terms,
  underReview,
  world,
} from '#tests/support/world.ts'

const routes = { ':locale/desk/review/:id': reviewReport }
const scores = Object.fromEntries(criteria.map((one) => [`scores.${one}.score`, '3']))
const typed = {
  finding: 'achieved',
  reviewedValue: '3,050',
  reasons: 'The attendance lists show 3,050 teachers who finished the course.',
  ...scores,
}
const twoMilestones = () => {
  const [first] = terms().milestones
  if (!first) throw new Error('terms without a milestone')
  return { milestones: [first, { ...first, id: 'mls_2', dueOn: dayFromNow(100) }] }
}

async function waiting(changes = {}) {
  const w = await world()
  const commitment = await published(w, changes)
  const report = await reported(w, commitment)
  const server = await askedBy(w, routes)
  return {
    w,
    server,
    commitment,
    report,
    path: `/en/desk/review/${report.id}`,
    coordinator: await server.by(w.coordinator),
  }
}

async function taken(changes = {}) {
  const place = await waiting(changes)
  const { review } = granted(await takeReport(place.w.as(place.w.coordinator), place.report.id))
  return { ...place, review, form: { review: review.id, ...typed } }
}

it('shows a waiting case to be read, and gives it to one of two who take it at once', async () => {
  const { w, server, path, coordinator, report } = await waiting()
  const second = await server.by(w.secondCoordinator)
  const page = await (await coordinator.get(path)).text()
  expect(page).toContain(reportContent.happened)
  expect(page).toContain('Take this case')
  expect(page).not.toContain('name="finding"')

  const take = { intent: 'take' }
  const answers = await Promise.all([coordinator.post(path, take), second.post(path, take)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  expect(await w.db.select().from(reviews)).toHaveLength(1)
  const [row] = await w.db.select().from(reports).where(eq(reports.id, report.id))
  expect(row?.state).toBe('under-review')
  await checkLog(w.db)
})

it('is closed to a member of a party, by the page and by every form, and says why', async () => {
  const { w, server, path, form } = await taken()
  const conflicted = await server.by(w.conflicted)
  const answer = await conflicted.get(path)
  expect(answer.status).toBe(403)
  const page = await answer.text()
  expect(page).toContain('a member of a party to this commitment')
  expect(page).not.toContain(reportContent.happened)
  for (const fields of [{ intent: 'take' }, { intent: 'take-over', review: form.review }, form])
    expect((await unchanged(w.db, () => conflicted.post(path, fields))).status).toBe(403)
})

it('is no page for partners, strangers, or for what was never handed in', async () => {
  const { w, server, path, form } = await taken()
  for (const who of [w.partner, w.otherPartner, w.stranger, w.administrator]) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(403)
    expect((await unchanged(w.db, () => person.post(path, form))).status).toBe(403)
  }
  const coordinator = await server.by(w.coordinator)
  expect((await coordinator.get('/en/desk/review/rpt_none')).status).toBe(404)
  expect((await coordinator.post('/en/desk/review/rpt_none', form)).status).toBe(404)
})

it('decides at once where one person may', async () => {
  const { w, path, coordinator, form, report } = await taken(twoMilestones())
  const page = await (await coordinator.get(path)).text()
  expect(page).not.toContain('The whole commitment would then be')
  const answer = await coordinator.post(path, form)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
  const [row] = await w.db.select().from(reports).where(eq(reports.id, report.id))
  expect(row?.state).toBe('achieved')
  const decided = await (await coordinator.get(path)).text()
  expect(decided).toContain('Claimed 3,120 teachers.')
  expect(decided).toContain('Reviewed 3,050.')
  expect(decided).toContain('Propose a correction')
  await checkLog(w.db)
})

it('says before that a finding of Kept or Not kept takes two, and then only proposes it', async () => {
  const { w, server, path, coordinator, form, commitment } = await taken()
  const page = await (await coordinator.get(path)).text()
  expect(page).toContain('The whole commitment would then be Kept: a second coordinator confirms.')
  expect(page).toContain('The whole commitment would then be Not kept')

  expect((await coordinator.post(path, form)).status).toBe(303)
  const row = await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get()
  expect(row).toMatchObject({ assurance: 'under-review' })
  expect(await (await coordinator.get(path)).text()).toContain('You proposed a finding')
  const second = await (await (await server.by(w.secondCoordinator)).get(path)).text()
  expect(second).toContain('A finding has been proposed by Person coordinator')
  expect(second).toContain(`href="${path}/confirm"`)
})

it('names everything that is wrong, and keeps scores, notes and reasons', async () => {
  const { w, path, coordinator, form } = await taken()
  const wrong = {
    ...form,
    finding: 'partly-achieved',
    reviewedValue: 'many',
    reasons: 'Short.',
    'scores.relevance.score': '1',
    'scores.sufficiency.note': 'Two districts',
  }
  const answer = await unchanged(w.db, () => coordinator.post(path, wrong))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  for (const said of [
    'Enter a number for “Reviewed value”',
    'Write more in “Reasons”',
    'Say why the score is below 2, in “Note on relevance”',
    'href="#f-scores-relevance-note"',
    'id="f-scores-relevance-note"',
    'value="many"',
    '>Short.</textarea>',
    '>Two districts</textarea>',
  ])
    expect(page).toContain(said)
  expect(page).toMatch(/name="scores.relevance.score" checked="" value="1"|value="1" checked=""/)
})

it('asks for every score, the finding and the reasons', async () => {
  const { w, path, coordinator, form } = await taken()
  const answer = await unchanged(w.db, () => coordinator.post(path, { review: form.review }))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  for (const field of ['finding', 'reasons', ...criteria.map((one) => `scores-${one}-score`)])
    expect(page).toContain(`href="#f-${field}"`)
})

it('counts what this coordinator has opened', async () => {
  const w = await world()
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  const questions = [{ field: 'evidence', text: 'Where are the lists?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  const link = { lang: 'en', access: 'public', heldReason: '', kind: 'link' } as const
  const ids: string[] = []
  for (const title of ['The first', 'The second']) {
    const input = { ...link, title, url: 'https://example.org/' }
    ids.push(granted(await attachLink(w.as(w.partner), report.id, input)).evidence.id)
  }
  const changed = { ...reportContent, value: 3110 }
  granted(await editReport(w.as(w.partner), report.id, changed))
  granted(await submitReport(w.as(w.partner), report.id))
  granted(await takeReport(w.as(w.coordinator), report.id))
  granted(await openEvidence(w.as(w.coordinator), ids[0] ?? ''))

  const server = await askedBy(w, routes)
  const path = `/en/desk/review/${report.id}`
  const page = await (await (await server.by(w.coordinator)).get(path)).text()
  expect(page).toContain('1 of 2 opened')
  expect(page).toContain('New in this version')
  expect(page).toContain('You have not opened 1 piece of evidence.')
  const other = await (await (await server.by(w.secondCoordinator)).get(path)).text()
  expect(other).toContain('0 of 2 opened')

  expect(page).toContain('Where are the lists?')
  expect(page).toMatch(/<del>.*3,120.*<\/del>/)
  expect(page).toMatch(/<ins>.*3,110.*<\/ins>/)
  expect(page).toContain('5 answers unchanged')
})

it('lets a colleague take a case over, and gives back what the first had written', async () => {
  const { w, server, path, coordinator, form, review } = await taken()
  const second = await server.by(w.secondCoordinator)
  const held = await (await second.get(path)).text()
  expect(held).toContain('Person coordinator has had this case since')
  expect(held).not.toContain('name="finding"')
  const early = await unchanged(w.db, () => second.post(path, form))
  expect(early.status).toBe(409)

  const over = { intent: 'take-over', review: review.id }
  expect((await second.post(path, over)).status).toBe(303)
  expect(await (await second.get(path)).text()).toContain('name="finding"')

  const answer = await unchanged(w.db, () => coordinator.post(path, form))
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('A colleague has taken this case over')
  expect(page).toContain('What you wrote is not lost')
  expect(page).toContain(typed.reasons)
})

it('answers 409 with the notes when a new version came in meanwhile', async () => {
  const { w, path, coordinator, form, review, report } = await taken()
  const by = w.as(w.secondCoordinator)
  granted(await takeOverReview(by, review.id))
  const questions = [{ field: 'value', text: 'How was this counted?' }]
  granted(await returnReport(by, review.id, questions))
  granted(await editReport(w.as(w.partner), report.id, { ...reportContent, value: 3000 }))
  granted(await submitReport(w.as(w.partner), report.id))

  const answer = await unchanged(w.db, () => coordinator.post(path, form))
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('This review is no longer open')
  expect(page).toContain(typed.reasons)
  expect(page).toContain('Version 2')
})

it('decides once, however often it is clicked', async () => {
  const { w, path, coordinator, form } = await taken(twoMilestones())
  const answers = await Promise.all(Array.from({ length: 8 }, () => coordinator.post(path, form)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    303,
    ...Array(7).fill(409),
  ])
  await checkLog(w.db)
})

it('gives a finding that was sent back its reason, and all that stood in it', async () => {
  const { w, path, coordinator, review } = await taken()
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  const reason = 'The lists of two districts are missing.'
  granted(await sendBackFinding(w.as(w.secondCoordinator), review.id, reason))
  const page = await (await coordinator.get(path)).text()
  expect(page).toContain(reason)
  expect(page).toContain('value="3050"')
  expect(page).toContain(`>${findingContent.reasons}</textarea>`)
})
