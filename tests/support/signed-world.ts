import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'

import { testSigner } from './signer.ts'
import { daysFromNow, world } from './world.ts'

/** A small register whose log is signed whenever it is asked to be. */
export async function signedWorld() {
  const w = await world()
  const marks = memoryMarks()
  const signer = testSigner()
  const sign = (now = daysFromNow(0)) => signCheckpoint({ db: w.db, now, signer, marks })
  await sign()
  return { ...w, marks, signer, sign }
}
