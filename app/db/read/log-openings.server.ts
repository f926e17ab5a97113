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
  const isOpen = sql`${disclosures.disclosure} is not null`
  const isWithheld = sql`${disclosures.disclosure} is null and ${disclosures.redaction} is not null`
  const [entries, rows] = await db.batch([
    db
      .select({ index: logEntries.idx })
      .from(logEntries)
      .where(and(gte(logEntries.idx, start), lt(logEntries.idx, end)))
      .orderBy(asc(logEntries.idx)),
    // One row an entry: a bundle has thousands of disclosures, and rows are what costs.
    db
      .select({
        idx: disclosures.idx,
        // As they were written, which is the order of the act's fields.
        d: sql<string>`json_group_array(${disclosures.disclosure} order by rowid) filter (where ${isOpen})`,
        withheld: sql<string>`json_group_array(
          json_object('digest', ${disclosures.digest}, 'redaction', ${disclosures.redaction}) order by rowid
        ) filter (where ${isWithheld})`,
      })
      .from(disclosures)
      .where(within)
      .groupBy(disclosures.idx),
  ])
  const found = new Map(rows.map((row) => [row.idx, row]))
  return entries.map(({ index }) => {
    const { d = '[]', withheld = '[]' } = found.get(index) ?? {}
    return {
      index,
      d: JSON.parse(d) as string[],
      withheld: JSON.parse(withheld) as Openings['withheld'],
    }
  })
}
