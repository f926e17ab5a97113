import { createHash } from 'node:crypto'

import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import type { Result } from '#app/domain/shared/result.ts'

/** Every table with the number of its rows and a hash of all they say. */
export async function everyTable(db: Database): Promise<Record<string, string>> {
  const { rows: tables } = await db.$client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  const said: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await db.$client.execute(`SELECT * FROM "${String(name)}" ORDER BY rowid`)
    const text = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : value,
    )
    said[String(name)] = `${rows.length} rows ${createHash('sha256').update(text).digest('hex')}`
  }
  return said
}

/** Does it, and proves that not one row anywhere is another than before. */
export async function unchanged<value>(db: Database, action: () => Promise<value>): Promise<value> {
  const before = await everyTable(db)
  const result = await action()
  expect(await everyTable(db)).toEqual(before)
  return result
}

/** The code of a refusal that wrote nothing. */
export async function refused(
  db: Database,
  action: () => Promise<Result<unknown, string>>,
): Promise<string> {
  const result = await unchanged(db, action)
  return result.ok ? 'not refused' : result.code
}
