import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { written } from '../shared/written.ts'

/** Nothing is changed about somebody without saying why. */
export const reasonSchema = written(10, 2000)
export const accountId = z.string({ error: 'missing' }).regex(/^usr_\w{1,40}$/, 'missing')

export const accountChanges = [
  'disable',
  'enable',
  'make-administrator',
  'end-administrator',
] as const
export type AccountChange = (typeof accountChanges)[number]

export const accountChangeInput = z.object({
  change: z.enum(accountChanges, { error: 'missing' }),
  reason: reasonSchema,
})
export type AccountChangeInput = z.infer<typeof accountChangeInput>

/** An account as far as administrators may change it. */
export type Standing = {
  userId: string
  administrator: boolean
  disabled: boolean
  erased: boolean
}

/** Which changes its standing leaves open, in the order they are offered. */
export function changesOf({ administrator, disabled, erased }: Standing): AccountChange[] {
  if (erased) return []
  if (disabled) return ['enable']
  return ['disable', administrator ? 'end-administrator' : 'make-administrator']
}

const kinds = {
  disable: 'account.disabled',
  enable: 'account.enabled',
  'make-administrator': 'administrator.made',
  'end-administrator': 'administrator.ended',
} as const

const inVain = {
  disable: 'account-disabled-already',
  enable: 'account-not-disabled',
  'make-administrator': 'already-an-administrator',
  'end-administrator': 'not-an-administrator',
} as const

const after = (standing: Standing, change: AccountChange): Standing => {
  if (change === 'disable' || change === 'enable')
    return { ...standing, disabled: change === 'disable' }
  return { ...standing, administrator: change === 'make-administrator' }
}
const told = ({ administrator, disabled }: Standing) => ({ administrator, disabled })

/**
 * An administrator closes an account or opens it again, makes another administrator or ends one:
 * always somebody else's, so that ending one takes two. `others` counts the administrators who can
 * sign in besides this one.
 */
export function changeAccount(
  standing: Standing | undefined,
  others: number,
  actor: Actor,
  { change, reason }: AccountChangeInput,
  now: Date,
) {
  const refused = refusalOf(actor, 'change-account', {}, now)
  if (refused) return refuse(refused)
  if (!standing || standing.erased) return refuse('account-missing')
  if (standing.userId === actor.userId) return refuse('own-account')
  if (!changesOf(standing).includes(change))
    return standing.disabled && change !== 'disable'
      ? refuse('account-disabled-now')
      : refuse(inVain[change])
  const next = after(standing, change)
  if (standing.administrator && (next.disabled || !next.administrator) && others === 0)
    return refuse('last-administrator')
  const act = actInRole(kinds[change], standing.userId, actor, 'administrator', now, {
    fields: { before: told(standing), after: told(next), reason },
  })
  return ok({ standing: next, act })
}
