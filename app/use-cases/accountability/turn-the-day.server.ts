import type { Database, Transaction } from '#app/db/client.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, saveCommitment } from '#app/db/write/commitments.server.ts'
import { loadDeclaration } from '#app/db/write/declarations.server.ts'
import {
  everyMilestoneFinal,
  loadPublishedIds,
  refreshStanding,
} from '#app/db/write/standing.server.ts'
import { closeCommitment } from '#app/domain/commitments/commitment.ts'
import { isFrozen } from '#app/domain/reviews/reply.ts'

import { record } from '../record.server.ts'

const AT_ONCE = 50

/** What a new day changes by itself: milestones fall due or silent, finished commitments close. */
export async function turnTheDay({ db, now }: { db: Database; now: Date }) {
  const ids = await writing(db, loadPublishedIds)
  // In batches, so that people's own acts are not kept waiting behind the whole register.
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await writing(db, async (tx) => {
      for (const id of ids.slice(from, from + AT_ONCE)) {
        // What closes does so in public; while nothing is published it waits.
        if (!publishingStop(db)) await closeIfFinal(tx, id, now)
        await refreshStanding(tx, id, now)
      }
    })
}

async function closeIfFinal(tx: Transaction, id: string, now: Date) {
  const commitment = await loadCommitment(tx, id)
  const declaration = commitment && (await loadDeclaration(tx, commitment.declaration))
  if (!commitment || !declaration) return
  const final = await everyMilestoneFinal(tx, id, (decidedAt) =>
    isFrozen(decidedAt, declaration.settings, now),
  )
  const closing = closeCommitment(commitment, final, now)
  if (closing.ok) {
    await saveCommitment(
      tx,
      closing.value.commitment,
      { userId: 'register', now },
      { endedAt: now },
    )
    await record(tx, closing.value.act)
  }
}
