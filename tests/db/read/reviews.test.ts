import { expect, it } from 'vitest'

import { reviewCase, type ReviewCase } from '#app/db/read/reviews.server.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import {
  dayFromNow,
  findingContent,
  granted,
  NOW,
  published,
  reportContent,
  reported,
  terms,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const twoMilestones = () => {
  const [first] = terms().milestones
  if (!first) throw new Error('terms without a milestone')
  return { milestones: [first, { ...first, id: 'mls_2', dueOn: dayFromNow(100) }] }
}

async function open(w: World, viewer: Viewer, id: string): Promise<ReviewCase> {
  const found = await reviewCase(w.db, viewer, id, NOW)
  if (!found || found.conflicted) throw new Error('no case')
  return found
}

it('exists for coordinators, once it was handed in', async () => {
  const w = await world()
  const commitment = await published(w, twoMilestones())
  const { id } = await reported(w, commitment)
  for (const viewer of [undefined, w.stranger, w.partner, w.otherPartner, w.administrator])
    expect(await reviewCase(w.db, viewer, id, NOW)).toBeUndefined()
  expect(await reviewCase(w.db, w.coordinator, id, NOW)).toMatchObject({ conflicted: false })

  const second = commitment.terms.milestones?.[1]?.id ?? ''
  const draft = granted(await draftReport(w.as(w.partner), second)).report
  expect(await reviewCase(w.db, w.coordinator, draft.id, NOW)).toBeUndefined()
})

it('tells a coordinator with an interest nothing but that', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  expect(await reviewCase(w.db, w.conflicted, id, NOW)).toEqual({ conflicted: true })
})

it('holds what was handed in, not what the organisation is changing', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const questions = [{ field: 'value', text: 'How was this counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  granted(await editReport(w.as(w.partner), report.id, { ...reportContent, value: 1 }))
  granted(
    await attachLink(w.as(w.partner), report.id, {
      ...{ title: 'Not yet handed in', lang: 'en', access: 'public', heldReason: '', kind: 'link' },
      url: 'https://example.org/page',
    }),
  )
  const found = await open(w, w.coordinator, report.id)
  expect(found.rounds.map(({ content }) => content.value)).toEqual([3120])
  expect(found.evidence).toEqual([])
})

it('knows whose case it is, and the findings of the other milestones', async () => {
  const w = await world()
  const commitment = await published(w, twoMilestones())
  const first = await underReview(w, commitment)
  const before = await open(w, w.secondCoordinator, first.report.id)
  expect(before.otherFindings).toEqual([null])
  expect(before.looks).toMatchObject([{ mine: false, coordinator: 'Person coordinator' }])

  granted(await proposeFinding(w.as(w.coordinator), first.review.id, findingContent))
  const second = await underReview(w, commitment, { index: 1 })
  const after = await open(w, w.coordinator, second.report.id)
  expect(after.otherFindings).toEqual(['achieved'])
  expect(after.looks).toMatchObject([{ mine: true, people: 1 }])
})
