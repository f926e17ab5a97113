import { setImmediate as othersFirst } from 'node:timers/promises'

import { and, asc, gt, gte, inArray, sql, type SQL } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { publicCommitment } from './filters.server.ts'

/** Few enough to be read, and taken in, while nobody notices that they wait. */
const AT_ONCE = 500
export const ACTS_AT_ONCE = 5_000

/** By the index on entries: however long the log, only its new end is read. */
export const actsSince = (db: Database, entry: number) =>
  db
    .select({ entry: acts.entry, commitmentId: acts.commitmentId })
    .from(acts)
    .where(gte(acts.entry, entry))
    .orderBy(asc(acts.entry))
    .limit(ACTS_AT_ONCE)

/** In one row, as JSON: hundreds of rows, a column at a time, take several times as long to fetch. */
async function sliceOf<row>(db: Database, asJson: SQL, which: SQL): Promise<row[]> {
  const slice = db
    .select({ row: asJson.as('row') })
    .from(commitments)
    .where(and(publicCommitment, which))
    .orderBy(asc(commitments.id))
    .limit(AT_ONCE)
    .as('slice')
  const [found] = await db
    .select({
      rows: sql`json_group_array(json(${slice.row}))`.mapWith(
        (json: string) => JSON.parse(json) as row[],
      ),
    })
    .from(slice)
  return found?.rows ?? []
}

/** Every public commitment as `asJson` tells it, a slice at a time, letting others in between. */
export async function eachPublic<row extends { id: string }>(
  db: Database,
  asJson: SQL,
  take: (rows: row[]) => void,
) {
  for (let last = ''; ;) {
    const rows = await sliceOf<row>(db, asJson, gt(commitments.id, last))
    take(rows)
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)!.id
    await othersFirst()
  }
}

/** The same of those with these ids; each slice comes with the ids that were asked for. */
export async function eachPublicOf<row>(
  db: Database,
  asJson: SQL,
  ids: readonly string[],
  take: (rows: row[], asked: readonly string[]) => void,
) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const asked = ids.slice(from, from + AT_ONCE)
    take(await sliceOf<row>(db, asJson, inArray(commitments.id, asked)), asked)
    if (from + AT_ONCE < ids.length) await othersFirst()
  }
}
