import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation } from '../acts/act.ts'
import { memberOf, memberRoles, type Actor, type MemberRole } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'

export const INVITATION_DAYS = 7

export const inviteInput = z.object({
  email: z.email('not-an-email').max(254, 'too-long').toLowerCase(),
  role: z.enum(memberRoles, { error: 'missing' }),
})
export type InviteInput = z.infer<typeof inviteInput>

/** One person's place in an organisation, with whose it is. */
export type Member = { id: string; userId: string; organisationId: string; role: MemberRole }

export type Invitation = {
  id: string
  organisationId: string
  email: string
  role: MemberRole
  expiresAt: Date
  acceptedAt: Date | null
}

export function inviteMember(
  id: string,
  organisationId: string,
  actor: Actor,
  input: InviteInput,
  now: Date,
) {
  const refused = refusalOf(actor, 'invite-member', { organisationId }, now)
  if (refused) return refuse(refused)
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000)
  const invitation: Invitation = { id, organisationId, ...input, expiresAt, acceptedAt: null }
  const act = actForOrganisation('member.invited', organisationId, actor, organisationId, now)
  return ok({ invitation, act })
}

/** Whoever holds the link and signs in joins; a link works once and expires. */
export function acceptInvitation(invitation: Invitation, actor: Actor, now: Date) {
  const refused = refusalOf(actor, 'accept-invitation', {}, now)
  if (refused) return refuse(refused)
  if (invitation.acceptedAt) return refuse('invitation-used')
  if (invitation.expiresAt <= now) return refuse('invitation-expired')
  const { organisationId, role } = invitation
  if (memberOf(actor, organisationId)) return refuse('already-a-member')
  const place = { organisationId, role, since: now, until: null, suspended: false }
  const joined: Actor = {
    ...actor,
    memberships: [...actor.memberships, place],
  }
  const act = actForOrganisation('member.joined', organisationId, joined, organisationId, now)
  return ok({ invitation: { ...invitation, acceptedAt: now }, role, act })
}

/** The last focal point cannot go: an organisation that nobody speaks for could never report. */
const leavesNobody = (member: Member, members: readonly Member[]) =>
  member.role === 'focal-point' &&
  !members.some((other) => other.id !== member.id && other.role === 'focal-point')

export function changeRole(
  member: Member,
  members: readonly Member[],
  actor: Actor,
  role: MemberRole,
  now: Date,
) {
  const { organisationId } = member
  const refused = refusalOf(actor, 'change-role', { organisationId }, now)
  if (refused) return refuse(refused)
  if (role === member.role) return refuse('role-unchanged')
  if (leavesNobody(member, members)) return refuse('last-focal-point')
  const act = actForOrganisation('member.role-changed', organisationId, actor, organisationId, now)
  return ok({ member: { ...member, role }, act })
}

export function removeMember(member: Member, members: readonly Member[], actor: Actor, now: Date) {
  const { organisationId } = member
  const refused = refusalOf(actor, 'remove-member', { organisationId }, now)
  if (refused) return refuse(refused)
  if (leavesNobody(member, members)) return refuse('last-focal-point')
  const act = actForOrganisation('member.removed', organisationId, actor, organisationId, now)
  return ok({ memberId: member.id, until: now, act })
}
