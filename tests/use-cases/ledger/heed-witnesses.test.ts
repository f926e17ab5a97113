import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { memoryWitness } from '#app/adapters/witnesses/memory-witness.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import { COSIGNATURE_KEY, type VerifierKey } from '#app/domain/ledger/signed-note.ts'
import { askWitnesses } from '#app/use-cases/ledger/ask-witnesses.server.ts'
import { heedWitnesses } from '#app/use-cases/ledger/heed-witnesses.server.ts'
import { witnessedLog } from '#tests/support/witnessed-log.ts'
import { keyOf } from '#tests/support/witnessing.ts'
import { NOW } from '#tests/support/world.ts'

const inProcess = (logKey: VerifierKey) =>
  memoryWitness({ ...keyOf('w.example', COSIGNATURE_KEY, 9), logKey, verify, now: () => NOW })

it('finds nothing wrong with a log that holds what was cosigned', async () => {
  const log = await witnessedLog()
  const [fresh, away, watching] = [1, 2, 3].map(() => inProcess(log.signer.key))
  away!.failing = 'connection refused'
  await log.grow(5)
  await askWitnesses([watching!], log.asking)
  await log.grow(700)
  expect(await heedWitnesses([fresh!, away!, watching!], log.asking)).toBeUndefined()
  expect(publishingStop(log.db)).toBeUndefined()
})

it('stops a database that forgot what a witness remembers', async () => {
  const log = await witnessedLog()
  const watching = inProcess(log.signer.key)
  await log.grow(5)
  await askWitnesses([watching], log.asking)

  // Brought back from before, with the marks beside it: only others can tell.
  const restored = await witnessedLog()
  await restored.grow(2)
  const found = { code: 'entries-missing', signed: 5, held: 2 }
  expect(await heedWitnesses([watching], restored.asking)).toEqual(found)
  expect(publishingStop(restored.db)).toEqual(found)
})
