const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What a link in a letter lets its reader do, once. */
export const tokenPurposes = ['confirm-email', 'reset-password', 'change-email'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

const lifetimes: Record<TokenPurpose, number> = {
  'confirm-email': 24 * HOUR,
  'reset-password': 30 * MINUTE,
  'change-email': 24 * HOUR,
}

export const tokenExpiry = (purpose: TokenPurpose, now: Date): Date =>
  new Date(now.getTime() + lifetimes[purpose])

/** A link is good until it expires, is used, or a newer one takes its place. */
export const isGood = (token: { expiresAt: Date; usedAt: Date | null }, now: Date): boolean =>
  token.usedAt === null && token.expiresAt > now

/** What can come of a try to get into an account. */
export const signInOutcomes = [
  'signed-in',
  'passkey',
  'second-factor',
  'recovery-code',
  'password-reset',
  'wrong-password',
  'wrong-code',
  'wrong-passkey',
  'throttled',
  'disabled',
] as const
export type SignInOutcome = (typeof signInOutcomes)[number]
