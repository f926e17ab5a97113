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
  'propose-administrator',
  'drop-proposal',
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
  /** The administrator who would have them made one too; undefined when nobody in office would. */
  proposedBy?: string | undefined
}

/** Who would change it: themselves, and how many administrators there are besides its owner. */
export type Asking = { userId: string; administrators: number }

/**
 * Which changes its standing leaves open, in the order they are offered. Where there are two
 * administrators or more, one proposes another and a second makes them one.
 */
export function changesOf(standing: Standing, asking: Asking): AccountChange[] {
  const { administrator, disabled, erased, proposedBy } = standing
  if (erased) return []
  if (disabled) return ['enable']
  if (administrator) return ['disable', 'end-administrator']
  const alone = asking.administrators < 2
  if (proposedBy === undefined)
    return ['disable', alone ? 'make-administrator' : 'propose-administrator']
  const second = alone || proposedBy !== asking.userId
  return ['disable', ...(second ? (['make-administrator'] as const) : []), 'drop-proposal']
}

const kinds = {
  disable: 'account.disabled',
  enable: 'account.enabled',
  'propose-administrator': 'administrator.proposed',
  'drop-proposal': 'administrator.proposal-dropped',
  'make-administrator': 'administrator.made',
  'end-administrator': 'administrator.ended',
} as const

const inVain = {
  disable: 'account-disabled-already',
  enable: 'account-not-disabled',
  'propose-administrator': 'already-proposed',
  'drop-proposal': 'not-proposed',
  'make-administrator': 'second-administrator',
  'end-administrator': 'not-an-administrator',
} as const

/** Whatever else is done, a proposal does not outlive it. */
const after = (standing: Standing, change: AccountChange, actor: Actor): Standing => {
  const next = { ...standing, proposedBy: undefined }
  if (change === 'propose-administrator') return { ...next, proposedBy: actor.userId }
  if (change === 'drop-proposal') return next
  if (change === 'disable' || change === 'enable')
    return { ...next, disabled: change === 'disable' }
  return { ...next, administrator: change === 'make-administrator' }
}
const told = ({ administrator, disabled, proposedBy }: Standing) => ({
  administrator,
  disabled,
  ...(proposedBy !== undefined && { proposed: true }),
})

/** Why a change that is not offered is refused. */
function refusedAs(standing: Standing, change: AccountChange, asking: Asking) {
  if (standing.disabled && change !== 'disable') return 'account-disabled-now'
  const makes = change === 'make-administrator' || change === 'propose-administrator'
  if (makes && standing.administrator) return 'already-an-administrator'
  if (change === 'propose-administrator' && asking.administrators < 2)
    return 'no-second-administrator'
  return inVain[change]
}

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
  const asking = { userId: actor.userId, administrators: others }
  if (!changesOf(standing, asking).includes(change))
    return refuse(refusedAs(standing, change, asking))
  const next = after(standing, change, actor)
  if (standing.administrator && (next.disabled || !next.administrator) && others === 0)
    return refuse('last-administrator')
  const act = actInRole(kinds[change], standing.userId, actor, 'administrator', now, {
    fields: { before: told(standing), after: told(next), reason },
  })
  return ok({ standing: next, act })
}
