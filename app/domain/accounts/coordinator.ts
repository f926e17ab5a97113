import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { emailSchema } from './account.ts'

export const appointmentInput = z.object({ email: emailSchema })

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
