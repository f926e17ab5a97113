import { expect, it } from 'vitest'

import {
  amendCommitment,
  amendmentFields,
  amendmentInput,
  changesBetween,
  isSettled,
  type AmendmentInput,
  type ReportStates,
} from '#app/domain/commitments/amendment.ts'
import { commitmentStates } from '#app/domain/commitments/commitment-state.ts'
import type { MilestoneTerms } from '#app/domain/commitments/terms.ts'
import { reportStates } from '#app/domain/milestones/report-state.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { answer, commitment, each, milestoneTerms, terms } from '#tests/support/facts.ts'

const reason = 'The rains came early and the roads are closed.'
const { title, text, endOn } = terms()
const input = (changes: Partial<AmendmentInput> = {}): AmendmentInput => ({
  reason,
  title,
  text,
  endOn,
  milestones: [milestoneTerms()],
  ...changes,
})
const later = { milestones: [milestoneTerms({ dueOn: '2026-12-01' })] }
const amend = (
  changes: Partial<AmendmentInput>,
  latest: ReportStates = {},
  of = commitment('published'),
  actor: Actor = cast.focalPoint,
) => amendCommitment(of, latest, actor, input(changes), NOW)

it('amends what is published, nothing else', () => {
  expect(each(commitmentStates, (state) => answer(amend(later, {}, commitment(state))))).toEqual({
    draft: 'commitment-not-published',
    submitted: 'commitment-not-published',
    returned: 'commitment-not-published',
    declined: 'commitment-not-published',
    published: 'done',
    withdrawn: 'commitment-not-published',
    closed: 'commitment-not-published',
  })
})

it('is a new version with old value, new value, reason and the days slipped', () => {
  const result = amend({ ...later, title: 'Train 12,000 teachers', endOn: '2027-12-01' })
  expect(result).toMatchObject({
    ok: true,
    value: {
      commitment: { state: 'published', version: 2, terms: { title: 'Train 12,000 teachers' } },
      reason,
      changes: [
        { field: 'title', from: title, to: 'Train 12,000 teachers' },
        { field: 'endOn', from: '2027-12-31', to: '2027-12-01', slippageDays: -30 },
        {
          field: 'milestone.mls_1.dueOn',
          from: '2026-11-01',
          to: '2026-12-01',
          slippageDays: 30,
        },
      ],
      act: {
        kind: 'commitment.amended',
        subject: 'cmt_1',
        fields: {
          version: 2,
          reason,
          'milestone.mls_1': {
            dueOn: { from: '2026-11-01', to: '2026-12-01', slippageDays: 30 },
          },
        },
      },
    },
  })
})

it('wants a reason and a change', () => {
  expect(answer(amend({ ...later, reason: ' \n ' }))).toBe('reason-needed')
  expect(answer(amend({}))).toBe('nothing-changed')
})

it('takes the same milestone in another key order for unchanged', () => {
  const turned = Object.fromEntries(Object.entries(milestoneTerms()).toReversed()) as MilestoneTerms
  expect(answer(amend({ milestones: [turned] }))).toBe('nothing-changed')
  const retitled = amend({ title: 'Train them all', milestones: [turned] }, { mls_1: 'reported' })
  expect(answer(retitled)).toBe('done')
})

it('drops no milestone', () => {
  const fresh = milestoneTerms({ id: 'mls_2' })
  expect(answer(amend({ milestones: [fresh] }))).toBe('milestone-dropped')
  expect(answer(amend({ milestones: [milestoneTerms(), fresh] }))).toBe('done')
})

it('changes no milestone that a report stands on', () => {
  const asked = each(reportStates, (state) => answer(amend(later, { mls_1: state })))
  const refused = 'milestone-already-reported'
  expect(asked).toEqual({
    drafted: 'done',
    reported: refused,
    'under-review': refused,
    returned: 'done',
    achieved: refused,
    'partly-achieved': refused,
    'not-achieved': refused,
    'not-verifiable': refused,
  })
  expect(answer(amend({ title: 'Train them all' }, { mls_1: 'achieved' }))).toBe('done')
  expect(isSettled(undefined)).toBe(false)
})

it('adds a milestone beside one that was reported on', () => {
  const two = { milestones: [milestoneTerms(), milestoneTerms({ id: 'mls_2' })] }
  expect(answer(amend(two, { mls_1: 'achieved' }))).toBe('done')
})

it('leaves a commitment that could still be checked', () => {
  expect(answer(amend({ milestones: [milestoneTerms({ unit: '' })] }))).toBe(
    'commitment-incomplete',
  )
  expect(answer(amend({ endOn: '2026-10-01' }))).toBe('commitment-incomplete')
})

it('is the lead’s focal points’ to do', () => {
  const ask = (actor: Actor) => answer(amend(later, {}, commitment('published'), actor))
  expect(ask(cast.editor)).toBe('focal-point-only')
  for (const actor of [cast.person, cast.otherFocalPoint, cast.former, cast.coordinator])
    expect(ask(actor)).toBe('not-your-organisation')
})

it('names every field that differs and no other', () => {
  const before = terms()
  expect(changesBetween(before, structuredClone(before))).toEqual([])
  const after = terms({
    places: ['KE', 'UG'],
    beneficiaryCount: null,
    milestones: [milestoneTerms({ target: 4000, baseline: null }), milestoneTerms({ id: 'mls_2' })],
  })
  expect(changesBetween(before, after)).toEqual([
    { field: 'places', from: ['KE'], to: ['KE', 'UG'] },
    { field: 'beneficiaryCount', from: 12_000, to: null },
    { field: 'milestone.mls_1.baseline', from: 0, to: null },
    { field: 'milestone.mls_1.target', from: 3000, to: 4000 },
    { field: 'milestone.mls_2', from: null, to: milestoneTerms({ id: 'mls_2' }) },
  ])
})

it('tells the log one field for each milestone, however much of it changed', () => {
  const changes = Array.from({ length: 60 }, (_, i) =>
    ['title', 'unit', 'dueOn'].map((name) => ({
      field: `milestone.mls_${i}.${name}`,
      from: 'a',
      to: 'b',
    })),
  ).flat()
  const fields = amendmentFields(2, reason, changes, [{ id: 'mls_7' }, { id: 'mls_1' }])
  expect(Object.keys(fields)).toHaveLength(63)
  expect(fields['milestoneOrder']).toEqual(['mls_7', 'mls_1'])
  expect(fields['milestone.mls_7']).toEqual({
    title: { from: 'a', to: 'b' },
    unit: { from: 'a', to: 'b' },
    dueOn: { from: 'a', to: 'b' },
  })
})

it('names by code what is missing in an amendment', () => {
  const codes = (changes: Record<string, unknown>) =>
    amendmentInput
      .safeParse({ ...input(), ...changes })
      .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  expect(codes({})).toBeUndefined()
  expect(codes({ reason: 'Late.' })).toEqual(['reason too-short'])
  expect(codes({ reason: undefined })).toEqual(['reason missing'])
  expect(codes({ milestones: [] })).toEqual(['milestones milestone-needed'])
  expect(codes({ milestones: [{ ...milestoneTerms(), dueOn: 'soon' }] })).toEqual([
    'milestones.0.dueOn not-a-date',
  ])
})
