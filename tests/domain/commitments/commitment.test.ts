import { expect, it } from 'vitest'

import { commitmentStates } from '#app/domain/commitments/commitment-state.ts'
import {
  clausesOfTerms,
  closeCommitment,
  commitmentFields,
  declineCommitment,
  draftCommitment,
  editCommitment,
  partyIdsOf,
  publishCommitment,
  questionsInput,
  returnCommitment,
  submitCommitment,
  withdrawCommitment,
  type Commitment,
} from '#app/domain/commitments/commitment.ts'
import { partyStates } from '#app/domain/commitments/party-state.ts'
import { organisationStates } from '#app/domain/organisations/organisation-state.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'
import { answer, commitment, declaration, each, party, terms } from '#tests/support/facts.ts'

const lead = {
  id: LEAD,
  state: 'verified' as (typeof organisationStates)[number],
  group: 'government' as const,
  invented: false,
}
const question = [{ field: 'milestones', text: 'How do you count them?' }]
const { coordinator, editor, focalPoint } = cast

const draft = (state: (typeof organisationStates)[number], actor: Actor = editor) =>
  draftCommitment('cmt_9', 'td2020', { id: LEAD, state }, actor, NOW)
const edit = (of: Commitment, answers = {}, actor: Actor = editor) =>
  editCommitment(of, declaration, actor, answers, NOW)
const submit = (of: Commitment, actor: Actor = focalPoint, by = lead) =>
  submitCommitment(of, by, actor, NOW)
const publish = (of: Commitment, actor: Actor = coordinator, by: Partial<typeof lead> = {}) =>
  publishCommitment(of, { ...lead, ...by }, declaration, 7, actor, NOW)

it('lets an organisation draft unless it was refused or suspended', () => {
  expect(each(organisationStates, (state) => answer(draft(state)))).toEqual({
    registered: 'done',
    verified: 'done',
    refused: 'organisation-not-active',
    suspended: 'organisation-not-active',
  })
})

it('edits a draft and a returned commitment, no other', () => {
  const asked = each(commitmentStates, (state) =>
    answer(edit(commitment(state)), (v) => v.commitment.state),
  )
  expect(asked).toEqual({
    draft: 'draft',
    submitted: 'commitment-not-editable',
    returned: 'returned',
    declined: 'commitment-not-editable',
    published: 'commitment-not-editable',
    withdrawn: 'commitment-not-editable',
    closed: 'commitment-not-editable',
  })
})

it('submits a draft and a returned commitment, no other', () => {
  const asked = each(commitmentStates, (state) =>
    answer(submit(commitment(state)), (v) => v.commitment.state),
  )
  expect(asked).toEqual({
    draft: 'submitted',
    submitted: 'commitment-not-editable',
    returned: 'submitted',
    declined: 'commitment-not-editable',
    published: 'commitment-not-editable',
    withdrawn: 'commitment-not-editable',
    closed: 'commitment-not-editable',
  })
})

it('screens what was submitted, nothing before and nothing after', () => {
  const screened = (state: (typeof commitmentStates)[number]) => {
    const of = commitment(state)
    return [
      answer(returnCommitment(of, coordinator, question, NOW), (v) => v.commitment.state),
      answer(declineCommitment(of, coordinator, 'No milestone.', NOW), (v) => v.commitment.state),
      answer(publish(of), (v) => v.commitment.state),
    ]
  }
  const refused = Array.from({ length: 3 }, () => 'commitment-not-submitted')
  expect(each(commitmentStates, screened)).toEqual({
    draft: refused,
    submitted: ['returned', 'declined', 'published'],
    returned: refused,
    declined: refused,
    published: refused,
    withdrawn: refused,
    closed: refused,
  })
})

it('withdraws and closes what is published, nothing else', () => {
  const ended = (state: (typeof commitmentStates)[number]) => [
    answer(
      withdrawCommitment(commitment(state), focalPoint, 'No budget.', NOW),
      (v) => v.commitment.state,
    ),
    answer(closeCommitment(commitment(state), true, NOW), (v) => v.commitment.state),
  ]
  const refused = ['commitment-not-published', 'commitment-not-published']
  expect(each(commitmentStates, ended)).toEqual({
    draft: refused,
    submitted: refused,
    returned: refused,
    declined: refused,
    published: ['withdrawn', 'closed'],
    withdrawn: refused,
    closed: refused,
  })
})

it('closes nothing while a milestone is open', () => {
  expect(answer(closeCommitment(commitment('published'), false, NOW))).toBe('milestone-still-open')
})

it('lets only a verified organisation submit and publish', () => {
  const asked = each(organisationStates, (state) => [
    answer(submitCommitment(commitment('draft'), { id: LEAD, state }, focalPoint, NOW)),
    answer(publish(commitment('submitted'), coordinator, { id: LEAD, state })),
  ])
  const refused = ['organisation-not-verified', 'organisation-not-verified']
  expect(asked).toEqual({
    registered: refused,
    verified: ['done', 'done'],
    refused,
    suspended: refused,
  })
})

it('does not submit or publish what lacks the verifiable minimum', () => {
  const bare = { terms: { ...terms(), milestones: [] } }
  expect(answer(submit(commitment('draft', bare)))).toBe('commitment-incomplete')
  expect(answer(publish(commitment('submitted', bare)))).toBe('commitment-incomplete')
})

it('keeps one step’s answers beside the others', () => {
  const changed = edit(commitment('draft'), { title: 'Train them all' })
  expect(answer(changed, (v) => v.commitment.terms)).toEqual(terms({ title: 'Train them all' }))
})

it('has translations from its first answer on, though no form asks for any', () => {
  const first = edit({ ...commitment('draft'), terms: {} }, { title: 'Print 400 sets of books' })
  expect(answer(first, (v) => v.commitment.terms.translations)).toEqual({})
})

it('takes no clause and no place that does not exist', () => {
  expect(answer(edit(commitment('draft'), { clause: 'td2020/access/9' }))).toBe('unknown-clause')
  expect(answer(edit(commitment('draft'), { furtherClauses: ['qd2015/oer/1'] }))).toBe(
    'unknown-clause',
  )
  expect(answer(edit(commitment('draft'), { places: ['KE', 'XX'] }))).toBe('unknown-place')
})

it('wants a reason for declining and withdrawing, and a question for returning', () => {
  expect(answer(declineCommitment(commitment('submitted'), coordinator, ' \n', NOW))).toBe(
    'reason-needed',
  )
  expect(answer(withdrawCommitment(commitment('published'), focalPoint, ' \n', NOW))).toBe(
    'reason-needed',
  )
  expect(answer(returnCommitment(commitment('submitted'), coordinator, [], NOW))).toBe(
    'question-needed',
  )
})

it('refuses everybody who has no business with a draft', () => {
  const people = [cast.person, cast.otherFocalPoint, cast.former, coordinator, cast.administrator]
  for (const actor of people) {
    expect(answer(draft('verified', actor))).toBe('not-your-organisation')
    expect(answer(edit(commitment('draft'), {}, actor))).toBe('not-your-organisation')
    expect(answer(submit(commitment('draft'), actor))).toBe('not-your-organisation')
    expect(answer(withdrawCommitment(commitment('published'), actor, 'No budget.', NOW))).toBe(
      'not-your-organisation',
    )
  }
})

it('lets an editor write, and only a focal point speak', () => {
  expect(answer(edit(commitment('draft')))).toBe('done')
  expect(answer(submit(commitment('draft'), editor))).toBe('focal-point-only')
  expect(answer(withdrawCommitment(commitment('published'), editor, 'No budget.', NOW))).toBe(
    'focal-point-only',
  )
})

it('is screened by no member of the lead or of any party that did not refuse', () => {
  const screen = (actor: Actor, of: Commitment) => [
    answer(publish(of, actor)),
    answer(returnCommitment(of, actor, question, NOW)),
    answer(declineCommitment(of, actor, 'No milestone.', NOW)),
  ]
  const conflict = Array.from({ length: 3 }, () => 'conflict-of-interest')
  const done = ['done', 'done', 'done']
  const submitted = commitment('submitted')
  expect(screen(cast.memberCoordinator, submitted)).toEqual(conflict)
  expect(screen(cast.left23MonthsAgo, submitted)).toEqual(conflict)
  expect(screen(cast.left25MonthsAgo, submitted)).toEqual(done)
  expect(screen(cast.focalPoint, submitted)).toEqual(
    Array.from({ length: 3 }, () => 'coordinator-only'),
  )
  const withParty = each(partyStates, (state) =>
    screen(cast.otherMemberCoordinator, commitment('submitted', { parties: [party({ state })] })),
  )
  expect(withParty).toEqual({
    invited: conflict,
    accepted: conflict,
    refused: done,
    left: conflict,
  })
})

it('counts the lead and every party but a refused one among the interested', () => {
  const parties = partyStates.map((state) => party({ organisationId: `org_${state}`, state }))
  expect(partyIdsOf({ leadId: LEAD, parties })).toEqual([
    LEAD,
    'org_invited',
    'org_accepted',
    'org_left',
  ])
})

it('is published under its number as its first version', () => {
  const result = publish(commitment('submitted', { version: 0, number: null }))
  expect(result).toMatchObject({
    ok: true,
    value: {
      commitment: { state: 'published', number: 'TD-2026-0007', version: 1 },
      act: {
        kind: 'commitment.published',
        subject: 'cmt_1',
        by: { userId: 'usr_coordinator', organisationId: null, role: 'coordinator' },
        clauses: ['td2020/access/1', 'td2020/quality/1'],
        fields: { number: 'TD-2026-0007', lead: LEAD },
      },
    },
  })
})

it('names in public only partners that have accepted', () => {
  const parties = [
    party({ organisationId: LEAD, kind: 'lead', state: 'accepted' }),
    ...partyStates.map((state) => party({ organisationId: `org_${state}`, state })),
  ]
  const fields = commitmentFields(
    'TD-2026-0001',
    lead,
    terms(),
    commitment('submitted', { parties }),
  )
  expect(fields['parties']).toEqual([
    {
      organisationId: 'org_accepted',
      role: 'Trains the trainers',
      share: 'A third of the courses',
    },
  ])
  expect(JSON.stringify(fields)).not.toMatch(/org_(?:invited|refused|left)/)
})

it('says each milestone as a field of its own, and where an import came from', () => {
  const provenance = { title: 'Plan', publisher: 'P', licence: 'MIT', notice: 'n' }
  const of = commitment('submitted', { provenance, externalId: 'plan/C01' })
  const fields = commitmentFields('TD-2026-0001', lead, terms(), of)
  expect(fields['milestone.mls_1']).toMatchObject({ dueOn: '2026-11-01', target: 3000 })
  expect(fields['milestones']).toBeUndefined()
  expect(fields['provenance']).toEqual(provenance)
  expect(fields['externalId']).toBe('plan/C01')
})

it('says what only other rows would tell: declaration, group, order, and what is invented', () => {
  const [one] = terms().milestones
  const said = terms({ milestones: [{ ...one!, id: 'mls_9' }, one!] })
  const fields = commitmentFields('TD-2026-0001', lead, said, commitment('submitted'))
  expect(fields).toMatchObject({
    declaration: 'td2020',
    lead: LEAD,
    group: 'government',
    milestoneOrder: ['mls_9', 'mls_1'],
  })
  for (const name of ['invented', 'externalId', 'provenance'])
    expect(fields).not.toHaveProperty(name)
  const made = commitmentFields('T', { ...lead, invented: true }, said, commitment('submitted'))
  expect(made['invented']).toBe(true)
})

it('lists the clauses once each, the primary one first', () => {
  expect(clausesOfTerms({})).toEqual([])
  expect(clausesOfTerms({ clause: 'a', furtherClauses: ['b', 'a', '', 'b'] })).toEqual(['a', 'b'])
})

it('reads a coordinator’s questions and names what is missing', () => {
  const codes = (questions: unknown) =>
    questionsInput.safeParse({ questions }).error?.issues.map((issue) => issue.message)
  expect(codes([])).toEqual(['question-needed'])
  expect(codes([{ field: 'title', text: 'Why?' }])).toEqual(['too-short'])
  expect(codes([{ field: '', text: 'Why so late?' }])).toEqual(['missing'])
  expect(codes(question)).toBeUndefined()
})
