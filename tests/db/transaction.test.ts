import { setTimeout as sleep } from 'node:timers/promises'

import { createClient } from '@libsql/client'
import { count, eq } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'

import { databaseAnswers } from '#app/db/client.server.ts'
import { users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { DatabaseBusy, DatabaseFull } from '#app/db/unavailable.server.ts'
import { freshDatabase, freshFile } from '#tests/support/database.ts'

const person = (id: string) => ({
  id,
  email: `${id}@example.org`,
  name: 'Ada',
  locale: 'en' as const,
  passwordHash: '-',
  createdAt: new Date('2027-01-01T00:00:00Z'),
})
const undone: (() => void)[] = []
afterEach(() => {
  for (const undo of undone.splice(0)) undo()
})

async function howMany(db: Awaited<ReturnType<typeof freshDatabase>>) {
  return (await db.select({ n: count() }).from(users).get())?.n
}

it('lets a hundred writers in one after the other, and undoes the ten that fail', async () => {
  const db = await freshDatabase()
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, (_, i) =>
      writing(db, async (tx) => {
        await tx.insert(users).values(person(`u${i}`))
        if (i % 10 === 0) throw new Error('on purpose')
        return i
      }),
    ),
  )
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(90)
  expect(results[0]).toMatchObject({ status: 'rejected', reason: { message: 'on purpose' } })
  expect(await howMany(db)).toBe(90)
})

it('gives fifty simultaneous identical actions one effect', async () => {
  const db = await freshDatabase()
  const results = await Promise.all(
    Array.from({ length: 50 }, () =>
      writing(db, async (tx) => {
        if (await tx.select().from(users).where(eq(users.id, 'u1')).get()) return 'refused'
        await tx.insert(users).values(person('u1'))
        return 'done'
      }),
    ),
  )
  expect(results.filter((one) => one === 'done')).toHaveLength(1)
  expect(await howMany(db)).toBe(1)
})

it('shows a reader the last commit while a write is open', async () => {
  const db = await freshDatabase()
  let open = () => {}
  const until = new Promise<void>((resolve) => (open = resolve))
  let inserted = () => {}
  const written = new Promise<void>((resolve) => (inserted = resolve))
  const writer = writing(db, async (tx) => {
    await tx.insert(users).values(person('u1'))
    inserted()
    await until
  })
  await written
  expect(await howMany(db)).toBe(0)
  open()
  await writer
  expect(await howMany(db)).toBe(1)
})

async function foreignLock(url: string) {
  const other = createClient({ url })
  const transaction = await other.transaction('write')
  undone.push(() => other.close())
  return transaction
}

it('waits for a lock somebody else holds, without stopping the process', async () => {
  const { db, url } = await freshFile()
  const held = await foreignLock(url)
  let ticks = 0
  const clock = setInterval(() => (ticks += 1), 10)
  undone.push(() => clearInterval(clock))
  const write = writing(db, (tx) => tx.insert(users).values(person('u1')))
  await sleep(300)
  expect(ticks).toBeGreaterThan(5)
  await held.rollback()
  await write
  expect(await howMany(db)).toBe(1)
})

it('gives up within three seconds, with all who wait behind, and writes again afterwards', async () => {
  const { db, url } = await freshFile()
  const held = await foreignLock(url)
  const started = performance.now()
  const results = await Promise.allSettled(
    ['u1', 'u2', 'u3'].map((id) => writing(db, (tx) => tx.insert(users).values(person(id)))),
  )
  expect(performance.now() - started).toBeLessThan(3_000)
  for (const one of results)
    expect(one).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseBusy) })
  expect(await databaseAnswers(db)).toBe(true)

  await held.rollback()
  for (let i = 0; i < 20; i += 1)
    await writing(db, (tx) => tx.insert(users).values(person(`later${i}`)))
  expect(await howMany(db)).toBe(20)
})

it('heals when the lock is taken between the probe and the beginning', async () => {
  const { db, url } = await freshFile()
  const probe = db.$client.executeMultiple.bind(db.$client)
  let held: Awaited<ReturnType<typeof foreignLock>> | undefined
  db.$client.executeMultiple = async (sql) => {
    await probe(sql)
    if (!held) {
      held = await foreignLock(url)
      setTimeout(() => void held?.rollback(), 100)
    }
  }
  await writing(db, (tx) => tx.insert(users).values(person('u1')))
  for (let i = 0; i < 5; i += 1)
    await writing(db, (tx) => tx.insert(users).values(person(`later${i}`)))
  expect(await howMany(db)).toBe(6)
})

it('says that the disk is full, writes nothing, and goes on when there is room', async () => {
  const db = await freshDatabase()
  await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  const pages = Number((await db.$client.execute('PRAGMA page_count')).rows[0]?.[0])
  // The limit belongs to a connection: the pool holds one while nothing else runs.
  await db.$client.execute(`PRAGMA max_page_count = ${pages}`)
  const big = { ...person('u1'), name: 'x'.repeat(200_000) }
  await expect(writing(db, (tx) => tx.insert(users).values(big))).rejects.toBeInstanceOf(
    DatabaseFull,
  )
  expect(await howMany(db)).toBe(0)
  await db.$client.execute('PRAGMA max_page_count = 1000000')
  await writing(db, (tx) => tx.insert(users).values(big))
  expect(await howMany(db)).toBe(1)
})

it('passes an error of the work on as it is', async () => {
  const db = await freshDatabase()
  const twice = writing(db, async (tx) => {
    await tx.insert(users).values(person('u1'))
    await tx.insert(users).values(person('u1'))
  })
  await expect(twice).rejects.toMatchObject({ cause: { code: 'SQLITE_CONSTRAINT' } })
  await writing(db, (tx) => tx.insert(users).values(person('u2')))
  expect(await howMany(db)).toBe(1)
})
