import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { accountId, reasonSchema } from './account-change.ts'
import { emailSchema } from './account.ts'

/** What an administrator's page asks for: somebody appointed by address, or an end by account. */
export const coordinatorChange = z.discriminatedUnion(
  'change',
  [
    z.object({ change: z.literal('appoint'), email: emailSchema, reason: reasonSchema }),
    z.object({ change: z.literal('end'), userId: accountId, reason: reasonSchema }),
  ],
  { error: 'missing' },
)
export type CoordinatorChange = z.infer<typeof coordinatorChange>

/** A person, and the appointment in force if there is one. */
export type Appointee = { userId: string; appointmentId: string | null }

const said = (from: boolean, reason: string) => ({
  fields: { before: { coordinator: from }, after: { coordinator: !from }, reason },
})

export function appointCoordinator(
  appointee: Appointee | undefined,
  actor: Actor,
  id: string,
  reason: string,
  now: Date,
) {
  const refused = refusalOf(actor, 'appoint-coordinator', {}, now)
  if (refused) return refuse(refused)
  if (!appointee) return refuse('account-missing')
  if (appointee.appointmentId) return refuse('already-a-coordinator')
  const { userId } = appointee
  const appointment = { id, userId, appointedAt: now, appointedBy: actor.userId }
  const act = actInRole(
    'coordinator.appointed',
    userId,
    actor,
    'administrator',
    now,
    said(false, reason),
  )
  return ok({ appointment, act })
}

export function endCoordinator(
  appointee: Appointee | undefined,
  actor: Actor,
  reason: string,
  now: Date,
) {
  const refused = refusalOf(actor, 'appoint-coordinator', {}, now)
  if (refused) return refuse(refused)
  if (!appointee?.appointmentId) return refuse('not-a-coordinator')
  const { userId, appointmentId } = appointee
  const act = actInRole(
    'coordinator.ended',
    userId,
    actor,
    'administrator',
    now,
    said(true, reason),
  )
  return ok({ appointmentId, endedAt: now, act })
}
