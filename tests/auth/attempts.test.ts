import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { attempts, fixedWindow, growingWait } from '#app/auth/attempts.server.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'

const MINUTE = 60_000
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())
const pass = (ms: number) => vi.advanceTimersByTime(ms)

const times = async (throttle: Throttle, count: number, name = 'ada@example.org') => {
  const turns = []
  for (let i = 0; i < count; i += 1) turns.push(await throttle.take(name))
  return turns
}
const granted = { ok: true, last: false }

it('grants five tries, says that the fifth is the last, and then when there is another', async () => {
  const { passwords } = attempts()
  expect(await times(passwords, 4)).toEqual([granted, granted, granted, granted])
  expect(await times(passwords, 3)).toEqual([
    { ok: true, last: true },
    { ok: false, seconds: 60, first: true },
    { ok: false, seconds: 60, first: false },
  ])
  pass(45_000)
  expect(await times(passwords, 1)).toMatchObject([{ ok: false, seconds: 15 }])
})

it('waits longer each time, to a quarter of an hour, and shuts nobody out', async () => {
  const { passwords } = attempts()
  const refusedFor = async () => {
    const [turn] = await times(passwords, 1)
    return turn?.ok === false ? turn.seconds : 0
  }
  const waits: number[] = []
  await times(passwords, 5)
  for (let i = 0; i < 3; i += 1) {
    const seconds = await refusedFor()
    waits.push(seconds)
    pass(seconds * 1_000)
    // One more try, which nobody is warned of again.
    expect(await times(passwords, 1)).toEqual([granted])
  }
  pass(15 * MINUTE)
  expect((await times(passwords, 5)).map(({ ok }) => ok)).toEqual(Array(5).fill(true))
  expect([...waits, await refusedFor()]).toEqual([60, 120, 240, 900])
})

it('lets no more through when a hundred come at once', async () => {
  const { passwords } = attempts()
  const turns = await Promise.all(
    Array.from({ length: 100 }, () => passwords.take('ada@example.org')),
  )
  expect(turns.filter(({ ok }) => ok)).toHaveLength(5)
})

it('counts each name for itself, and forgets a name whose try was right', async () => {
  const { passwords } = attempts()
  await times(passwords, 5)
  expect(await times(passwords, 1, 'eve@example.org')).toEqual([granted])
  await passwords.clear('ada@example.org')
  expect(await times(passwords, 4)).toEqual([granted, granted, granted, granted])
})

it('begins anew when the time is over', async () => {
  const passwords = growingWait({ free: 2, within: 60, remembered: 120 })
  expect(await times(passwords, 2)).toEqual([granted, { ok: true, last: true }])
  pass(3 * MINUTE)
  expect(await times(passwords, 2)).toEqual([granted, { ok: true, last: true }])
})

it('sends three letters an hour to an address', async () => {
  const { letters } = attempts()
  expect(await times(letters, 5)).toEqual([
    granted,
    granted,
    granted,
    { ok: false, seconds: 3_600, first: true },
    { ok: false, seconds: 3_600, first: false },
  ])
  pass(60 * MINUTE)
  expect(await times(letters, 1)).toEqual([granted])
  const one = fixedWindow({ free: 1, within: 60 })
  await times(one, 1)
  await one.clear('ada@example.org')
  expect(await times(one, 1)).toEqual([granted])
})
