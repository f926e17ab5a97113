import { setTimeout as sleep } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { schedule } from '#app/jobs/schedule.server.ts'

const now = () => new Date('2027-03-01T08:00:00Z')
const every = '* * * * * *'

it('runs a job with the register’s clock, and goes on after a failure', async () => {
  const failures: object[] = []
  const seen: Date[] = []
  const job = {
    name: 'count',
    when: every,
    run: async (at: Date) => {
      seen.push(at)
      if (seen.length === 1) throw new Error('on purpose')
    },
  }
  const jobs = schedule([job], now, { error: (fields) => void failures.push(fields) })
  while (seen.length < 2) await sleep(20)
  await jobs.stop()
  expect(seen[0]).toEqual(now())
  expect(failures).toMatchObject([{ job: 'count' }])
})

it('waits, when stopping, for what is under way', async () => {
  let done = false
  let begun = false
  const run = async () => {
    begun = true
    await sleep(200)
    done = true
  }
  const jobs = schedule([{ name: 'slow', when: every, run }], now, { error: () => {} })
  while (!begun) await sleep(20)
  await jobs.stop()
  expect(done).toBe(true)
})

/** A job that only runs when it is called, and how to call it. */
function called(run: () => Promise<void>) {
  const wakes = new Set<() => void>()
  const due = (wake: () => void) => {
    wakes.add(wake)
    return () => void wakes.delete(wake)
  }
  const job = { name: 'called', when: '0 0 0 1 1 *', run, due }
  return { job, wakes, wake: () => wakes.forEach((one) => one()) }
}

it('runs what is due before its time, once for all who call together', async () => {
  let turns = 0
  const { job, wake, wakes } = called(async () => void (turns += 1))
  const jobs = schedule([job], now, { error: () => {} })
  for (let i = 0; i < 50; i += 1) wake()
  await expect.poll(() => turns).toBe(1)
  wake()
  await expect.poll(() => turns).toBe(2)
  wake()
  await jobs.stop()
  await sleep(200)
  expect(turns).toBe(2)
  expect(wakes.size).toBe(0)
})

it('runs again for who called while it ran, and never twice at once', async () => {
  let [turns, running, most] = [0, 0, 0]
  const { job, wake } = called(async () => {
    turns += 1
    most = Math.max(most, (running += 1))
    await sleep(250)
    running -= 1
  })
  const jobs = schedule([job], now, { error: () => {} })
  wake()
  await expect.poll(() => turns).toBe(1)
  wake()
  await expect.poll(() => turns).toBe(2)
  await jobs.stop()
  expect([turns, running, most]).toEqual([2, 0, 1])
})
