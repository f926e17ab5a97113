import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, commitmentVersions } from '#app/db/schema/commitments.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import type { Commitment } from '#app/domain/commitments/commitment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  findingContent,
  granted,
  NOW,
  published,
  reported,
  submitted,
  terms,
  TODAY,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const reason = 'The rains came early and the roads are closed.'

/** The amendment that changes nothing yet. */
function asItStands(commitment: Pick<Commitment, 'terms'>) {
  const { title, text, endOn, milestones: steps } = commitment.terms as Terms
  return { reason, title, text, endOn, milestones: steps }
}
const later = (commitment: Pick<Commitment, 'terms'>) => {
  const input = asItStands(commitment)
  const [first, ...rest] = input.milestones
  return {
    ...input,
    milestones: [{ ...first!, dueOn: addDays(first!.dueOn, 45) }, ...rest],
  }
}
const versionsOf = (w: World, id: string) =>
  w.db
    .select()
    .from(commitmentVersions)
    .where(eq(commitmentVersions.commitmentId, id))
    .orderBy(asc(commitmentVersions.version))

it('is a new version beside the old one, with the days slipped', async () => {
  const w = await world()
  const before = await published(w)
  const [step] = (before.terms as Terms).milestones
  granted(await amendCommitment(w.as(w.partner), before.id, later(before)))

  const versions = await versionsOf(w, before.id)
  expect(versions).toMatchObject([
    { version: 1, terms: before.terms, changes: [], reason: '' },
    {
      version: 2,
      reason,
      at: NOW,
      changes: [
        {
          field: `milestone.${step!.id}.dueOn`,
          from: step!.dueOn,
          to: addDays(step!.dueOn, 45),
          slippageDays: 45,
        },
      ],
    },
  ])
  expect(await w.db.select().from(milestones)).toMatchObject([
    { id: step!.id, dueOn: addDays(step!.dueOn, 45) },
  ])
  expect(
    await w.db.select().from(commitments).where(eq(commitments.id, before.id)).get(),
  ).toMatchObject({
    version: 2,
    state: 'published',
    number: before.number,
    nextDueOn: addDays(step!.dueOn, 45),
  })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.amended',
    subject: before.id,
    organisationId: w.organisationId,
    fields: {
      version: 2,
      reason,
      [`milestone.${step!.id}`]: { dueOn: { from: step!.dueOn, slippageDays: 45 } },
    },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('keeps every version there ever was, word for word', async () => {
  const w = await world()
  let commitment: Pick<Commitment, 'id' | 'terms'> = await published(w)
  for (const title of ['Second title', 'Third title', 'Fourth title'])
    commitment = granted(
      await amendCommitment(w.as(w.partner), commitment.id, { ...asItStands(commitment), title }),
    ).commitment
  const versions = await versionsOf(w, commitment.id)
  expect(versions.map(({ terms: said }) => said.title)).toEqual([
    'Train 12,000 primary teachers',
    'Second title',
    'Third title',
    'Fourth title',
  ])
  await checkLog(w.db)
})

it('changes the wording while a report stands on an untouched milestone', async () => {
  const w = await world()
  const commitment = await published(w)
  await reported(w, commitment)
  const input = { ...asItStands(commitment), title: 'Train 12,000 teachers in all districts' }
  // A form sends its fields in its own order.
  const milestonesAgain = input.milestones.map(
    ({ id, ...rest }) => ({ ...rest, id }) as (typeof input.milestones)[number],
  )
  const { changes } = granted(
    await amendCommitment(w.as(w.partner), commitment.id, {
      ...input,
      milestones: milestonesAgain,
    }),
  )
  expect(changes.map(({ field }) => field)).toEqual(['title'])
})

it('does not move the target once a report stands on it', async () => {
  const w = await world()
  const commitment = await published(w)
  await reported(w, commitment)
  const amend = () => amendCommitment(w.as(w.partner), commitment.id, later(commitment))
  expect(await refused(w.db, amend)).toBe('milestone-already-reported')
})

it('does not move the target of a finding by drafting a second report', async () => {
  const w = await world()
  const commitment = await published(w)
  const { review } = await underReview(w, commitment)
  const found = { ...findingContent, finding: 'not-achieved' as const }
  granted(await proposeFinding(w.as(w.coordinator), review.id, found))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  granted(await draftReport(w.as(w.partner), (commitment.terms as Terms).milestones[0]!.id))
  const amend = () => amendCommitment(w.as(w.partner), commitment.id, later(commitment))
  expect(await refused(w.db, amend)).toBe('milestone-already-reported')
})

it('may move it again when the only report was sent back', async () => {
  const w = await world()
  const commitment = await published(w)
  const { review } = await underReview(w, commitment)
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  const { changes } = granted(
    await amendCommitment(w.as(w.partner), commitment.id, later(commitment)),
  )
  expect(changes).toMatchObject([{ slippageDays: 45 }])
  await checkStanding(w.db, TODAY)
})

it('drops no milestone, and adds new ones under ids of their own', async () => {
  const w = await world()
  const commitment = await published(w)
  const other = await published(w)
  const [step] = (commitment.terms as Terms).milestones
  const [stolen] = (other.terms as Terms).milestones
  const input = asItStands(commitment)
  const drop = () =>
    amendCommitment(w.as(w.partner), commitment.id, {
      ...input,
      milestones: [{ ...step!, id: undefined }],
    })
  expect(await refused(w.db, drop)).toBe('milestone-dropped')

  const { commitment: amended } = granted(
    await amendCommitment(w.as(w.partner), commitment.id, {
      ...input,
      milestones: [step!, { ...step!, title: 'Once more' }, { ...stolen!, title: 'Not mine' }],
    }),
  )
  const ids = (amended.terms as Terms).milestones.map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(ids[0]).toBe(step!.id)
  expect(ids).not.toContain(stolen!.id)
  const theirs = await w.db.select().from(milestones).where(eq(milestones.id, stolen!.id)).get()
  expect(theirs).toMatchObject({ commitmentId: other.id, title: step!.title })
  await checkLog(w.db)
})

it('keeps what the form does not ask: code, indicators and translations', async () => {
  const w = await world()
  const [first] = terms().milestones
  const indicator = {
    code: '1.1',
    words: { en: 'Courses held' },
    dueOn: '2026-11-01',
    dueWords: { en: 'By fall' },
    reading: {},
  }
  const commitment = await published(w, {
    milestones: [
      { ...first!, code: '1', indicators: [indicator], translations: { fr: '3 000 formés' } },
    ],
  })
  const [step] = (commitment.terms as Terms).milestones
  const typed = { ...step!, title: '3,000 trained', code: '', indicators: [], translations: {} }
  const { changes } = granted(
    await amendCommitment(w.as(w.partner), commitment.id, {
      ...asItStands(commitment),
      milestones: [typed],
    }),
  )
  expect(changes.map(({ field }) => field)).toEqual([`milestone.${step!.id}.title`])
})

it('records an amendment of everything in sixty milestones', async () => {
  const w = await world()
  const [first] = terms().milestones
  const many = Array.from({ length: 60 }, (_, i) => ({ ...first!, title: `Milestone ${i}` }))
  const commitment = await published(w, { milestones: many })
  const input = asItStands(commitment)
  const { changes } = granted(
    await amendCommitment(w.as(w.partner), commitment.id, {
      ...input,
      milestones: input.milestones.map((step) => ({
        ...step,
        title: `${step.title}, changed`,
        dueOn: addDays(step.dueOn, 30),
        unit: 'people',
        target: step.target + 1,
        indicator: 'Another count',
      })),
    }),
  )
  expect(changes).toHaveLength(300)
  await checkLog(w.db)
})

it('is a focal point’s of the lead', async () => {
  const w = await world()
  const commitment = await published(w)
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  const input = later(commitment)
  expect(
    await refusals(w, people, (acting) => amendCommitment(acting, commitment.id, input)),
  ).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
})

it('wants a reason, a change, and a commitment that is published', async () => {
  const w = await world()
  const commitment = await published(w)
  const waiting = await submitted(w)
  const amend = (id: string, input: ReturnType<typeof asItStands>) =>
    refused(w.db, () => amendCommitment(w.as(w.partner), id, input))
  expect(await amend(commitment.id, { ...later(commitment), reason: ' ' })).toBe('reason-needed')
  expect(await amend(commitment.id, asItStands(commitment))).toBe('nothing-changed')
  expect(await amend(waiting.id, later(waiting))).toBe('commitment-not-published')
  expect(await amend('cmt_none', later(commitment))).toBe('commitment-missing')
})

it('publishes one version of what was written against the same one', async () => {
  const w = await world()
  const { id, terms: before } = await published(w)
  const amend = (endOn: string) =>
    amendCommitment(
      w.as(w.partner),
      id,
      {
        reason: 'The last districts start a month later.',
        title: before.title ?? '',
        text: before.text ?? '',
        endOn,
        milestones: before.milestones ?? [],
      },
      1,
    )
  const answers = await Promise.all([amend(dayFromNow(310)), amend(dayFromNow(320))])
  expect(answers.map((answer) => (answer.ok ? 'amended' : answer.code))).toEqual([
    'amended',
    'changed-meanwhile',
  ])
})
