import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { logHead } from '#app/db/read/log-head.server.ts'
import {
  commitmentSlices,
  organisationSlices,
  partiesOf,
  SLICE,
} from '#app/db/read/whole-register.server.ts'
import { manyCommitments } from '#tests/support/many.ts'
import { fullScans, plansOf, sorts } from '#tests/support/query-plan.ts'
import { drafted, NOW, published, submitted, world } from '#tests/support/world.ts'

/** Counts the questions that are asked at once: a slice is one of them. */
function counting(db: Database) {
  const client = db.$client
  const execute = client.execute.bind(client)
  const asked = { times: 0 }
  client.execute = ((one: never) => {
    asked.times += 1
    return execute(one)
  }) as typeof execute
  return asked
}

it('reads no slice before it is asked for, and every commitment once, by number', async () => {
  const w = await world()
  await manyCommitments(w, 2 * SLICE + 5)
  const { size } = await logHead(w.db)
  const asked = counting(w.db)
  const slices = commitmentSlices(w.db, { size, now: NOW })
  const numbers: string[] = []
  for (let read = 1; read <= 3; read += 1) {
    const step = await slices.next()
    expect(asked.times).toBe(read)
    if (!step.done) numbers.push(...step.value.map(({ number }) => number))
  }
  expect((await slices.next()).done).toBe(true)
  expect(asked.times).toBe(3)
  expect(new Set(numbers).size).toBe(2 * SLICE + 5)
  expect(numbers).toEqual(numbers.toSorted())
})

it('leaves out what was published after the state it is asked for', async () => {
  const w = await world()
  const first = await published(w)
  const { size } = await logHead(w.db)
  const slices = commitmentSlices(w.db, { size, now: NOW })
  await published(w, { title: 'Published while it was being read' })
  const read = []
  for await (const slice of slices) read.push(...slice)
  expect(read.map(({ id }) => id)).toEqual([first.id])
})

it('knows nothing of drafts, nor of organisations nobody verified', async () => {
  const w = await world()
  await drafted(w)
  await submitted(w)
  const one = await published(w)
  const read = []
  for await (const slice of commitmentSlices(w.db, { size: 1_000, now: NOW })) read.push(...slice)
  expect(read.map(({ id }) => id)).toEqual([one.id])
  const ids = []
  for await (const slice of organisationSlices(w.db)) ids.push(...slice.map(({ id }) => id))
  expect(ids.toSorted()).toEqual([w.organisationId, w.otherOrganisationId].toSorted())
  expect([...(await partiesOf(w.db, read)).keys()]).toEqual([w.organisationId])
})

it('asks nothing that reads a whole table, and sorts nothing', async () => {
  const w = await world()
  const one = await published(w)
  const plans = await plansOf(w.db, async () => {
    for await (const slice of commitmentSlices(w.db, { size: 1_000, now: NOW }))
      await partiesOf(w.db, slice)
    for await (const slice of organisationSlices(w.db)) expect(slice).not.toEqual([])
  })
  expect(one.number).not.toBeNull()
  expect(plans.flatMap(fullScans)).toEqual([])
  expect(plans.flatMap(sorts).length).toBeLessThan(12)
})
