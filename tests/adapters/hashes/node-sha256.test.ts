import { expect, it } from 'vitest'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { sha256 } from '#app/domain/ledger/sha256.ts'

it('hashes alike, natively and not', () => {
  const some = Array.from({ length: 200 }, (_, n) => new Uint8Array(n).fill(n))
  const plain = some.map((bytes) => hex(sha256(bytes)))
  hashNatively()
  expect(some.map((bytes) => hex(sha256(bytes)))).toEqual(plain)
  expect(sha256(new Uint8Array()).constructor).toBe(Uint8Array)
})
