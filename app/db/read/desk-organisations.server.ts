import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import { currentOrganisations, type Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import { invitations, members, organisations } from '../schema/organisations.ts'

/** An organisation as its own members see it; undefined for everybody else. */
export async function deskOrganisation(db: Database, viewer: Viewer, id: string, now: Date) {
  const mine = inArray(organisations.id, currentOrganisations(viewer))
  const organisation = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), mine))
    .get()
  if (!organisation) return undefined
  const [people, pending] = await Promise.all([
    db
      .select({
        id: members.id,
        userId: members.userId,
        name: users.name,
        email: users.email,
        role: members.role,
        since: members.since,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.organisationId, id), isNull(members.until)))
      .orderBy(asc(members.since), asc(members.id)),
    db
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.organisationId, id),
          isNull(invitations.acceptedAt),
          gt(invitations.expiresAt, now),
        ),
      )
      .orderBy(asc(invitations.expiresAt)),
  ])
  return {
    organisation,
    people,
    pending,
    mayManage: can(viewer, 'invite-member', { organisationId: id }, now),
  }
}
export type DeskOrganisation = NonNullable<Awaited<ReturnType<typeof deskOrganisation>>>

/** One member, for colleagues; somebody who has left is still told of, with the day they left. */
export async function memberPage(db: Database, viewer: Viewer, memberId: string, now: Date) {
  const row = await db
    .select({
      id: members.id,
      userId: members.userId,
      organisationId: members.organisationId,
      role: members.role,
      since: members.since,
      until: members.until,
      name: users.name,
      email: users.email,
      names: organisations.names,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(eq(members.id, memberId), inArray(members.organisationId, currentOrganisations(viewer))),
    )
    .get()
  return (
    row && {
      member: row,
      isViewer: row.userId === viewer?.userId,
      mayManage: can(viewer, 'change-role', { organisationId: row.organisationId }, now),
    }
  )
}
export type MemberPage = NonNullable<Awaited<ReturnType<typeof memberPage>>>

/**
 * What an invitation link opens. Whoever holds the link may ask: only its hash is kept, so the
 * caller hashes the token.
 */
export async function invitationPage(db: Database, viewer: Viewer, tokenHash: string, now: Date) {
  const row = await db
    .select({
      organisationId: invitations.organisationId,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      names: organisations.names,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.tokenHash, tokenHash))
    .get()
  if (!row) return undefined
  const { acceptedAt, ...invitation } = row
  return {
    invitation,
    isMember: currentOrganisations(viewer).includes(row.organisationId),
    over: acceptedAt ? ('used' as const) : row.expiresAt <= now ? ('expired' as const) : undefined,
  }
}
export type InvitationPage = NonNullable<Awaited<ReturnType<typeof invitationPage>>>
