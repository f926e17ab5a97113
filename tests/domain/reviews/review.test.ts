import fc from 'fast-check'
import { expect, it } from 'vitest'

import { outcomeOfFindings } from '#app/domain/accountability/outcome.ts'
import { isPublicKind } from '#app/domain/acts/act.ts'
import { findings, reportStates, type Finding } from '#app/domain/milestones/report-state.ts'
import {
  confirmFinding,
  correctionInput,
  findingInput,
  needsSecondPerson,
  proposeCorrection,
  proposeFinding,
  returnReport,
  reviewStates,
  sendBackFinding,
  sendBackInput,
  takeOverReview,
  takeReport,
  wholeBy,
  type Case,
  type Review,
} from '#app/domain/reviews/review.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import {
  answer,
  caseOf,
  commitment,
  each,
  findingContent,
  party,
  review,
} from '#tests/support/facts.ts'

const { coordinator, secondCoordinator } = cast
const questions = [{ field: 'value', text: 'How were they counted?' }]
const correction = {
  finding: 'not-achieved' as const,
  reviewedValue: 900,
  reasons: 'The lists were of another year altogether.',
}
const why = 'The second district is not in the lists.'

const take = (it: Case, actor: Actor = coordinator) => takeReport('rvw_9', it, actor, NOW)
const propose = (of: Review, it: Case, actor: Actor = coordinator, finding: Finding = 'achieved') =>
  proposeFinding(of, it, actor, { ...findingContent, finding }, NOW)
const underReview = caseOf('under-review')
const lastMilestone = caseOf('under-review', { otherFindings: [] })
const proposed = review('proposed')

it('takes a report that waits, no other', () => {
  const waiting = 'report-not-waiting'
  const asked = each(reportStates, (state) => answer(take(caseOf(state)), (v) => v.report.state))
  expect(asked).toEqual({
    drafted: waiting,
    reported: 'under-review',
    'under-review': waiting,
    returned: waiting,
    achieved: waiting,
    'partly-achieved': waiting,
    'not-achieved': waiting,
    'not-verifiable': waiting,
  })
})

it('opens a review in the coordinator’s name, and the public reads that it is under review', () => {
  expect(answer(take(caseOf('reported')), (v) => v)).toMatchObject({
    review: { id: 'rvw_9', state: 'open', coordinatorId: 'usr_coordinator', openedAt: NOW },
    act: {
      kind: 'review.opened',
      subject: 'mls_1',
      fields: { report: 'rpt_1', review: 'rvw_9', round: 1 },
    },
  })
})

it('goes on with an open review, and with no other', () => {
  const over = (of: Review, actor: Actor = secondCoordinator) =>
    answer(takeOverReview(of, underReview, actor, NOW), (v) => v.review.coordinatorId)
  expect(each(reviewStates, (state) => over(review(state)))).toEqual({
    open: 'usr_second',
    returned: 'review-not-open',
    proposed: 'review-not-open',
    decided: 'review-not-open',
    'sent-back': 'review-not-open',
  })
  expect(over(review('open'), coordinator)).toBe('review-already-yours')
})

it('returns and finds in an open review, and in no other', () => {
  const asked = each(reviewStates, (state) => [
    answer(returnReport(review(state), underReview, coordinator, questions, NOW), (v) => [
      v.report.state,
      v.review.state,
    ]),
    answer(propose(review(state), underReview), (v) => [v.report.state, v.review.state]),
  ])
  const refused = ['review-not-open', 'review-not-open']
  expect(asked).toEqual({
    open: [
      ['returned', 'returned'],
      ['achieved', 'decided'],
    ],
    returned: refused,
    proposed: refused,
    decided: refused,
    'sent-back': refused,
  })
})

it('returns and finds only what is under review', () => {
  const asked = each(reportStates, (state) => [
    answer(returnReport(review('open'), caseOf(state), coordinator, questions, NOW)),
    ...findings.map((finding) =>
      answer(propose(review('open'), caseOf(state), coordinator, finding)),
    ),
  ])
  for (const state of reportStates)
    expect(asked[state]).toEqual(
      Array.from({ length: 5 }, () => (state === 'under-review' ? 'done' : 'review-not-open')),
    )
})

it('is gone on with by whoever has it, and nobody else', () => {
  const of = review('open')
  expect(answer(returnReport(of, underReview, secondCoordinator, questions, NOW))).toBe(
    'review-not-yours',
  )
  expect(answer(propose(of, underReview, secondCoordinator))).toBe('review-not-yours')
})

it('returns with at least one question, in public', () => {
  expect(answer(returnReport(review('open'), underReview, coordinator, [], NOW))).toBe(
    'question-needed',
  )
  const returned = returnReport(review('open'), underReview, coordinator, questions, NOW)
  expect(answer(returned, (v) => v.act)).toMatchObject({
    kind: 'review.returned',
    subject: 'mls_1',
    fields: { review: 'rvw_1', questions },
  })
})

it('finds nothing without reasons', () => {
  const silent = { ...findingContent, reasons: ' \n' }
  expect(answer(proposeFinding(review('open'), underReview, coordinator, silent, NOW))).toBe(
    'reason-needed',
  )
})

it('needs two people exactly where the whole commitment would be kept or not kept', () => {
  const others = fc.array(fc.constantFrom(null, ...findings), { maxLength: 5 })
  fc.assert(
    fc.property(fc.constantFrom(...findings), others, (finding, other) => {
      const all = [...other, finding]
      const whole = all.every((one) => one !== null)
      const kept = whole && all.every((one) => one === 'achieved')
      const nothing = all.every((one) => one === 'not-achieved' || one === 'not-verifiable')
      expect(needsSecondPerson(finding, other)).toBe(kept || (whole && nothing))
    }),
    { numRuns: 300 },
  )
})

it('says what a finding would make of the whole commitment, where it takes two', () => {
  expect(wholeBy('achieved', ['achieved'])).toBe('kept')
  expect(wholeBy('not-verifiable', ['not-achieved'])).toBe('not-kept')
  expect(wholeBy('achieved', ['not-achieved'])).toBeUndefined()
  expect(wholeBy('achieved', [null])).toBeUndefined()
})

it('never lets one person decide kept or not kept', () => {
  const others = fc.array(fc.constantFrom(null, ...findings), { maxLength: 4 })
  fc.assert(
    fc.property(fc.constantFrom(...findings), others, (finding, otherFindings) => {
      const result = propose(
        review('open'),
        caseOf('under-review', { otherFindings }),
        coordinator,
        finding,
      )
      if (!result.ok) throw new Error(result.code)
      const { report, act } = result.value
      const whole = outcomeOfFindings(
        [...otherFindings, report.state === 'under-review' ? null : finding].map((one) => ({
          finding: one,
        })),
      )
      expect(['kept', 'not-kept']).not.toContain(whole)
      expect(isPublicKind(act.kind)).toBe(report.state !== 'under-review')
    }),
    { numRuns: 300 },
  )
})

it('decides alone what leaves the commitment partly kept, and says so', () => {
  const it = caseOf('under-review', { otherFindings: ['not-achieved'] })
  expect(answer(propose(review('open'), it), (v) => v)).toMatchObject({
    report: { state: 'achieved' },
    review: { state: 'decided', decidedAt: NOW, confirmedById: null },
    act: {
      kind: 'review.decided',
      subject: 'mls_1',
      fields: {
        review: 'rvw_1',
        finding: 'achieved',
        reviewedValue: 3050,
        decidedBy: 1,
        rubricVersion: 1,
      },
    },
  })
})

it('only proposes, in private, what makes the commitment kept', () => {
  expect(answer(propose(review('open'), lastMilestone), (v) => v)).toMatchObject({
    report: { state: 'under-review' },
    review: { state: 'proposed', decidedAt: null, finding: 'achieved' },
    act: { kind: 'review.proposed', fields: { report: 'rpt_1', review: 'rvw_1', round: 1 } },
  })
})

it('confirms and sends back what was proposed, nothing else', () => {
  const asked = each(reviewStates, (state) => [
    answer(confirmFinding(review(state), lastMilestone, secondCoordinator, NOW), (v) => [
      v.report.state,
      v.review.state,
    ]),
    answer(
      sendBackFinding(review(state), lastMilestone, secondCoordinator, why, NOW),
      (v) => v.review.state,
    ),
  ])
  const refused = ['finding-not-proposed', 'finding-not-proposed']
  expect(asked).toEqual({
    open: refused,
    returned: refused,
    proposed: [['achieved', 'decided'], 'open'],
    decided: refused,
    'sent-back': refused,
  })
})

it('is confirmed and sent back by somebody else than who proposed it', () => {
  expect(answer(confirmFinding(proposed, lastMilestone, coordinator, NOW))).toBe('same-person')
  expect(answer(sendBackFinding(proposed, lastMilestone, coordinator, why, NOW))).toBe(
    'same-person',
  )
})

it('is public once two agree, with both numbers of the people and no name', () => {
  const confirmed = confirmFinding(proposed, lastMilestone, secondCoordinator, NOW)
  expect(answer(confirmed, (v) => v)).toMatchObject({
    review: { confirmedById: 'usr_second', decidedAt: NOW },
    act: { kind: 'review.decided', fields: { decidedBy: 2, finding: 'achieved' } },
  })
  expect(JSON.stringify(answer(confirmed, (v) => v.act.fields))).not.toContain('usr_')
})

it('confirms only what is still under review', () => {
  const asked = each(reportStates, (state) =>
    answer(confirmFinding(proposed, caseOf(state), secondCoordinator, NOW)),
  )
  for (const state of reportStates)
    expect(asked[state]).toBe(state === 'under-review' ? 'done' : 'review-not-open')
})

it('is sent back with a reason', () => {
  expect(answer(sendBackFinding(proposed, lastMilestone, secondCoordinator, ' ', NOW))).toBe(
    'reason-needed',
  )
})

it('corrects a finding, and nothing that is none', () => {
  const asked = each(reportStates, (state) =>
    answer(proposeCorrection('rvw_9', caseOf(state), 0, coordinator, correction, NOW), (v) => [
      v.review.kind,
      v.review.state,
      v.act.kind,
    ]),
  )
  const proposal = ['correction', 'proposed', 'correction.proposed']
  expect(asked).toEqual({
    drafted: 'nothing-to-correct',
    reported: 'nothing-to-correct',
    'under-review': 'nothing-to-correct',
    returned: 'nothing-to-correct',
    achieved: proposal,
    'partly-achieved': proposal,
    'not-achieved': proposal,
    'not-verifiable': proposal,
  })
})

it('proposes one correction at a time, with reasons', () => {
  const it = caseOf('achieved')
  expect(answer(proposeCorrection('rvw_9', it, 1, coordinator, correction, NOW))).toBe(
    'correction-already-proposed',
  )
  const silent = { ...correction, reasons: ' ' }
  expect(answer(proposeCorrection('rvw_9', it, 0, coordinator, silent, NOW))).toBe('reason-needed')
})

it('corrects in public by two people whatever the finding was', () => {
  const of = review('proposed', { kind: 'correction', ...correction })
  for (const state of findings) {
    const it = caseOf(state)
    expect(answer(confirmFinding(of, it, coordinator, NOW))).toBe('same-person')
    expect(answer(confirmFinding(of, it, secondCoordinator, NOW), (v) => v)).toMatchObject({
      report: { state: 'not-achieved' },
      review: { state: 'decided', confirmedById: 'usr_second' },
      act: { kind: 'correction.made', fields: { finding: 'not-achieved', decidedBy: 2 } },
    })
  }
  expect(answer(confirmFinding(of, underReview, secondCoordinator, NOW))).toBe('review-not-open')
})

it('leaves the finding as it was when a correction is sent back', () => {
  const of = review('proposed', { kind: 'correction', ...correction })
  const sent = sendBackFinding(of, caseOf('achieved'), secondCoordinator, why, NOW)
  expect(answer(sent, (v) => v.review.state)).toBe('sent-back')
})

it('is in no step done by somebody with an interest, or by no coordinator', () => {
  const steps = (actor: Actor, parties = commitment('published').parties) => {
    const of = (state: (typeof reportStates)[number]) =>
      caseOf(state, { commitment: commitment('published', { parties }) })
    return [
      take(of('reported'), actor),
      takeOverReview(review('open'), of('under-review'), actor, NOW),
      returnReport(review('open'), of('under-review'), actor, questions, NOW),
      propose(review('open'), of('under-review'), actor),
      confirmFinding(proposed, of('under-review'), actor, NOW),
      sendBackFinding(proposed, of('under-review'), actor, why, NOW),
      proposeCorrection('rvw_9', of('achieved'), 0, actor, correction, NOW),
    ].map((result) => answer(result))
  }
  const all = (code: string) => Array.from({ length: 7 }, () => code)
  expect(steps(cast.memberCoordinator)).toEqual(all('conflict-of-interest'))
  expect(steps(cast.left23MonthsAgo)).toEqual(all('conflict-of-interest'))
  expect(steps(cast.focalPoint)).toEqual(all('coordinator-only'))
  expect(steps(cast.otherFocalPoint)).toEqual(all('coordinator-only'))
  expect(steps(cast.administrator)).toEqual(all('coordinator-only'))
  expect(steps(cast.left25MonthsAgo)).not.toContain('conflict-of-interest')
  expect(steps(cast.otherMemberCoordinator)).not.toContain('conflict-of-interest')
  expect(steps(cast.otherMemberCoordinator, [party({ state: 'accepted' })])).toEqual(
    all('conflict-of-interest'),
  )
})

it('names by code what is missing in a finding and in a correction', () => {
  const codes = (schema: typeof findingInput | typeof correctionInput, typed: unknown) =>
    schema.safeParse(typed).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  expect(codes(findingInput, findingContent)).toBeUndefined()
  expect(codes(correctionInput, correction)).toBeUndefined()
  for (const schema of [findingInput, correctionInput]) {
    const typed = { ...findingContent, reviewedValue: '3050' }
    expect(codes(schema, { ...typed, reasons: 'Fine.' })).toEqual(['reasons too-short'])
    expect(codes(schema, { ...typed, finding: 'kept' })).toEqual(['finding missing'])
    expect(codes(schema, { ...typed, reviewedValue: '' })).toEqual(['reviewedValue missing'])
    expect(codes(schema, { ...typed, reviewedValue: 'some' })).toEqual([
      'reviewedValue not-a-number',
    ])
    const unverifiable = { ...typed, finding: 'not-verifiable', reviewedValue: '' }
    expect(codes(schema, unverifiable)).toBeUndefined()
  }
})

it('reads why a finding is sent back', () => {
  expect(sendBackInput.safeParse({ reason: 'No.' }).error?.issues[0]?.message).toBe('too-short')
  expect(sendBackInput.parse({ reason: ` ${why} ` })).toEqual({ reason: why })
})
