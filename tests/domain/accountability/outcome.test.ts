import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  outcomeOf,
  outcomeOfFindings,
  outcomes,
  type MilestoneFacts,
  type Outcome,
} from '#app/domain/accountability/outcome.ts'
import type { CommitmentState } from '#app/domain/commitments/commitment-state.ts'
import type { Finding } from '#app/domain/milestones/report-state.ts'
import { addDays } from '#app/domain/shared/dates.ts'

const TODAY = '2026-11-23'
const findings = ['achieved', 'partly-achieved', 'not-achieved', 'not-verifiable'] as const
const open = ['planned', 'report-due', 'overdue', 'silent', 'reported'] as const

// A finding stands on a report that was handed in.
const anyMilestone = fc.oneof(
  fc.record({ timeliness: fc.constantFrom(...open), finding: fc.constant(null) }),
  fc.record({
    timeliness: fc.constant('reported' as const),
    finding: fc.constantFrom(...findings),
  }),
)
const anyMilestones: fc.Arbitrary<MilestoneFacts[]> = fc.array(anyMilestone, {
  minLength: 1,
  maxLength: 6,
})
const publicState = fc.constantFrom<CommitmentState>('published', 'withdrawn', 'closed')
const anyStart = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days))

/** The list of product.md, line by line, first that holds. */
function listOfProduct(
  state: CommitmentState,
  startOn: string,
  milestones: readonly MilestoneFacts[],
): Outcome {
  const has = (...wanted: Finding[]) =>
    milestones.filter((m) => m.finding !== null && wanted.includes(m.finding)).length
  const reviewed = has('achieved', 'partly-achieved', 'not-achieved', 'not-verifiable')
  const all = milestones.length
  const lines: [boolean, Outcome][] = [
    [state === 'withdrawn', 'withdrawn'],
    [milestones.some((m) => m.timeliness === 'silent'), 'no-report'],
    [reviewed === all && has('achieved') === all, 'kept'],
    [reviewed === all && has('achieved', 'partly-achieved') === 0, 'not-kept'],
    [reviewed === all, 'partly-kept'],
    [milestones.some((m) => m.timeliness === 'overdue'), 'behind'],
    [has('partly-achieved', 'not-achieved', 'not-verifiable') > 0, 'behind'],
    [startOn <= TODAY, 'on-track'],
    [true, 'registered'],
  ]
  return lines.find(([holds]) => holds)![1]
}

it('takes the first line of the list that holds', () => {
  fc.assert(
    fc.property(publicState, anyStart, anyMilestones, (state, startOn, milestones) => {
      expect(outcomeOf({ state, startOn }, milestones, TODAY)).toBe(
        listOfProduct(state, startOn, milestones),
      )
    }),
    { numRuns: 500 },
  )
})

it('has an answer for every state, even of a commitment without milestones', () => {
  const states = fc.constantFrom<CommitmentState>(
    'draft',
    'submitted',
    'returned',
    'declined',
    'published',
    'withdrawn',
    'closed',
  )
  fc.assert(
    fc.property(states, anyStart, fc.array(anyMilestone), (state, startOn, milestones) => {
      expect(outcomes).toContain(outcomeOf({ state, startOn }, milestones, TODAY))
    }),
  )
})

it('says withdrawn whatever else is true', () => {
  fc.assert(
    fc.property(anyStart, anyMilestones, (startOn, milestones) => {
      expect(outcomeOf({ state: 'withdrawn', startOn }, milestones, TODAY)).toBe('withdrawn')
    }),
  )
})

const published = (startOn = '2026-01-01') => ({ state: 'published' as const, startOn })
const planned = { timeliness: 'planned' as const, finding: null }
const reported = { timeliness: 'reported' as const, finding: null }
const silent = { timeliness: 'silent' as const, finding: null }
const overdue = { timeliness: 'overdue' as const, finding: null }
const found = (finding: Finding) => ({ timeliness: 'reported' as const, finding })

it('lets one silent milestone outweigh every finding', () => {
  expect(outcomeOf(published(), [found('achieved'), silent], TODAY)).toBe('no-report')
  expect(outcomeOf(published(), [found('not-achieved'), overdue, silent], TODAY)).toBe('no-report')
})

it('waits for the last review before it says kept, partly kept or not kept', () => {
  expect(outcomeOf(published(), [found('achieved'), reported], TODAY)).toBe('on-track')
  expect(outcomeOf(published(), [found('achieved'), found('achieved')], TODAY)).toBe('kept')
  expect(outcomeOf(published(), [found('achieved'), found('not-achieved')], TODAY)).toBe(
    'partly-kept',
  )
  expect(outcomeOf(published(), [found('partly-achieved'), found('not-achieved')], TODAY)).toBe(
    'partly-kept',
  )
  expect(outcomeOf(published(), [found('not-achieved')], TODAY)).toBe('not-kept')
})

it('counts what could not be verified as not achieved', () => {
  expect(outcomeOf(published(), [found('not-verifiable')], TODAY)).toBe('not-kept')
  expect(outcomeOf(published(), [found('not-verifiable'), planned], TODAY)).toBe('behind')
})

it('is behind while something is overdue or fell short and more is to come', () => {
  expect(outcomeOf(published(), [overdue, planned], TODAY)).toBe('behind')
  expect(outcomeOf(published(), [found('partly-achieved'), planned], TODAY)).toBe('behind')
  expect(outcomeOf(published('2027-06-01'), [overdue], TODAY)).toBe('behind')
})

it('is registered until the day it starts, and on track from that day', () => {
  expect(outcomeOf(published('2026-11-24'), [planned], TODAY)).toBe('registered')
  expect(outcomeOf(published('2026-11-23'), [planned], TODAY)).toBe('on-track')
})

it('does not change with the order of the milestones', () => {
  const shuffled = anyMilestones.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    ),
  )
  fc.assert(
    fc.property(publicState, anyStart, shuffled, (state, startOn, [all, other]) => {
      expect(outcomeOf({ state, startOn }, other, TODAY)).toBe(
        outcomeOf({ state, startOn }, all, TODAY),
      )
    }),
  )
})

it('never gets worse by an achieved finding', () => {
  const worth: Record<Outcome, number> = {
    withdrawn: 0,
    'no-report': 1,
    'not-kept': 2,
    behind: 3,
    'partly-kept': 4,
    registered: 5,
    'on-track': 5,
    kept: 6,
  }
  fc.assert(
    fc.property(publicState, anyStart, anyMilestones, fc.nat(), (state, startOn, before, which) => {
      const after = before.with(which % before.length, found('achieved'))
      const now = outcomeOf({ state, startOn }, after, TODAY)
      expect(worth[now]).toBeGreaterThanOrEqual(worth[outcomeOf({ state, startOn }, before, TODAY)])
    }),
    { numRuns: 500 },
  )
})

it('has no outcome of findings while one is missing, or where there is no milestone', () => {
  expect(outcomeOfFindings([])).toBeUndefined()
  expect(outcomeOfFindings([{ finding: 'achieved' }, { finding: null }])).toBeUndefined()
})

it('tells every combination of two findings apart', () => {
  const table = Object.fromEntries(
    findings.map((first) => [
      first,
      findings.map((second) => outcomeOfFindings([{ finding: first }, { finding: second }])),
    ]),
  )
  expect(table).toEqual({
    achieved: ['kept', 'partly-kept', 'partly-kept', 'partly-kept'],
    'partly-achieved': ['partly-kept', 'partly-kept', 'partly-kept', 'partly-kept'],
    'not-achieved': ['partly-kept', 'partly-kept', 'not-kept', 'not-kept'],
    'not-verifiable': ['partly-kept', 'partly-kept', 'not-kept', 'not-kept'],
  })
})
