import { setImmediate as othersFirst } from 'node:timers/promises'

import { and, asc, gt, gte, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

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

/** Some commitments, whose columns can be asked for. */
export const slice = alias(commitments, 'slice')

/** A commitment as it is read here: its id, and what else was asked for, in that order. */
export type Told = readonly [id: string, ...unknown[]]

/** In one row, as JSON: hundreds of rows, a column at a time, take several times as long to fetch. */
async function sliceOf<told extends Told>(db: Database, columns: SQL, which: SQL): Promise<told[]> {
  const [found] = await db.all<{ told: string }>(sql`
    select json_group_array(json_array(${slice.id}, ${columns})) as told
    from (select * from ${commitments} where ${and(publicCommitment, which)}
      order by ${commitments.id} limit ${AT_ONCE}) as slice`)
  return JSON.parse(found?.told ?? '[]') as told[]
}

/** Every public commitment with these columns, a slice at a time, letting others in between. */
export async function eachPublic<told extends Told>(
  db: Database,
  columns: SQL,
  take: (rows: told[]) => void,
) {
  for (let last = ''; ;) {
    const rows = await sliceOf<told>(db, columns, gt(commitments.id, last))
    take(rows)
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)![0]
    await othersFirst()
  }
}

/** The same of those with these ids; each slice comes with the ids that were asked for. */
export async function eachPublicOf<told extends Told>(
  db: Database,
  columns: SQL,
  ids: readonly string[],
  take: (rows: told[], asked: readonly string[]) => void,
) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const asked = ids.slice(from, from + AT_ONCE)
    take(await sliceOf<told>(db, columns, inArray(commitments.id, asked)), asked)
    if (from + AT_ONCE < ids.length) await othersFirst()
  }
}
