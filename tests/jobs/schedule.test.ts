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
