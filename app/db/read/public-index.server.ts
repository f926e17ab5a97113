import { setImmediate as othersFirst } from 'node:timers/promises'

import { and, asc, eq, gt, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'

import {
  emptyIndex,
  putAll,
  removeAll,
  type IndexedCommitment,
  type PublicIndex,
} from '#app/domain/browsing/public-index.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitmentClauses, commitmentPlaces, commitments } from '../schema/commitments.ts'
import { publicCommitment } from './filters.server.ts'
import { logSize } from './log-tiles.server.ts'

/** Few enough to be read, and taken in, while nobody notices that they wait. */
const AT_ONCE = 500
const ACTS_AT_ONCE = 5_000

type Held = {
  index: PublicIndex
  /** The next entry of the log that is not in it. */
  next: number
  day: Day
  /** Whose status the day was still to turn when it was last looked at. */
  toTurn: ReadonlySet<string>
  /** The look that is under way, and the one that begins after it. */
  running?: Promise<void> | undefined
  waiting?: Promise<void> | undefined
}

const helds = new WeakMap<Database, Held>()

/**
 * The public record as it is counted, in the memory of this process: as of the log's end when it
 * was asked, and of the day. Taken in again are only the commitments that acts since then tell of,
 * and those whose status the day has turned, in whichever process that was done.
 */
export async function publicIndex(db: Database, now: Date): Promise<PublicIndex> {
  const held = helds.get(db) ?? { index: emptyIndex(), next: 0, day: '', toTurn: new Set() }
  helds.set(db, held)
  await caughtUp(db, held, dayOf(now))
  return held.index
}

/** One look at a time. Who comes during one needs the next: the first may have missed an act. */
function caughtUp(db: Database, held: Held, today: Day): Promise<void> {
  const look = () => {
    held.waiting = undefined
    held.running = catchUp(db, held, today).finally(() => (held.running = undefined))
    return held.running
  }
  if (!held.running) return look()
  held.waiting ??= held.running.then(look, look)
  return held.waiting
}

async function catchUp(db: Database, held: Held, today: Day) {
  // Others may have turned the day before anybody asked here: on a new one all are read again.
  if (today > held.day) {
    const [toTurn, next] = [new Set(await idsToTurn(db, today)), await logSize(db)]
    await readAll(db, held.index)
    Object.assign(held, { toTurn, next, day: today })
  }
  for (;;) {
    const fresh = await actsSince(db, held.next)
    const stillToTurn = new Set(held.toTurn.size > 0 ? await idsToTurn(db, held.day) : [])
    const touched = fresh.flatMap(({ commitmentId }) => commitmentId ?? [])
    const turned = [...held.toTurn].filter((id) => !stillToTurn.has(id))
    await readAgain(db, held.index, [...new Set([...touched, ...turned])])
    held.toTurn = stillToTurn
    held.next = (fresh.at(-1)?.entry ?? held.next - 1) + 1
    if (fresh.length < ACTS_AT_ONCE) return
  }
}

/** By the index on entries: however long the log, only its new end is read. */
export const actsSince = (db: Database, entry: number) =>
  db
    .select({ entry: acts.entry, commitmentId: acts.commitmentId })
    .from(acts)
    .where(gte(acts.entry, entry))
    .orderBy(asc(acts.entry))
    .limit(ACTS_AT_ONCE)

export const dueToTurn = (db: Database, today: Day) =>
  db.select({ id: commitments.id }).from(commitments).where(lte(commitments.turnsOn, today))

const idsToTurn = async (db: Database, today: Day) =>
  (await dueToTurn(db, today)).map(({ id }) => id)

const clauses = sql`(select json_group_array(${commitmentClauses.clause}) from ${commitmentClauses}
  where ${eq(commitmentClauses.commitmentId, commitments.id)})`
const places = sql`(select json_group_array(${commitmentPlaces.place}) from ${commitmentPlaces}
  where ${eq(commitmentPlaces.commitmentId, commitments.id)})`
const asJson = sql`json_object(
  'id', ${commitments.id}, 'declaration', ${commitments.declaration}, 'group', ${commitments.group},
  'clauses', ${clauses}, 'places', ${places},
  'worldwide', json(iif(${commitments.worldwide}, 'true', 'false')),
  'outcome', ${commitments.outcome}, 'assurance', ${commitments.assurance},
  'leadId', ${commitments.leadId}, 'publishedAt', ${commitments.publishedAt},
  'nextDueOn', ${commitments.nextDueOn})`

/** In one row, as JSON: five hundred rows of eleven columns take three times as long to fetch. */
function indexedRows(db: Database, which: SQL) {
  const slice = db
    .select({ row: asJson.as('row') })
    .from(commitments)
    .where(and(publicCommitment, which))
    .orderBy(asc(commitments.id))
    .limit(AT_ONCE)
    .as('slice')
  return db
    .select({
      rows: sql`json_group_array(json(${slice.row}))`.mapWith(
        (json: string) => JSON.parse(json) as IndexedCommitment[],
      ),
    })
    .from(slice)
}

const rowsOf = async (db: Database, which: SQL) => (await indexedRows(db, which))[0]?.rows ?? []

async function readAll(db: Database, index: PublicIndex) {
  for (let last = ''; ;) {
    const rows = await rowsOf(db, gt(commitments.id, last))
    putAll(index, rows)
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)!.id
    await othersFirst()
  }
}

/** What the public does not see, or sees no longer, is not in it. */
async function readAgain(db: Database, index: PublicIndex, ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const asked = ids.slice(from, from + AT_ONCE)
    const rows = await rowsOf(db, inArray(commitments.id, asked))
    putAll(index, rows)
    const found = new Set(rows.map(({ id }) => id))
    removeAll(
      index,
      asked.filter((id) => !found.has(id)),
    )
    if (from + AT_ONCE < ids.length) await othersFirst()
  }
}
