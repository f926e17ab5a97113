import { and, eq, gt, isNull } from 'drizzle-orm'

import type { Transaction } from '../client.server.ts'
import { accountTokens } from '../schema/accounts.ts'
import { mails } from '../schema/acts.ts'
import { invitations } from '../schema/organisations.ts'

// By address too: a letter to somebody else that names the hash gets no link of theirs.
const openToken = (hash: string, to: string, now: Date) =>
  and(
    eq(accountTokens.tokenHash, hash),
    eq(accountTokens.email, to),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
  )
const openInvitation = (hash: string, to: string, now: Date) =>
  and(
    eq(invitations.tokenHash, hash),
    eq(invitations.email, to),
    isNull(invitations.acceptedAt),
    gt(invitations.expiresAt, now),
  )

/** Whether the link a letter to this address brings still does what it says. */
export async function linkStands(tx: Transaction, hash: string, to: string, now: Date) {
  const token = tx
    .select()
    .from(accountTokens)
    .where(openToken(hash, to, now))
  const invitation = tx
    .select()
    .from(invitations)
    .where(openInvitation(hash, to, now))
  return (await token.get()) !== undefined || (await invitation.get()) !== undefined
}

/** Gives a waiting letter's link another token; false when the link is over. */
export async function renewLink(
  tx: Transaction,
  letter: { id: string; to: string; text: string },
  from: string,
  to: string,
  now: Date,
): Promise<boolean> {
  if (!(await linkStands(tx, from, letter.to, now))) return false
  await tx
    .update(accountTokens)
    .set({ tokenHash: to })
    .where(openToken(from, letter.to, now))
  await tx
    .update(invitations)
    .set({ tokenHash: to })
    .where(openInvitation(from, letter.to, now))
  await tx.update(mails).set({ text: letter.text }).where(eq(mails.id, letter.id))
  return true
}
