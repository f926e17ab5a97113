import { eq, lte, sql } from 'drizzle-orm'

import {
  emptyIndex,
  putAll,
  removeAll,
  type IndexedCommitment,
  type PublicIndex,
} from '#app/domain/browsing/public-index.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitmentClauses, commitmentPlaces, commitments } from '../schema/commitments.ts'
import { logSize } from './log-tiles.server.ts'
import { ACTS_AT_ONCE, actsSince, eachPublic, eachPublicOf, slice } from './public-slices.server.ts'
import { sharedTurns } from './shared-turns.server.ts'

type Held = {
  index: PublicIndex
  /** The next entry of the log that is not in it. */
  next: number
  day: Day
  /** Whose status the day was still to turn when it was last looked at. */
  toTurn: ReadonlySet<string>
}

const looks = new WeakMap<Database, (today: Day) => Promise<PublicIndex>>()

/**
 * The public record as it is counted, in the memory of this process: as of the log's end when it
 * was asked, and of the day. Taken in again are only the commitments that acts since then tell of,
 * and those whose status the day has turned, in whichever process that was done.
 */
export function publicIndex(db: Database, now: Date): Promise<PublicIndex> {
  const look = looks.get(db) ?? looksAt(db)
  looks.set(db, look)
  return look(dayOf(now))
}

function looksAt(db: Database) {
  const held: Held = { index: emptyIndex(), next: 0, day: '', toTurn: new Set() }
  return sharedTurns(async (today: Day) => {
    await catchUp(db, held, today)
    return held.index
  })
}

async function catchUp(db: Database, held: Held, today: Day) {
  // Others may have turned the day before anybody asked here: on a new one all are read again.
  if (today > held.day) {
    const [toTurn, next] = [new Set(await idsToTurn(db, today)), await logSize(db)]
    await eachPublic<Columns>(db, columns, (rows) => putAll(held.index, rows.map(indexed)))
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

const idsToTurn = async (db: Database, today: Day) =>
  (
    await db.select({ id: commitments.id }).from(commitments).where(lte(commitments.turnsOn, today))
  ).map(({ id }) => id)

const clauses = sql`(select json_group_array(${commitmentClauses.clause}) from ${commitmentClauses}
  where ${eq(commitmentClauses.commitmentId, slice.id)})`
const places = sql`(select json_group_array(${commitmentPlaces.place}) from ${commitmentPlaces}
  where ${eq(commitmentPlaces.commitmentId, slice.id)})`
type Columns = [
  id: string,
  declaration: string,
  group: IndexedCommitment['group'],
  clauses: string[],
  places: string[],
  worldwide: 0 | 1,
  outcome: IndexedCommitment['outcome'],
  assurance: IndexedCommitment['assurance'],
  leadId: string,
  publishedAt: number,
  nextDueOn: Day | null,
]
const columns = sql`${slice.declaration}, ${slice.group}, ${clauses}, ${places},
  ${slice.worldwide}, ${slice.outcome}, ${slice.assurance}, ${slice.leadId},
  ${slice.publishedAt}, ${slice.nextDueOn}`

const indexed = (row: Columns): IndexedCommitment => ({
  id: row[0],
  declaration: row[1],
  group: row[2],
  clauses: row[3],
  places: row[4],
  worldwide: row[5] === 1,
  outcome: row[6],
  assurance: row[7],
  leadId: row[8],
  publishedAt: row[9],
  nextDueOn: row[10],
})

/** What the public does not see, or sees no longer, is not in it. */
const readAgain = (db: Database, index: PublicIndex, ids: readonly string[]) =>
  eachPublicOf<Columns>(db, columns, ids, (rows, asked) => {
    putAll(index, rows.map(indexed))
    const found = new Set(rows.map(([id]) => id))
    removeAll(
      index,
      asked.filter((id) => !found.has(id)),
    )
  })
