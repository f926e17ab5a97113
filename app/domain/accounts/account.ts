import { z } from 'zod'

import { actInRole, actOfRegister } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { locales, type Locale } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import { typed } from '../shared/written.ts'
import {
  ADMINISTRATOR_PASSWORD_CHARACTERS,
  givenPassword,
  newPassword,
  PASSWORD_CHARACTERS,
} from './password.ts'

export const emailSchema = z
  .string({ error: 'missing' })
  .trim()
  .min(1, 'missing')
  .max(254, 'too-long')
  .toLowerCase()
  .pipe(z.email('not-an-email'))

export const nameSchema = typed().trim().min(1, 'missing').max(120, 'too-long')

const accountInput = (least: number) =>
  z.object({ name: nameSchema, email: emailSchema, password: newPassword(least) })

export const signUpInput = accountInput(PASSWORD_CHARACTERS)
export type SignUpInput = z.infer<typeof signUpInput>

export const firstRunInput = accountInput(ADMINISTRATOR_PASSWORD_CHARACTERS)
export type FirstRunInput = z.infer<typeof firstRunInput>

/** At sign-in nothing is said about form: only whether the two belong together. */
export const signInInput = z.object({
  email: z.string({ error: 'missing' }).trim().min(1, 'missing').max(254, 'too-long').toLowerCase(),
  password: givenPassword,
})
export type SignInInput = z.infer<typeof signInInput>

export type Account = {
  id: string
  email: string
  name: string
  locale: Locale
  administrator: boolean
  createdAt: Date
  /** When it was shown that letters to the address arrive; null until then. */
  emailConfirmedAt: Date | null
}

type Person = { id: string; name: string; email: string; locale: Locale }

const actorOfNew = (account: Account): Actor => ({
  userId: account.id,
  administrator: account.administrator,
  coordinator: false,
  memberships: [],
})

/**
 * Anybody may hold an account; what it may do follows from memberships and appointments, and from
 * an address that is confirmed: by a link in a letter, or by having come from such a letter.
 */
export function openAccount(person: Person, now: Date, confirmed = false) {
  const emailConfirmedAt = confirmed ? now : null
  const account: Account = { ...person, administrator: false, createdAt: now, emailConfirmedAt }
  const act = actInRole('account.created', account.id, actorOfNew(account), 'person', now)
  return ok({ account, act })
}

/** Somebody asked for an account at an address that has one: it changes nothing. */
export const repeatSignUp = (userId: string, now: Date) =>
  actOfRegister('account.sign-up-repeated', userId, now)

/** The register's first account is its administrator's, and there is only one first. */
export function openRegister(person: Person, accounts: number, now: Date) {
  if (accounts > 0) return refuse('register-already-open')
  // Whoever can read what the server prints needs no letter to show who they are.
  const account: Account = {
    ...person,
    administrator: true,
    createdAt: now,
    emailConfirmedAt: now,
  }
  const act = actInRole('register.opened', account.id, actorOfNew(account), 'administrator', now)
  return ok({ account, act })
}

/** What one may change of oneself without anybody being asked. */
export const detailsInput = z.object({
  name: nameSchema,
  locale: z.enum(locales, { error: 'not-a-language' }),
})
export type DetailsInput = z.infer<typeof detailsInput>
