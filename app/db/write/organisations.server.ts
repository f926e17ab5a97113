import { and, eq, gt, isNull } from 'drizzle-orm'

import type { Invitation, Member } from '#app/domain/organisations/membership.ts'
import type { Organisation } from '#app/domain/organisations/organisation.ts'
import { wordsIn } from '#app/domain/shared/language.ts'

import type { Transaction } from '../client.server.ts'
import { invitations, members, organisations } from '../schema/organisations.ts'

export const loadOrganisation = (tx: Transaction, id: string): Promise<Organisation | undefined> =>
  tx.select().from(organisations).where(eq(organisations.id, id)).get()

/** The same person's organisation of the same name, still waiting to be verified. */
export async function loadWaiting(
  tx: Transaction,
  userId: string,
  { names, lang }: Pick<Organisation, 'names' | 'lang'>,
): Promise<Organisation | undefined> {
  const waiting = await tx
    .select({ organisation: organisations })
    .from(organisations)
    .innerJoin(members, and(eq(members.organisationId, organisations.id), isNull(members.until)))
    .where(and(eq(organisations.state, 'registered'), eq(members.userId, userId)))
  return waiting.find((row) => row.organisation.names[lang] === names[lang])?.organisation
}

export const loadOrganisationByExternalId = (tx: Transaction, externalId: string) =>
  tx.select().from(organisations).where(eq(organisations.externalId, externalId)).get()

export async function insertOrganisation(
  tx: Transaction,
  organisation: Organisation,
  createdAt: Date,
  externalId: string | null = null,
) {
  const sortName = wordsIn(organisation.names, 'en').text.toLocaleLowerCase('en')
  await tx.insert(organisations).values({ ...organisation, sortName, externalId, createdAt })
}

/** Keeps a coordinator's decision; an organisation joins the public register only once. */
export async function saveDecision(
  tx: Transaction,
  { id, state }: Pick<Organisation, 'id' | 'state'>,
  reason: string,
  now: Date,
) {
  await tx
    .update(organisations)
    .set({ state, reason, decidedAt: now })
    .where(eq(organisations.id, id))
  if (state === 'verified')
    await tx
      .update(organisations)
      .set({ joinedAt: now })
      .where(and(eq(organisations.id, id), isNull(organisations.joinedAt)))
}

const current = (organisationId: string) =>
  and(eq(members.organisationId, organisationId), isNull(members.until))

export const loadMembers = (tx: Transaction, organisationId: string): Promise<Member[]> =>
  tx.select().from(members).where(current(organisationId)).all()

export const loadMember = (tx: Transaction, id: string): Promise<Member | undefined> =>
  tx
    .select()
    .from(members)
    .where(and(eq(members.id, id), isNull(members.until)))
    .get()

export async function insertMember(tx: Transaction, member: Member, since: Date) {
  await tx.insert(members).values({ ...member, since })
}

export async function saveRole(tx: Transaction, { id, role }: Pick<Member, 'id' | 'role'>) {
  await tx.update(members).set({ role }).where(eq(members.id, id))
}

export async function endMembership(tx: Transaction, id: string, until: Date) {
  await tx.update(members).set({ until }).where(eq(members.id, id))
}

/** The same invitation, still open and expiring after this instant. */
export const loadOpenInvitation = (
  tx: Transaction,
  { organisationId, email, role }: Pick<Invitation, 'organisationId' | 'email' | 'role'>,
  expiringAfter: Date,
) =>
  tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.email, email),
        eq(invitations.role, role),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, expiringAfter),
      ),
    )
    .get()

export async function insertInvitation(
  tx: Transaction,
  invitation: Invitation,
  tokenHash: string,
  invitedBy: string,
) {
  await tx.insert(invitations).values({ ...invitation, tokenHash, invitedBy })
}

export const loadInvitation = (
  tx: Transaction,
  tokenHash: string,
): Promise<Invitation | undefined> =>
  tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get()

export async function saveInvitation(tx: Transaction, { id, acceptedAt }: Invitation) {
  await tx.update(invitations).set({ acceptedAt }).where(eq(invitations.id, id))
}
