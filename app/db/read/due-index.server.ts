import { sql } from 'drizzle-orm'

import {
  emptyDueIndex,
  putMilestones,
  settledBy,
  type DueIndex,
  type DueMilestone,
  type Windows,
} from '#app/domain/browsing/due-index.ts'
import type { CommitmentState } from '#app/domain/commitments/commitment-state.ts'
import type { ReportState } from '#app/domain/milestones/report-state.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { openedDeclarations } from './declarations.server.ts'
import { logSize } from './log-tiles.server.ts'
import { actsSince, eachPublic, eachPublicOf, slice } from './public-slices.server.ts'
import { sharedTurns } from './shared-turns.server.ts'

type Held = {
  index: DueIndex
  /** The next entry of the log that is not in it. */
  next: number
  isRead: boolean
}

const looks = new WeakMap<Database, () => Promise<DueIndex>>()

/**
 * The public milestones by the month they fall due, in the memory of this process: as of the log's
 * end when it was asked. Only the commitments that acts since then tell of are taken in again; what
 * turns with the day is worked out when it is read.
 */
export function dueIndex(db: Database): Promise<DueIndex> {
  const look = looks.get(db) ?? looksAt(db)
  looks.set(db, look)
  return look()
}

function looksAt(db: Database) {
  const held: Held = { index: emptyDueIndex(), next: 0, isRead: false }
  return sharedTurns(async () => {
    await catchUp(db, held)
    return held.index
  })
}

async function catchUp(db: Database, held: Held) {
  if (!held.isRead) {
    const next = await logSize(db)
    await readAll(db, held.index)
    Object.assign(held, { next, isRead: true })
  }
  for (;;) {
    const fresh = await actsSince(db, held.next)
    const last = fresh.at(-1)
    if (!last) return
    const touched = [...new Set(fresh.flatMap(({ commitmentId }) => commitmentId ?? []))]
    if (touched.length > 0) await readAgain(db, held.index, touched)
    held.next = last.entry! + 1
  }
}

async function readAll(db: Database, index: DueIndex) {
  const windows = await windowsOf(db)
  await eachPublic<Plan>(db, columns, (plans) => takeIn(index, windows, plans))
}

/** What the public does not see has no milestones in it. */
async function readAgain(db: Database, index: DueIndex, touched: readonly string[]) {
  const windows = await windowsOf(db)
  await eachPublicOf<Plan>(db, columns, touched, (plans, asked) => {
    for (const id of asked) putMilestones(index, id, [], NO_WINDOWS)
    takeIn(index, windows, plans)
  })
}

const NO_WINDOWS = { reportWithinDays: 0, silentAfterDays: 0 }

const windowsOf = async (db: Database): Promise<ReadonlyMap<string, Windows>> =>
  new Map((await openedDeclarations(db)).map(({ body }) => [body.key, body.settings]))

/** Handed in at least once, oldest first; a working copy is nobody's business. */
type Handed = [state: ReportState, reportedAt: number, returnedAt: number | null]
type Stone = [id: string, dueOn: Day, handed: Handed[]]
type Plan = [id: string, declaration: string, state: CommitmentState, stones: Stone[]]

const handedIn = sql`(select json_group_array(json_array(r.state, r.reported_at, r.returned_at)
    order by r.created_at, r.id)
  from ${reports} as r where r.milestone_id = m.id and r.reported_at is not null)`
const stones = sql`(select json_group_array(json_array(m.id, m.due_on, ${handedIn}))
  from ${milestones} as m where m.commitment_id = ${slice.id})`
const columns = sql`${slice.declaration}, ${slice.state}, ${stones}`

function takeIn(index: DueIndex, windows: ReadonlyMap<string, Windows>, plans: readonly Plan[]) {
  for (const [id, declaration, state, stonesOf] of plans) {
    const due = stonesOf.map((stone) => dueOf(stone, state === 'withdrawn'))
    putMilestones(index, id, due, windows.get(declaration) ?? NO_WINDOWS)
  }
}

function dueOf([id, dueOn, handed]: Stone, isWithdrawn: boolean): DueMilestone {
  // Most of them, so that what there is none of is not looked through.
  if (handed.length === 0)
    return { id, dueOn, reportedOn: null, returnedOn: null, settled: settledBy([], isWithdrawn) }
  const days = (of: 1 | 2) =>
    handed.flatMap((report) => (report[of] ? [dayOf(new Date(report[of]))] : []))
  return {
    id,
    dueOn,
    reportedOn: days(1).toSorted()[0] ?? null,
    returnedOn: days(2).toSorted().at(-1) ?? null,
    settled: settledBy(
      handed.map(([state]) => state),
      isWithdrawn,
    ),
  }
}
