import { actInRole, type ActKind, type Json } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import type { DetailsInput } from './account.ts'
import { isGood, type TokenPurpose } from './proof.ts'

type Holder = { id: string; administrator: boolean; coordinator: boolean }
type OwnAct = Extract<ActKind, `account.${string}`>

/** Somebody who acts on their own account, by a link or signed in. */
export const holderAsActor = (holder: Holder, from: string | undefined): Actor => ({
  userId: holder.id,
  administrator: holder.administrator,
  coordinator: holder.coordinator,
  memberships: [],
  from,
})

const own = (kind: OwnAct, actor: Actor, now: Date, fields: Record<string, Json> = {}) =>
  actInRole(kind, actor.userId, actor, 'person', now, { fields })

export type Link = { purpose: TokenPurpose; email: string; expiresAt: Date; usedAt: Date | null }

/** A link of a letter: one that was used, replaced or let lie too long opens nothing. */
export function openLink(link: Link | undefined, purposes: readonly TokenPurpose[], now: Date) {
  if (!link || !purposes.includes(link.purpose)) return refuse('link-missing')
  return isGood(link, now) ? ok(link) : refuse('link-over')
}

/** The address of the account turns out to be its owner's. */
export const confirmAddress = (actor: Actor, now: Date) => ({
  emailConfirmedAt: now,
  act: own('account.email-confirmed', actor, now),
})

/** The account goes to another address, which has just been shown to be its owner's. */
export function moveToAddress(actor: Actor, email: string, isTaken: boolean, now: Date) {
  if (isTaken) return refuse('address-taken')
  return ok({ email, emailConfirmedAt: now, act: own('account.email-changed', actor, now) })
}

/** A new password by a link sent to the address, which that shows to be read by its owner. */
export const resetPassword = (actor: Actor, now: Date) => ({
  passwordChangedAt: now,
  emailConfirmedAt: now,
  act: own('account.password-reset', actor, now),
})

export const changePassword = (actor: Actor, now: Date) => ({
  passwordChangedAt: now,
  act: own('account.password-changed', actor, now),
})

export function askForAddress(actor: Actor, email: string, current: string, now: Date) {
  if (email === current) return refuse('address-unchanged')
  return ok({ act: own('account.email-change-asked', actor, now) })
}

export const changeDetails = (actor: Actor, details: DetailsInput, now: Date) => ({
  details,
  act: own('account.details-changed', actor, now),
})

/** Its owner ended one of their sessions, or all but the one they are in. */
export const endSessions = (actor: Actor, count: number, now: Date) =>
  own('account.session-ended', actor, now, { count })
