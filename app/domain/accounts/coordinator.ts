import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { emailSchema } from './account.ts'

/** What an administrator's page asks for: somebody appointed by address, or an end by account. */
export const coordinatorChange = z.discriminatedUnion(
  'change',
  [
    z.object({ change: z.literal('appoint'), email: emailSchema }),
    z.object({
      change: z.literal('end'),
      userId: z.string({ error: 'missing' }).min(1, 'missing'),
    }),
  ],
  { error: 'missing' },
)
export type CoordinatorChange = z.infer<typeof coordinatorChange>

/** A person, and the appointment in force if there is one. */
export type Appointee = { userId: string; appointmentId: string | null }

export function appointCoordinator(
  appointee: Appointee | undefined,
  actor: Actor,
  id: string,
  now: Date,
) {
  const refused = refusalOf(actor, 'appoint-coordinator', {}, now)
  if (refused) return refuse(refused)
  if (!appointee) return refuse('account-missing')
  if (appointee.appointmentId) return refuse('already-a-coordinator')
  const appointment = { id, userId: appointee.userId, appointedAt: now, appointedBy: actor.userId }
  const act = actInRole('coordinator.appointed', appointee.userId, actor, 'administrator', now)
  return ok({ appointment, act })
}

export function endCoordinator(appointee: Appointee | undefined, actor: Actor, now: Date) {
  const refused = refusalOf(actor, 'appoint-coordinator', {}, now)
  if (refused) return refuse(refused)
  if (!appointee?.appointmentId) return refuse('not-a-coordinator')
  const act = actInRole('coordinator.ended', appointee.userId, actor, 'administrator', now)
  return ok({ appointmentId: appointee.appointmentId, endedAt: now, act })
}
