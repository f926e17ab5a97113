import { expect, it } from 'vitest'

import { findingToReplyTo, milestoneToReport, reportPage } from '#app/db/read/reports.server.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import {
  dayFromNow,
  daysFromNow,
  findingContent,
  granted,
  NOW,
  published,
  reportContent,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const outsiders = (w: World): [string, Viewer][] => [
  ['public', undefined],
  ['stranger', w.stranger],
  ['other organisation', w.otherPartner],
  ['coordinator', w.coordinator],
  ['administrator', w.administrator],
]

it('shows a milestone, a report and a finding to members of the lead and to nobody else', async () => {
  const w = await world()
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))

  const ask = async (viewer: Viewer) => [
    await milestoneToReport(w.db, viewer, report.milestoneId),
    await reportPage(w.db, viewer, report.id, NOW),
    await findingToReplyTo(w.db, viewer, review.id, NOW),
  ]
  for (const [who, viewer] of outsiders(w))
    expect({ who, seen: await ask(viewer) }).toEqual({
      who,
      seen: [undefined, undefined, undefined],
    })
  for (const viewer of [w.partner, w.editor])
    expect((await ask(viewer)).every((seen) => seen !== undefined)).toBe(true)
})

it('tells the organisation nothing of a finding that is only proposed', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  const page = await reportPage(w.db, w.partner, report.id, NOW)
  expect(page?.findings).toEqual([])
  expect(JSON.stringify(page)).not.toContain(findingContent.reasons)
  expect(await findingToReplyTo(w.db, w.partner, review.id, NOW)).toBeUndefined()
})

it('asks the latest questions while the report is with its organisation, and no longer', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const questions = [{ field: 'value', text: 'How was this counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  expect((await reportPage(w.db, w.editor, report.id, NOW))?.questions).toEqual(questions)

  granted(await submitReport(w.as(w.partner), report.id))
  expect((await reportPage(w.db, w.editor, report.id, NOW))?.questions).toEqual([])
})

it('gives each handing in and each finding its own log entry and its last day to reply', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const questions = [{ field: 'value', text: 'How was this counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  granted(await submitReport(w.as(w.partner), report.id))
  const second = granted(await takeReport(w.as(w.coordinator), report.id)).review
  granted(await proposeFinding(w.as(w.coordinator), second.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator), second.id))
  const correction = granted(
    await proposeCorrection(w.as(w.coordinator), report.id, {
      finding: 'partly-achieved',
      reviewedValue: 2900,
      reasons: 'Some of the teachers had been counted twice.',
    }),
  ).review
  granted(await confirmFinding(w.as(w.secondCoordinator, daysFromNow(2)), correction.id))

  const page = await reportPage(w.db, w.partner, report.id, NOW)
  const entries = [
    ...(page?.rounds.map(({ entry }) => entry) ?? []),
    ...(page?.findings.map(({ entry }) => entry) ?? []),
  ]
  expect(new Set(entries).size).toBe(4)
  expect(entries).not.toContain(null)
  expect(page?.findings.map(({ kind, people, replyUntil }) => [kind, people, replyUntil])).toEqual([
    ['review', 2, dayFromNow(14)],
    ['correction', 2, dayFromNow(16)],
  ])
})

it('remembers what was last reviewed on a milestone, and which report is open', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const finding = { ...findingContent, finding: 'partly-achieved' as const, reviewedValue: 2500 }
  granted(await proposeFinding(w.as(w.coordinator), review.id, finding))
  expect(await milestoneToReport(w.db, w.partner, report.milestoneId)).toMatchObject({
    openReportId: undefined,
    achieved: false,
    lastReviewed: { value: 2500, finding: 'partly-achieved' },
  })

  const next = granted(await draftReport(w.as(w.editor), report.milestoneId)).report
  granted(await editReport(w.as(w.editor), next.id, reportContent))
  expect(await milestoneToReport(w.db, w.partner, report.milestoneId)).toMatchObject({
    openReportId: next.id,
  })
  const page = await reportPage(w.db, w.partner, next.id, NOW)
  expect(page?.lastReviewed?.value).toBe(2500)
})

it('lets focal points reply, not editors', async () => {
  const w = await world()
  const { report } = await underReview(w, await published(w))
  expect((await reportPage(w.db, w.partner, report.id, NOW))?.mayReply).toBe(true)
  expect((await reportPage(w.db, w.editor, report.id, NOW))?.mayReply).toBe(false)
})
