import type { Database, Transaction } from '#app/db/client.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, saveCommitment } from '#app/db/write/commitments.server.ts'
import { loadDeclaration } from '#app/db/write/declarations.server.ts'
import {
  loadDecidedForGood,
  loadDueToTurn,
  refreshStandings,
} from '#app/db/write/standing.server.ts'
import { closeCommitment } from '#app/domain/commitments/commitment.ts'
import { isFrozen } from '#app/domain/reviews/reply.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import { record } from '../record.server.ts'

const AT_ONCE = 50

/** What a new day changes by itself: milestones fall due or silent, finished commitments close. */
export async function turnTheDay({ db, now }: { db: Database; now: Date }) {
  const ids = await writing(db, (tx) => loadDueToTurn(tx, dayOf(now)))
  // In batches, so that people's own acts are not kept waiting behind the whole register.
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await writing(db, async (tx) => {
      const due = ids.slice(from, from + AT_ONCE)
      // What closes does so in public; while nothing is published it waits.
      if (!publishingStop(db)) await closeFinal(tx, due, now)
      await refreshStandings(tx, due, now)
    })
}

async function closeFinal(tx: Transaction, ids: readonly string[], now: Date) {
  for (const [id, decidedAt] of await loadDecidedForGood(tx, ids)) {
    const commitment = await loadCommitment(tx, id)
    const declaration = commitment && (await loadDeclaration(tx, commitment.declaration))
    if (!commitment || !declaration) continue
    const final = isFrozen(decidedAt, declaration.settings, now)
    const closing = closeCommitment(commitment, final, now)
    if (!closing.ok) continue
    const by = { userId: 'register', now }
    await saveCommitment(tx, closing.value.commitment, by, { endedAt: now })
    await record(tx, closing.value.act)
  }
}
