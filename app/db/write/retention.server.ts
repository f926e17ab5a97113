import { and, eq, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm'

import type { KeptSince } from '#app/domain/accounts/retention.ts'

import type { Transaction } from '../client.server.ts'
import { accountTokens, challenges, sessions, signIns } from '../schema/accounts.ts'
import { acts, mails, refusedAttempts } from '../schema/acts.ts'
import { invitations } from '../schema/organisations.ts'

/** Takes away what is older than it may be. Everything here can be done twice. */
export async function forgetBefore(tx: Transaction, since: KeptSince, now: Date) {
  await tx.delete(signIns).where(lt(signIns.at, since.signIns))
  await tx.delete(refusedAttempts).where(lt(refusedAttempts.at, since.refused))
  // The one column of an act that its trigger lets go, and only to nothing.
  await tx
    .update(acts)
    .set({ address: null })
    .where(and(lt(acts.at, since.addresses), isNotNull(acts.address)))

  await tx
    .update(mails)
    .set({ text: '' })
    .where(
      and(
        or(lt(mails.sentAt, since.letterTexts), lt(mails.gaveUpAt, since.letterTexts)),
        ne(mails.text, ''),
      ),
    )
  await tx
    .delete(mails)
    .where(or(lt(mails.sentAt, since.letters), lt(mails.gaveUpAt, since.letters)))

  await tx
    .delete(accountTokens)
    .where(or(lt(accountTokens.usedAt, since.links), lt(accountTokens.expiresAt, since.links)))
  await tx
    .delete(invitations)
    .where(and(isNull(invitations.acceptedAt), lt(invitations.expiresAt, since.links)))
  await tx
    .update(invitations)
    .set({ email: '' })
    .where(and(lt(invitations.acceptedAt, since.links), ne(invitations.email, '')))
  await tx.delete(challenges).where(lt(challenges.expiresAt, now))
  await tx.delete(sessions).where(lte(sessions.expiresAt, Math.floor(now.getTime() / 1_000)))
}

/** Whatever was left of somebody's network addresses. */
export const forgetAddressesOf = (tx: Transaction, userId: string) =>
  tx
    .update(acts)
    .set({ address: null })
    .where(and(eq(acts.userId, userId), isNotNull(acts.address)))
