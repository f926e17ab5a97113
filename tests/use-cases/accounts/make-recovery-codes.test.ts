import { expect, it } from 'vitest'

import { giveFactor } from '#app/use-cases/accounts/give-factor.server.ts'
import {
  makeRecoveryCodes,
  newRecoveryCodes,
} from '#app/use-cases/accounts/make-recovery-codes.server.ts'
import { ownFactor } from '#tests/support/own-factor.ts'

it('makes ten in place of the old ones, for who has a factor', async () => {
  const w = await ownFactor()
  const made = await makeRecoveryCodes(await w.acting())
  if (!made.ok) throw new Error(made.code)
  expect(made.value.codes).toHaveLength(10)
  const give = async (code: string) => (await giveFactor(await w.acting(), w.ada.id, code)).ok
  expect(await give(w.recovery[0]!)).toBe(false)
  expect(await give(made.value.codes[0]!)).toBe(true)
  expect(await makeRecoveryCodes(await w.acting(w.eve.id))).toMatchObject({
    code: 'factor-missing',
  })
})

it('keeps a hash of each', () => {
  const { codes, hashes } = newRecoveryCodes()
  expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  expect(new Set([...codes, ...hashes]).size).toBe(20)
})
