/** What a link in a letter lets its reader do, once. */
export const tokenPurposes = ['confirm-email', 'reset-password', 'change-email'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

/** What can come of a try to get into an account. */
export const signInOutcomes = [
  'signed-in',
  'passkey',
  'second-factor',
  'recovery-code',
  'password-reset',
  'wrong-password',
  'wrong-code',
  'throttled',
  'disabled',
] as const
export type SignInOutcome = (typeof signInOutcomes)[number]
