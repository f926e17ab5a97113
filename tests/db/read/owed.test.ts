import { expect, it } from 'vitest'

import { deskPage } from '#app/db/read/desk.server.ts'
import type { Owed } from '#app/db/read/owed.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { again } from '#tests/support/people.ts'
import {
  dayFromNow,
  daysFromNow,
  drafted,
  findingContent,
  granted,
  NOW,
  organisationInput,
  published,
  terms,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const base = terms().milestones[0]!
const due = (dueOn: string, id = 'mls_1') => ({ milestones: [{ ...base, id, dueOn }] })
const deskOf = async (w: World, who = w.partner) => (await deskPage(w.db, who, NOW))!
const kinds = (rows: readonly Owed[]) => rows.map(({ kind, inDays }) => [kind, inDays])

it('puts milestones by their days: overdue, soon, and later nowhere', async () => {
  const w = await world()
  await published(w, due(dayFromNow(-40)))
  await published(w, due(dayFromNow(-100), 'mls_2'))
  await published(w, due(dayFromNow(-5), 'mls_3'))
  await published(w, due(dayFromNow(20), 'mls_4'))
  await published(w, due(dayFromNow(60), 'mls_5'))
  const { sections, next, nothingDueUntil } = await deskOf(w)
  expect(kinds(sections.overdue)).toEqual([
    ['report', -100],
    ['report', -40],
  ])
  expect(kinds(sections.soon)).toEqual([
    ['report', -5],
    ['report', 20],
  ])
  expect(next?.inDays).toBe(-100)
  expect(nothingDueUntil).toBe(dayFromNow(20))
})

it('leads to the report that was begun, until it is handed in', async () => {
  const w = await world()
  const commitment = await published(w, due(dayFromNow(-40)))
  const { report } = granted(
    await draftReport(w.as(w.partner), commitment.terms.milestones?.[0]?.id ?? ''),
  )
  expect((await deskOf(w)).sections.overdue).toMatchObject([
    { kind: 'report-draft', id: report.id },
  ])
})

it('waits for a coordinator once it is handed in, and asks again when it comes back', async () => {
  const w = await world()
  const commitment = await published(w, due(dayFromNow(-40)))
  const { report, review } = await underReview(w, commitment)
  expect((await deskOf(w)).sections.waiting).toMatchObject([
    { kind: 'report-waiting', id: report.id, holder: 'coordinator' },
  ])
  const questions = [{ field: 'value', text: 'How was it counted?' }]
  granted(await returnReport(w.as(w.coordinator, daysFromNow(-3)), review.id, questions))
  const { sections, next } = await deskOf(w)
  expect(sections.returned).toMatchObject([
    { kind: 'report-returned', id: report.id, question: 'How was it counted?', inDays: 27 },
  ])
  expect(sections.overdue).toEqual([])
  expect(next?.id).toBe(report.id)
})

it('keeps a finding on the desk while it can be answered, and no longer', async () => {
  const w = await world()
  const commitment = await published(w, due(dayFromNow(-40)))
  const { review } = await underReview(w, commitment)
  const decidedAt = daysFromNow(-3)
  granted(await proposeFinding(w.as(w.coordinator, decidedAt), review.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator, decidedAt), review.id))
  expect((await deskOf(w)).sections.soon).toMatchObject([
    { kind: 'reply', id: review.id, inDays: 11, holder: 'focal-point' },
  ])
  expect((await deskPage(w.db, w.partner, daysFromNow(12)))?.sections.soon).toEqual([])
  const reply = {
    stance: 'accepts' as const,
    lang: 'en' as const,
    text: 'We agree with the finding.',
  }
  granted(await replyToFinding(w.as(w.partner), review.id, reply))
  expect((await deskOf(w)).sections.soon).toEqual([])
})

it('says whose turn it is while an organisation waits', async () => {
  const w = await world()
  granted(await registerOrganisation(w.as(w.stranger), organisationInput))
  const desk = await deskOf(w, await again(w.db, w.stranger.userId))
  expect(desk.sections.waiting).toMatchObject([
    { kind: 'organisation-waiting', holder: 'coordinator' },
  ])
})

it('names who saved a draft', async () => {
  const w = await world()
  await drafted(w)
  expect((await deskOf(w)).sections.drafts).toMatchObject([{ saved: { by: 'Person partner' } }])
})
