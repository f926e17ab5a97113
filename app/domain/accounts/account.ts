import { z } from 'zod'

import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import type { Locale } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'

export const PASSWORD_CHARACTERS = 10
export const ADMINISTRATOR_PASSWORD_CHARACTERS = 12
const PASSWORD_BYTES = 1_024

const characters = (text: string) => Array.from(text).length
const bytes = (text: string) => new TextEncoder().encode(text).length

/** A password at its choosing. Not trimmed, not normalised: what was typed is what counts. */
export const newPassword = (least: number) =>
  z
    .string({ error: 'missing' })
    .refine((text) => characters(text) >= least, 'password-too-short')
    .refine((text) => bytes(text) <= PASSWORD_BYTES, 'password-too-long')

export const emailSchema = z
  .string({ error: 'missing' })
  .trim()
  .min(1, 'missing')
  .max(254, 'too-long')
  .toLowerCase()
  .pipe(z.email('not-an-email'))

const nameSchema = z.string({ error: 'missing' }).trim().min(1, 'missing').max(120, 'too-long')

const accountInput = (least: number) =>
  z.object({ name: nameSchema, email: emailSchema, password: newPassword(least) })

export const signUpInput = accountInput(PASSWORD_CHARACTERS)
export type SignUpInput = z.infer<typeof signUpInput>

export const firstRunInput = accountInput(ADMINISTRATOR_PASSWORD_CHARACTERS)
export type FirstRunInput = z.infer<typeof firstRunInput>

/** At sign-in nothing is said about form: only whether the two belong together. */
export const signInInput = z.object({
  email: z.string({ error: 'missing' }).trim().min(1, 'missing').max(254, 'too-long').toLowerCase(),
  password: z
    .string({ error: 'missing' })
    .refine((text) => bytes(text) <= PASSWORD_BYTES, 'password-too-long'),
})
export type SignInInput = z.infer<typeof signInInput>

export type Account = {
  id: string
  email: string
  name: string
  locale: Locale
  administrator: boolean
  createdAt: Date
}

type Person = { id: string; name: string; email: string; locale: Locale }

const actorOfNew = (account: Account): Actor => ({
  userId: account.id,
  administrator: account.administrator,
  coordinator: false,
  memberships: [],
})

/** Anybody may hold an account; what it may do follows from memberships and appointments. */
export function openAccount(person: Person, now: Date) {
  const account: Account = { ...person, administrator: false, createdAt: now }
  const act = actInRole('account.created', account.id, actorOfNew(account), 'person', now)
  return ok({ account, act })
}

/** The register's first account is its administrator's, and there is only one first. */
export function openRegister(person: Person, accounts: number, now: Date) {
  if (accounts > 0) return refuse('register-already-open')
  const account: Account = { ...person, administrator: true, createdAt: now }
  const act = actInRole('register.opened', account.id, actorOfNew(account), 'administrator', now)
  return ok({ account, act })
}
