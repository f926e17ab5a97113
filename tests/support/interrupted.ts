import type { TransactionMode } from '@libsql/client'
import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'

import { everyTable } from './unchanged.ts'

/**
 * Does it again and again: first its first statement fails, then its second, and so on to the
 * commit, until nothing fails any more. No failed attempt may leave anything behind.
 */
export async function interrupted<value>(
  db: Database,
  action: () => Promise<value>,
): Promise<{ result: value; statements: number }> {
  const begin = db.$client.transaction.bind(db.$client)
  const before = await everyTable(db)
  let count = 0
  let failing = 0
  db.$client.transaction = async (mode: TransactionMode = 'write') => {
    const tx = await begin(mode)
    const [execute, commit] = [tx.execute.bind(tx), tx.commit.bind(tx)]
    const step = () => {
      count += 1
      if (count === failing) throw new Error('on purpose')
    }
    tx.execute = async (statement) => {
      step()
      return execute(statement)
    }
    tx.commit = async () => {
      step()
      return commit()
    }
    return tx
  }
  try {
    for (;;) {
      failing += 1
      count = 0
      try {
        const result = await action()
        expect(count).toBe(failing - 1)
        return { result, statements: count }
      } catch (error) {
        expect(rootOf(error)).toMatchObject({ message: 'on purpose' })
        expect(await everyTable(db)).toEqual(before)
      }
    }
  } finally {
    db.$client.transaction = begin
  }
}

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error
