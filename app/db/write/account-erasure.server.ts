import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'

import { erasedAddress } from '#app/domain/accounts/erasure.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database, Transaction } from '../client.server.ts'
import {
  accountTokens,
  administratorProposals,
  authenticators,
  challenges,
  coordinators,
  passkeys,
  recoveryCodes,
  sessions,
  signIns,
  users,
} from '../schema/accounts.ts'
import { mails, refusedAttempts } from '../schema/acts.ts'
import { invitations, members, organisations } from '../schema/organisations.ts'
import { forgetAddressesOf } from './retention.server.ts'

/** Organisations that would have no focal point without this person; a refused one needs none. */
export const onlyFocalPointOf = (
  db: Database | Transaction,
  userId: string,
): Promise<{ id: string; names: LocalText }[]> =>
  db
    .select({ id: organisations.id, names: organisations.names })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(
        eq(members.userId, userId),
        eq(members.role, 'focal-point'),
        isNull(members.until),
        ne(organisations.state, 'refused'),
        sql`NOT EXISTS (SELECT 1 FROM members other WHERE other.organisation_id = ${members.organisationId}
          AND other.role = 'focal-point' AND other.until IS NULL AND other.user_id <> ${userId})`,
      ),
    )
    .all()

/** Everything that says who somebody is, out of every table; the row stays, as nobody's. */
export async function saveErasure(tx: Transaction, userId: string, now: Date) {
  const person = await tx
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, userId))
    .get()
  if (!person) return
  for (const table of [
    sessions,
    signIns,
    accountTokens,
    authenticators,
    recoveryCodes,
    passkeys,
    challenges,
    refusedAttempts,
    administratorProposals,
  ])
    await tx.delete(table).where(eq(table.userId, userId))
  await tx.delete(administratorProposals).where(eq(administratorProposals.proposedBy, userId))
  await tx.delete(mails).where(eq(mails.to, person.email))
  // Colleagues' letters may name them. Those that went out are kept only to see that they did.
  await tx
    .update(mails)
    .set({ text: '' })
    .where(and(isNotNull(mails.sentAt), sql`instr(${mails.text}, ${person.name}) > 0`))
  await tx
    .delete(invitations)
    .where(and(eq(invitations.email, person.email), isNull(invitations.acceptedAt)))
  await tx.update(invitations).set({ email: '' }).where(eq(invitations.email, person.email))
  await forgetAddressesOf(tx, userId)

  await tx
    .update(members)
    .set({ until: now })
    .where(and(eq(members.userId, userId), isNull(members.until)))
  await tx
    .update(coordinators)
    .set({ endedAt: now })
    .where(and(eq(coordinators.userId, userId), isNull(coordinators.endedAt)))
  await tx
    .update(users)
    .set({
      email: erasedAddress(userId),
      name: '',
      passwordHash: '',
      administrator: false,
      emailConfirmedAt: null,
      passwordChangedAt: null,
      disabledAt: now,
      erasedAt: now,
    })
    .where(eq(users.id, userId))
}

export async function erasedNotSwept(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isNotNull(users.erasedAt), isNull(users.sweptAt)))
  return rows.map(({ id }) => id)
}

export async function saveSwept(tx: Transaction, ids: readonly string[], now: Date) {
  for (const id of ids) await tx.update(users).set({ sweptAt: now }).where(eq(users.id, id))
}
