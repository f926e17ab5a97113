import { expect, it } from 'vitest'

import { afterCommit } from '#app/db/after-commit.server.ts'
import { users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { freshDatabase } from '#tests/support/database.ts'

const person = (id: string) => ({
  id,
  email: `${id}@example.org`,
  name: 'Ada',
  locale: 'en' as const,
  passwordHash: '-',
  createdAt: new Date('2027-01-01T00:00:00Z'),
})

it('is told after each commit of its database, and of nothing else', async () => {
  const [db, other] = [await freshDatabase(), await freshDatabase()]
  const seen: number[] = []
  const stop = afterCommit(db, () => void db.$count(users).then((n) => seen.push(n)))

  await writing(db, (tx) => tx.insert(users).values(person('u1')))
  await expect.poll(() => seen).toEqual([1])
  await writing(other, (tx) => tx.insert(users).values(person('u1')))
  const failed = writing(db, async (tx) => {
    await tx.insert(users).values(person('u2'))
    throw new Error('on purpose')
  })
  await expect(failed).rejects.toThrow('on purpose')
  await writing(db, (tx) => tx.insert(users).values(person('u3')))
  await expect.poll(() => seen).toEqual([1, 2])

  stop()
  await writing(db, (tx) => tx.insert(users).values(person('u4')))
  expect(await db.$count(users)).toBe(3)
  expect(seen).toEqual([1, 2])
})
