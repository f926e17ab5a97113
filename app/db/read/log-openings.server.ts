import { and, asc, gte, lt, sql } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { disclosures, logEntries } from '../schema/log.ts'

/** What an entry says: each field still open, and which digests which later entry withholds. */
export type Openings = {
  index: number
  d: string[]
  withheld: { digest: string; redaction: number }[]
}

/** The openings beside the entries from `start` up to, not including, `end`, one for each. */
export async function openingsBetween(
  db: Database,
  start: number,
  end: number,
): Promise<Openings[]> {
  const within = and(gte(disclosures.idx, start), lt(disclosures.idx, end))
  const [entries, rows] = await db.batch([
    db
      .select({ index: logEntries.idx })
      .from(logEntries)
      .where(and(gte(logEntries.idx, start), lt(logEntries.idx, end)))
      .orderBy(asc(logEntries.idx)),
    // As they were written, which is the order of the act's fields.
    db
      .select()
      .from(disclosures)
      .where(within)
      .orderBy(asc(disclosures.idx), sql`rowid`),
  ])
  const found = new Map(
    entries.map(({ index }) => [index, { index, d: [], withheld: [] } as Openings]),
  )
  for (const { idx, digest, disclosure, redaction } of rows) {
    const openings = found.get(idx)
    if (disclosure !== null) openings?.d.push(disclosure)
    else if (redaction !== null) openings?.withheld.push({ digest, redaction })
  }
  return [...found.values()]
}
