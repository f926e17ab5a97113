import { isNotNull } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import {
  commitmentsData,
  declarationsData,
  organisationsData,
} from '#app/db/read/open-data.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { serials } from '#app/db/schema/commitments.ts'
import { writing } from '#app/db/transaction.server.ts'
import { publicKinds } from '#app/domain/acts/act.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { missingEntries } from '#app/use-cases/ledger/missing-entries.server.ts'
import { restoreEntries } from '#app/use-cases/ledger/restore-entries.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { backupOf, broughtBack } from '#tests/support/copies.ts'
import { mirrorOf } from '#tests/support/log-mirror.ts'
import { testSigner } from '#tests/support/signer.ts'
import { story } from '#tests/support/story.ts'
import { daysFromNow, world } from '#tests/support/world.ts'

const now = daysFromNow(20)

/** All that is told of the public record, and of nothing else. */
async function told(db: Database) {
  const all = { after: '', limit: 1_000 }
  const { declarations } = await declarationsData(db)
  const { organisations } = await organisationsData(db, all)
  const { commitments } = await commitmentsData(db, all, now)
  return { declarations, organisations, commitments }
}

it(
  'brings the whole public record back, from a backup of any moment',
  { timeout: 240_000 },
  async () => {
    const w = await world()
    const backups: { what: string; file: string }[] = []
    await story(w, async (what) => void backups.push({ what, file: await backupOf(w.db) }))
    const kinds = await w.db
      .selectDistinct({ kind: acts.kind })
      .from(acts)
      .where(isNotNull(acts.entry))
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual([...publicKinds].toSorted())

    await signCheckpoint({ db: w.db, now, signer: testSigner(), marks: memoryMarks() })
    const signed = (await newestCheckpoint(w.db))!
    const [root, whole] = [await checkLog(w.db), await told(w.db)]
    const serial = await w.db.select().from(serials)
    for (const { what, file } of backups) {
      const { db } = await broughtBack(file)
      const missing = await missingEntries(db, mirrorOf(w.db), signed)
      const restored = await writing(db, (tx) => restoreEntries(tx, missing, now))
      expect({ what, entries: restored.entries }).toEqual({ what, entries: missing.length })
      expect({ what, root: await checkLog(db) }).toEqual({ what, root })
      expect({ what, told: await told(db) }).toEqual({ what, told: whole })
      await checkReplay(db, now)
      await checkStanding(db, dayOf(now))
      expect(await db.select().from(serials)).toEqual(serial)
    }
  },
)
