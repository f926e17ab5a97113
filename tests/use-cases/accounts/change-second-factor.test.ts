import { expect, it } from 'vitest'

import { changeSecondFactor } from '#app/use-cases/accounts/change-second-factor.server.ts'
import { ownFactor } from '#tests/support/own-factor.ts'
import { granted } from '#tests/support/world.ts'

async function changing(who: 'ada' | 'eve') {
  const w = await ownFactor()
  const change = async (asked: Parameters<typeof changeSecondFactor>[1]) =>
    changeSecondFactor({ ...(await w.acting(w[who].id)), rule: 'offered' }, asked)
  return { ...w, change }
}

it.each(['begin', 'codes'] as const)(
  'asks whoever has an app for a code of it: %s',
  async (intent) => {
    const w = await changing('ada')
    expect(await w.change({ intent })).toEqual({ ok: false, code: 'missing' })
    expect(await w.change({ intent, code: '000000' })).toMatchObject({ code: 'wrong-code' })
    expect(await w.change({ intent, code: w.code(w.secret) })).toMatchObject({ ok: true })
  },
)

it('sets up an app by its first code, and takes it away by another', async () => {
  const w = await changing('eve')
  expect(await w.change({ intent: 'codes' })).toMatchObject({ code: 'factor-missing' })
  const begun = granted(await w.change({ intent: 'begin' }))
  if (begun.did !== 'begun') throw new Error(begun.did)
  const { secret, waiting } = begun
  const enrolled = await w.change({ intent: 'confirm', waiting, code: w.code(secret) })
  expect(enrolled).toMatchObject({ ok: true, value: { did: 'enrolled' } })
  w.pass(1)
  const removed = await w.change({ intent: 'remove', code: w.code(secret) })
  expect(removed).toEqual({ ok: true, value: { did: 'removed' } })
})
