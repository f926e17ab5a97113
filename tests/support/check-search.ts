import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { findMatches } from '#app/db/read/search.server.ts'
import { readSearch } from '#app/domain/browsing/search-text.ts'

/** Whom a search finds, best first. */
export const foundBy = async (db: Database, typed: string): Promise<string[]> =>
  (await findMatches(db, readSearch(typed).terms)).ranked.map(({ id }) => id)

/** What is kept to be searched is what filling an empty index would keep, and FTS5 agrees with it. */
export async function checkSearch(db: Database, fill: () => Promise<unknown>) {
  const kept = async () =>
    (await db.$client.execute('SELECT * FROM search_texts ORDER BY entry')).rows.map((row) => ({
      ...row,
    }))
  const before = await kept()
  for (const index of ['search', 'search_titles'])
    await db.$client.execute(`INSERT INTO ${index}(${index}, rank) VALUES ('integrity-check', 1)`)
  await db.$client.execute('DELETE FROM search_texts')
  await fill()
  expect(await kept()).toEqual(before)
}
