import { expect, it } from 'vitest'

import { memorySealer } from '#app/adapters/sealer/memory-sealer.server.ts'
import { giveFactor, recoveryHash } from '#app/use-cases/accounts/give-factor.server.ts'
import { ownFactor } from '#tests/support/own-factor.ts'

it('takes a code of the app once', async () => {
  const w = await ownFactor()
  const give = async () => giveFactor(await w.acting(), w.ada.id, w.code(w.secret))
  expect(await give()).toMatchObject({ value: { outcome: 'second-factor' } })
  expect(await give()).toMatchObject({ code: 'wrong-code' })
})

it('takes nothing of somebody else', async () => {
  const w = await ownFactor()
  const give = async (code: string) => giveFactor(await w.acting(), w.eve.id, code)
  expect(await give(w.code(w.secret))).toMatchObject({ code: 'wrong-code' })
  expect(await give(w.recovery[0]!)).toMatchObject({ code: 'wrong-code' })
})

it('without the key no code opens anything, and recovery codes still do', async () => {
  const w = await ownFactor()
  const lost = { ...(await w.acting()), sealer: memorySealer() }
  expect(await giveFactor(lost, w.ada.id, w.code(w.secret))).toMatchObject({
    code: 'factor-unreadable',
  })
  expect(await giveFactor(lost, w.ada.id, w.recovery[0]!)).toMatchObject({
    value: { outcome: 'recovery-code' },
  })
})

it('hashes a recovery code alike however it was typed', () => {
  expect(recoveryHash('AB0O-1ilz')).toBe(recoveryHash('ab00 111z'))
})
