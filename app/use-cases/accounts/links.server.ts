import { createHash, randomBytes } from 'node:crypto'

import type { Transaction } from '#app/db/client.server.ts'
import { endTokens, saveToken } from '#app/db/write/account-tokens.server.ts'
import { tokenExpiry, type TokenPurpose } from '#app/domain/accounts/proof.ts'

import { linkMark } from '../mails/letter-links.server.ts'

export const hashOfLink = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

type Link = { userId: string; email: string; purpose: TokenPurpose }

/**
 * A new link's token, in place of whichever was given out for the same before, and what stands for
 * it in the letter that brings it.
 */
export async function newLink(tx: Transaction, { userId, email, purpose }: Link, now: Date) {
  const token = randomBytes(24).toString('base64url')
  await endTokens(tx, userId, now, purpose)
  const expiresAt = tokenExpiry(purpose, now)
  const tokenHash = hashOfLink(token)
  await saveToken(tx, userId, { tokenHash, purpose, email, createdAt: now, expiresAt })
  return { token, inLetter: linkMark(token), expiresAt }
}
