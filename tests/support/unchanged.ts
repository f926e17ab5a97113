import { createHash } from 'node:crypto'

import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import type { Result } from '#app/domain/shared/result.ts'
import type { Acting } from '#app/use-cases/acting.ts'

import type { World } from './world.ts'

/** Every table with the number of its rows and a hash of all they say; not the notes of refusals. */
export async function everyTable(db: Database): Promise<Record<string, string>> {
  // What an index for searching keeps, it keeps of `search_texts`, which is here.
  const { rows: tables } = await db.$client.execute(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'refused_attempts' ORDER BY name",
  )
  const said: Record<string, string> = {}
  for (const row of tables) {
    const name = row['name'] as string
    const { rows } = await db.$client.execute(`SELECT * FROM "${name}" ORDER BY rowid`)
    const text = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : value,
    )
    said[name] = `${rows.length} rows ${createHash('sha256').update(text).digest('hex')}`
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

type Person =
  | 'stranger'
  | 'partner'
  | 'editor'
  | 'otherPartner'
  | 'coordinator'
  | 'secondCoordinator'
  | 'conflicted'
  | 'administrator'

/** What each of these people is told who tries it; none of them may change a row. */
export async function refusals<who extends Person>(
  w: World,
  people: readonly who[],
  ask: (acting: Acting) => Promise<Result<unknown, string>>,
): Promise<Record<who, string>> {
  const codes: Partial<Record<who, string>> = {}
  for (const who of people) codes[who] = await refused(w.db, () => ask(w.as(w[who])))
  return codes as Record<who, string>
}
