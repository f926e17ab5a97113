import { expect, it } from 'vitest'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { sha256, sha256Digest } from '#app/domain/ledger/sha256.ts'

it('hashes alike, natively and not', () => {
  const some = Array.from({ length: 200 }, (_, n) => new Uint8Array(n).fill(n))
  const plain = some.map((bytes) => hex(sha256(bytes)))
  const digests = ['', 'abc', 'WyJ'.repeat(200)]
  const spelled = digests.map(sha256Digest)
  hashNatively()
  expect(digests.map(sha256Digest)).toEqual(spelled)
  expect(some.map((bytes) => hex(sha256(bytes)))).toEqual(plain)
  expect(sha256(new Uint8Array()).constructor).toBe(Uint8Array)
})
