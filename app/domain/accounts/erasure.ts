import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'

/** The word a page asks for, in the language it is read in. */
export const erasureInput = (word: string) =>
  z.object({
    word: z
      .string({ error: 'missing' })
      .trim()
      .min(1, 'missing')
      .refine(
        (typed) => typed === '' || typed.toUpperCase() === word.toUpperCase(),
        'word-not-typed',
      ),
  })

/** Whom an account's owner would leave without anybody. */
export type LeftBehind = {
  /** Organisations whose only focal point they are. */
  organisations: readonly { id: string }[]
  /** Administrators who can sign in besides them. */
  otherAdministrators: number
}

/** Takes a person out of the register. What they did stays, under a role and a number. */
export function eraseAccount(left: LeftBehind, actor: Actor, now: Date) {
  const refused = refusalOf(actor, 'erase-own-account', {}, now)
  if (refused) return refuse(refused)
  if (left.organisations.length > 0) return refuse('last-focal-point')
  if (actor.administrator && left.otherAdministrators === 0) return refuse('last-administrator')
  // Not from where: of an erased account no network address is kept.
  const by: Actor = { ...actor, from: undefined }
  return ok({ erasedAt: now, act: actInRole('account.erased', actor.userId, by, 'person', now) })
}

/** What stands where an address was: unlike any that a letter could go to, and nobody else's. */
export const erasedAddress = (userId: string) => `${userId}@erased.invalid`
