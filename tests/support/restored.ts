import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { missingEntries } from '#app/use-cases/ledger/missing-entries.server.ts'
import { restoreEntries } from '#app/use-cases/ledger/restore-entries.server.ts'

import { checkLog } from './check-log.ts'
import { checkReplay } from './check-replay.ts'
import { backupOf, broughtBack } from './copies.ts'
import { mirrorOf } from './log-mirror.ts'
import type { signedWorld } from './signed-world.ts'
import { NOW } from './world.ts'

type Signed = Awaited<ReturnType<typeof signedWorld>>

/** What was backed up, brought back and filled with what happened meanwhile. */
export async function restoredAfter(w: Signed, meanwhile: () => Promise<unknown>) {
  const backup = await backupOf(w.db)
  await meanwhile()
  await w.sign()
  const { db } = await broughtBack(backup)
  const missing = await missingEntries(db, mirrorOf(w.db), (await newestCheckpoint(w.db))!)
  await writing(db, (tx) => restoreEntries(tx, missing, NOW))
  await checkLog(db)
  await checkReplay(db, NOW)
  return { db, as: (actor: Signed['partner']) => ({ db, actor, now: NOW }) }
}
