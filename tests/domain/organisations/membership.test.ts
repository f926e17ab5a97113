import { expect, it } from 'vitest'

import {
  acceptInvitation,
  changeRole,
  INVITATION_DAYS,
  inviteInput,
  inviteMember,
  removeMember,
  type Invitation,
  type Member,
} from '#app/domain/organisations/membership.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'
import { answer } from '#tests/support/facts.ts'

const focal: Member = {
  id: 'mbr_1',
  userId: 'usr_focal',
  organisationId: LEAD,
  role: 'focal-point',
}
const editor: Member = { id: 'mbr_2', userId: 'usr_editor', organisationId: LEAD, role: 'editor' }
const secondFocal: Member = { ...focal, id: 'mbr_3', userId: 'usr_third' }
const invitation: Invitation = {
  id: 'inv_1',
  organisationId: LEAD,
  email: 'new@ministry.example',
  role: 'editor',
  expiresAt: new Date(NOW.getTime() + 1),
  acceptedAt: null,
}
const accept = (changes: Partial<Invitation> = {}, actor: Actor = cast.person) =>
  acceptInvitation({ ...invitation, ...changes }, actor, NOW)

it('invites for seven days', () => {
  expect(INVITATION_DAYS).toBe(7)
  const input = { email: 'new@ministry.example', role: 'editor' as const }
  const result = inviteMember('inv_1', LEAD, cast.focalPoint, input, NOW)
  expect(answer(result, (v) => v.invitation)).toEqual({
    ...invitation,
    expiresAt: new Date('2026-11-30T10:00:00Z'),
  })
  expect(answer(result, (v) => v.act.kind)).toBe('member.invited')
})

it('is invited by a focal point, not by an editor or a stranger', () => {
  const ask = (actor: Actor) =>
    answer(inviteMember('inv_1', LEAD, actor, { email: 'a@b.example', role: 'editor' }, NOW))
  expect(ask(cast.editor)).toBe('focal-point-only')
  for (const actor of [cast.person, cast.otherFocalPoint, cast.former, cast.coordinator])
    expect(ask(actor)).toBe('not-your-organisation')
})

it('works once and until it expires, to the instant', () => {
  expect(answer(accept())).toBe('done')
  expect(answer(accept({ expiresAt: NOW }))).toBe('invitation-expired')
  expect(answer(accept({ acceptedAt: NOW }))).toBe('invitation-used')
})

it('makes its holder a member in the invited role, and nobody twice', () => {
  expect(answer(accept(), (v) => [v.role, v.invitation.acceptedAt, v.act.by])).toEqual([
    'editor',
    NOW,
    { userId: 'usr_person', organisationId: LEAD, role: 'editor' },
  ])
  expect(answer(accept({}, cast.editor))).toBe('already-a-member')
  expect(answer(accept({}, cast.former))).toBe('done')
})

it('changes a role, and takes the last focal point from nobody', () => {
  const change = (
    member: Member,
    members: Member[],
    role: Member['role'],
    actor: Actor = cast.focalPoint,
  ) => answer(changeRole(member, members, actor, role, NOW), (v) => v.member.role)
  expect(change(editor, [focal, editor], 'focal-point')).toBe('focal-point')
  expect(change(focal, [focal, editor, secondFocal], 'editor')).toBe('editor')
  expect(change(focal, [focal, editor], 'editor')).toBe('last-focal-point')
  expect(change(editor, [focal, editor], 'editor')).toBe('role-unchanged')
  expect(change(editor, [focal, editor], 'focal-point', cast.editor)).toBe('focal-point-only')
  expect(change(editor, [focal, editor], 'focal-point', cast.otherFocalPoint)).toBe(
    'not-your-organisation',
  )
})

it('removes a member, and never the last focal point', () => {
  const remove = (member: Member, members: Member[], actor: Actor = cast.focalPoint) =>
    answer(removeMember(member, members, actor, NOW), (v) => [v.memberId, v.until])
  expect(remove(editor, [focal, editor])).toEqual(['mbr_2', NOW])
  expect(remove(focal, [focal, secondFocal])).toEqual(['mbr_1', NOW])
  expect(remove(focal, [focal, editor])).toBe('last-focal-point')
  expect(remove(editor, [focal, editor], cast.editor)).toBe('focal-point-only')
  expect(remove(editor, [focal, editor], cast.coordinator)).toBe('not-your-organisation')
})

it('reads whom to invite', () => {
  const codes = (typed: unknown) =>
    inviteInput
      .safeParse(typed)
      .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  expect(inviteInput.parse({ email: 'Ada@Ministry.Example', role: 'editor' }).email).toBe(
    'ada@ministry.example',
  )
  expect(codes({ email: 'ada', role: 'owner' })).toEqual(['email not-an-email', 'role missing'])
})
