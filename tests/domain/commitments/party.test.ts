import { expect, it } from 'vitest'

import { isPublicKind } from '#app/domain/acts/act.ts'
import { commitmentStates } from '#app/domain/commitments/commitment-state.ts'
import type { Commitment } from '#app/domain/commitments/commitment.ts'
import { partyStates, type PartyMove } from '#app/domain/commitments/party-state.ts'
import { answerParty, inviteParty, invitePartyInput } from '#app/domain/commitments/party.ts'
import { organisationStates } from '#app/domain/organisations/organisation-state.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW, OTHER } from '#tests/support/cast.ts'
import { answer, commitment, each, party } from '#tests/support/facts.ts'

const role = { role: 'Trains the trainers', share: '' }
const invite = (
  of: Commitment,
  invitee: { id: string; state: (typeof organisationStates)[number] } = {
    id: OTHER,
    state: 'verified',
  },
  actor: Actor = cast.editor,
) => inviteParty('pty_9', of, invitee, actor, role, NOW)
const reply = (
  move: PartyMove,
  of = party(),
  to = commitment('published'),
  actor: Actor = cast.otherFocalPoint,
  reason = 'We have no staff.',
) => answerParty(of, to, actor, move, reason, NOW)

it('invites while the commitment is in the lead’s hands or public', () => {
  expect(each(commitmentStates, (state) => answer(invite(commitment(state))))).toEqual({
    draft: 'done',
    submitted: 'commitment-not-editable',
    returned: 'done',
    declined: 'commitment-not-editable',
    published: 'done',
    withdrawn: 'commitment-not-editable',
    closed: 'commitment-not-editable',
  })
})

it('invites verified organisations only, and never the lead itself', () => {
  const of = commitment('draft')
  expect(each(organisationStates, (state) => answer(invite(of, { id: OTHER, state })))).toEqual({
    registered: 'organisation-not-verified',
    verified: 'done',
    refused: 'organisation-not-verified',
    suspended: 'organisation-not-verified',
  })
  expect(answer(invite(of, { id: LEAD, state: 'verified' }))).toBe('party-is-lead')
})

it('invites again who refused or left, not who is asked or in', () => {
  const again = each(partyStates, (state) =>
    answer(invite(commitment('draft', { parties: [party({ state })] }))),
  )
  expect(again).toEqual({
    invited: 'already-a-party',
    accepted: 'already-a-party',
    refused: 'done',
    left: 'done',
  })
})

it('invites without telling the public', () => {
  const invited = invite(commitment('published'))
  expect(invited).toMatchObject({
    ok: true,
    value: {
      party: { id: 'pty_9', kind: 'partner', state: 'invited', organisationId: OTHER },
      act: { kind: 'party.invited', by: { organisationId: LEAD } },
    },
  })
  expect(answer(invited, (v) => isPublicKind(v.act.kind))).toBe(false)
})

it('is invited by members of the lead alone', () => {
  for (const actor of [cast.person, cast.otherFocalPoint, cast.former, cast.coordinator])
    expect(answer(invite(commitment('draft'), undefined, actor))).toBe('not-your-organisation')
})

it('answers an invitation, and leaves only a part it accepted', () => {
  const moves = ['accept', 'refuse', 'leave'] as const
  const asked = each(partyStates, (state) =>
    moves.map((move) => answer(reply(move, party({ state })), (v) => v.party.state)),
  )
  const none = moves.map(() => 'party-move-not-allowed')
  expect(asked).toEqual({
    invited: ['accepted', 'refused', 'party-move-not-allowed'],
    accepted: ['party-move-not-allowed', 'party-move-not-allowed', 'left'],
    refused: none,
    left: none,
  })
})

it('tells the public of consent and of leaving once the commitment is public, never of a refusal', () => {
  const kinds = each(commitmentStates, (state) => {
    const to = commitment(state)
    return [
      answer(reply('accept', party(), to), (v) => v.act.kind),
      answer(reply('refuse', party(), to), (v) => v.act.kind),
      answer(reply('leave', party({ state: 'accepted' }), to), (v) => v.act.kind),
    ]
  })
  const quiet = ['party.consented', 'party.refused', 'party.refused']
  const over = Array.from({ length: 3 }, () => 'commitment-not-active')
  expect(kinds).toEqual({
    draft: quiet,
    submitted: quiet,
    returned: quiet,
    declined: over,
    published: ['party.accepted', 'party.refused', 'party.left'],
    withdrawn: over,
    closed: over,
  })
  expect(quiet.some((kind) => isPublicKind(kind as 'party.refused'))).toBe(false)
})

it('says with consent the role and share consented to, with the others the reason', () => {
  const fields = (move: PartyMove, state: 'invited' | 'accepted') =>
    answer(reply(move, party({ state })), (v) => v.act.fields)
  expect(fields('accept', 'invited')).toEqual({
    organisation: OTHER,
    role: 'Trains the trainers',
    share: 'A third of the courses',
  })
  expect(fields('leave', 'accepted')).toEqual({ organisation: OTHER, reason: 'We have no staff.' })
})

it('wants a reason for refusing and leaving, none for accepting', () => {
  const silent = (move: PartyMove, state: 'invited' | 'accepted') =>
    answer(reply(move, party({ state }), commitment('published'), cast.otherFocalPoint, ' '))
  expect(silent('refuse', 'invited')).toBe('reason-needed')
  expect(silent('leave', 'accepted')).toBe('reason-needed')
  expect(silent('accept', 'invited')).toBe('done')
})

it('is answered by a focal point of the invited organisation and nobody else', () => {
  const ask = (actor: Actor) => answer(reply('accept', party(), commitment('published'), actor))
  expect(ask(cast.focalPoint)).toBe('not-your-organisation')
  expect(ask(cast.coordinator)).toBe('not-your-organisation')
  expect(ask(cast.person)).toBe('not-your-organisation')
  expect(ask(cast.otherMemberCoordinator)).toBe('focal-point-only')
  expect(ask(cast.otherFocalPoint)).toBe('done')
})

it('does not let the lead leave its own commitment', () => {
  const own = party({ organisationId: LEAD, kind: 'lead', state: 'accepted' })
  expect(answer(reply('leave', own, commitment('published'), cast.focalPoint))).toBe(
    'party-is-lead',
  )
})

it('reads what the lead proposes and names what is missing', () => {
  const codes = (typed: unknown) =>
    invitePartyInput
      .safeParse(typed)
      .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  expect(codes({})).toEqual(['organisationId missing', 'role missing'])
  expect(codes({ organisationId: OTHER, role: 'x' })).toEqual(['role too-short'])
  expect(invitePartyInput.parse({ organisationId: OTHER, role: ' Trains ' })).toEqual({
    organisationId: OTHER,
    role: 'Trains',
    share: '',
  })
})
