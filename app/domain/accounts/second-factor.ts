import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import { isPrivileged, type Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { reasonSchema, type Standing } from './account-change.ts'

/** Whether those who speak or decide for others have to have a second factor. */
export type FactorRule = 'compulsory' | 'offered'

/** How long a session may wait for the code after the password. */
export const HALF_SESSION_MS = 10 * 60_000
/** How long a new secret may wait for its first code. */
export const ENROLMENT_MS = 30 * 60_000

type Held = { authenticator: boolean; passkeys: number }
export const hasFactor = ({ authenticator, passkeys }: Held): boolean =>
  authenticator || passkeys > 0

export const needsFactor = (actor: Actor, rule: FactorRule): boolean =>
  rule === 'compulsory' && isPrivileged(actor)

/** What is left of somebody who should have a second factor and has none. */
export const withoutPrivileges = <actor extends Actor>(actor: actor): actor => ({
  ...actor,
  administrator: false,
  coordinator: false,
  memberships: actor.memberships.map((place) =>
    place.until === null && place.role === 'focal-point' ? { ...place, role: 'editor' } : place,
  ),
})

/** Six digits of an app, or a recovery code, as typed. */
export const factorCode = z
  .string({ error: 'missing' })
  .trim()
  .min(1, 'missing')
  .max(40, 'wrong-code')
/** What somebody does about their own app: begins with one, confirms it, or asks for new codes. */
export const factorChange = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('begin'), code: factorCode.optional() }),
    z.object({ intent: z.literal('codes'), code: factorCode.optional() }),
    z.object({ intent: z.literal('remove'), code: factorCode }),
    z.object({
      intent: z.literal('confirm'),
      code: factorCode,
      waiting: z.string({ error: 'missing' }).max(400, 'enrolment-over'),
    }),
  ],
  { error: 'not-chosen' },
)
export type FactorChange = z.infer<typeof factorChange>

export const isAppCode = (code: string): boolean => /^\d{3}\s?\d{3}$/.test(code.trim())

const factors = (held: Held) => ({ authenticator: held.authenticator, passkeys: held.passkeys })

type OwnFactorAct =
  | 'account.factor-added'
  | 'account.factor-removed'
  | 'account.recovery-codes-made'
  | 'account.recovery-code-used'
export const ownFactorAct = (kind: OwnFactorAct, actor: Actor, now: Date) =>
  actInRole(kind, actor.userId, actor, 'person', now)

/** `rule` and roles as they are: whoever must have a factor keeps the last one. */
export function removeAuthenticator(actor: Actor, held: Held, rule: FactorRule, now: Date) {
  if (!held.authenticator) return refuse('factor-missing')
  if (needsFactor(actor, rule) && held.passkeys === 0) return refuse('factor-compulsory')
  return ok({ act: ownFactorAct('account.factor-removed', actor, now) })
}

export const factorReset = z.object({ reason: reasonSchema })

/** An administrator takes away the factors of somebody who has lost them: never their own. */
export function resetFactors(
  actor: Actor,
  standing: Standing | undefined,
  held: Held,
  reason: string,
  now: Date,
) {
  const refused = refusalOf(actor, 'change-account', {}, now)
  if (refused) return refuse(refused)
  if (!standing || standing.erased) return refuse('account-missing')
  if (standing.userId === actor.userId) return refuse('own-account')
  if (!hasFactor(held)) return refuse('factor-missing')
  const after = { authenticator: false, passkeys: 0 }
  const act = actInRole('account.factors-reset', standing.userId, actor, 'administrator', now, {
    fields: { before: factors(held), after, reason },
  })
  return ok({ act })
}
