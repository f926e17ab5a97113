import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'

import { freshDatabase } from './database.ts'
import { growLog } from './long-log.ts'
import { testSigner } from './signer.ts'
import { granted, NOW } from './world.ts'

type Line = { level: string; message: string } & Record<string, unknown>

/** A log that grows and signs in a database of its own, and what it logs of its witnesses. */
export async function witnessedLog(given: { db?: Database } = {}) {
  const db = given.db ?? (await freshDatabase())
  const signer = testSigner()
  const marks = memoryMarks()
  const lines: Line[] = []
  const keep = (level: string) => (fields: object, message: string) =>
    void lines.push({ ...fields, level, message })
  return {
    db,
    signer,
    marks,
    lines,
    levels: () => lines.map(({ level }) => level),
    asking: {
      db,
      logKey: signer.key,
      verify,
      log: { info: keep('info'), warn: keep('warn'), error: keep('error') },
    },
    /** Makes the log that long, and signs it. */
    grow: async (size: number) => {
      await growLog(db, size)
      granted(await signCheckpoint({ db, now: NOW, signer, marks }))
    },
  }
}
