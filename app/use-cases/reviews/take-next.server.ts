import { queuePage } from '#app/db/read/queue.server.ts'
import type { QueueKind } from '#app/domain/reviews/queue.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { takeReport } from './take-report.server.ts'

/**
 * The oldest case that waits. A report is taken in the same step: of two coordinators who ask at
 * once, each gets another one. What is decided on its own page is only shown the way to.
 */
export async function takeNext(acting: Acting, only?: QueueKind) {
  const queue = await queuePage(acting.db, acting.actor, acting.now, only)
  if (!queue) return refuse('coordinator-only')
  for (const item of queue.items) {
    if (item.kind !== 'report') return ok(item)
    if (item.heldBy !== null) continue
    const taken = await takeReport(acting, item.id)
    if (taken.ok) return ok(item)
  }
  return refuse('nothing-waits')
}
