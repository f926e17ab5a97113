import { beforeAll, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { noMemory } from '#scripts/verify/memory.ts'
import { verifyRegister, type Options } from '#scripts/verify/run.ts'
import { verdictInWords } from '#scripts/verify/verdict.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { testSigner } from '#tests/support/signer.ts'
import { serveRegister } from '#tests/support/whole-register.ts'
import { NOW } from '#tests/support/world.ts'

let full: FullRecord
let served: Awaited<ReturnType<typeof serveRegister>>
beforeAll(async () => {
  full = await fullRecord()
  await signLog(full.db)
  served = await serveRegister(full.db)
})

const run = (changes: Partial<Options> = {}) =>
  verifyRegister({
    url: new URL(served.address),
    vkey: testSigner().key,
    memory: noMemory,
    verify,
    now: () => NOW,
    pauseMs: 1,
    patienceMs: 0,
    ...changes,
  })

it('finds a register whole', async () => {
  const verdict = await run()
  expect(verdictInWords(verdict)).toContain('The log is whole: 16 entries')
  expect(verdict.problems).toEqual([])
})
