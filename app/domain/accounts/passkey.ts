import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { isPrivileged } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { typed } from '../shared/written.ts'

/** How long somebody may take to touch, look at or type into their device. */
const CHALLENGE_MS = 5 * 60_000
const MOST_PASSKEYS = 20

export const challengeExpiry = (now: Date): Date => new Date(now.getTime() + CHALLENGE_MS)

/** What its owner calls a passkey, to tell it from their others. */
export const passkeyName = typed().trim().min(1, 'missing').max(60, 'too-long')

/** What is kept of a passkey: its secret never leaves the device. */
export type Passkey = {
  /** The credential's id, base64url. */
  id: string
  publicKey: Uint8Array
  /** How often the device says it was used; 0 for ever where it does not count. */
  counter: number
  transports: string[]
  /** `multiDevice` ones travel between their owner's devices. */
  deviceType: string
  backedUp: boolean
}

/** A device that counts must have counted on: else there are two of it. */
export const counterIsBehind = (kept: number, said: number): boolean =>
  (kept > 0 || said > 0) && said <= kept

export function addPasskey(actor: Actor, made: Passkey, name: string, held: number, now: Date) {
  if (held >= MOST_PASSKEYS) return refuse('too-many-passkeys')
  const passkey = { ...made, name, userId: actor.userId, createdAt: now }
  const act = actInRole('account.passkey-added', actor.userId, actor, 'person', now, {
    fields: { name },
  })
  return ok({ passkey, act })
}

export function renamePasskey(actor: Actor, from: string, name: string, now: Date) {
  const fields = { before: { name: from }, after: { name } }
  return actInRole('account.passkey-renamed', actor.userId, actor, 'person', now, { fields })
}

/** `others` counts the ways left to show a second time who one is. */
export function removePasskey(
  actor: Actor,
  name: string,
  { others, compulsory }: { others: number; compulsory: boolean },
  now: Date,
) {
  if (compulsory && isPrivileged(actor) && others === 0) return refuse('last-factor')
  const act = actInRole('account.passkey-removed', actor.userId, actor, 'person', now, {
    fields: { name },
  })
  return ok({ act })
}
