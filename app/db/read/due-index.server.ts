import { setImmediate as othersFirst } from 'node:timers/promises'

import { and, asc, eq, gt, inArray, isNotNull, type SQL } from 'drizzle-orm'

import {
  emptyDueIndex,
  putMilestones,
  settledBy,
  type DueIndex,
  type DueMilestone,
  type Windows,
} from '#app/domain/browsing/due-index.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { openedDeclarations } from './declarations.server.ts'
import { publicCommitment } from './filters.server.ts'
import { logSize } from './log-tiles.server.ts'
import { actsSince } from './public-index.server.ts'

/** Few enough to be read, and taken in, while nobody notices that they wait. */
const AT_ONCE = 500

type Held = {
  index: DueIndex
  /** The next entry of the log that is not in it. */
  next: number
  isRead: boolean
  running?: Promise<void> | undefined
  waiting?: Promise<void> | undefined
}

const helds = new WeakMap<Database, Held>()

/**
 * The public milestones by the month they fall due, in the memory of this process: as of the log's
 * end when it was asked. Only the commitments that acts since then tell of are taken in again; what
 * turns with the day is worked out when it is read.
 */
export async function dueIndex(db: Database): Promise<DueIndex> {
  const held = helds.get(db) ?? { index: emptyDueIndex(), next: 0, isRead: false }
  helds.set(db, held)
  await caughtUp(db, held)
  return held.index
}

/** One look at a time. Who comes during one needs the next: the first may have missed an act. */
function caughtUp(db: Database, held: Held): Promise<void> {
  const look = () => {
    held.waiting = undefined
    held.running = catchUp(db, held).finally(() => (held.running = undefined))
    return held.running
  }
  if (!held.running) return look()
  held.waiting ??= held.running.then(look, look)
  return held.waiting
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
    for (let from = 0; from < touched.length; from += AT_ONCE)
      await readAgain(db, held.index, touched.slice(from, from + AT_ONCE))
    held.next = last.entry! + 1
  }
}

async function readAll(db: Database, index: DueIndex) {
  const windows = await windowsOf(db)
  for (let last = ''; ;) {
    const ids = await publicIds(db, gt(commitments.id, last)).limit(AT_ONCE)
    takeIn(index, windows, ids, await dueRows(db, ids))
    if (ids.length < AT_ONCE) return
    last = ids.at(-1)!.id
    await othersFirst()
  }
}

/** What the public does not see has no milestones in it. */
async function readAgain(db: Database, index: DueIndex, touched: readonly string[]) {
  const ids = await publicIds(db, inArray(commitments.id, [...touched]))
  for (const id of touched) putMilestones(index, id, [], NO_WINDOWS)
  takeIn(index, await windowsOf(db), ids, await dueRows(db, ids))
}

const NO_WINDOWS = { reportWithinDays: 0, silentAfterDays: 0 }

const windowsOf = async (db: Database): Promise<ReadonlyMap<string, Windows>> =>
  new Map((await openedDeclarations(db)).map(({ body }) => [body.key, body.settings]))

export const publicIds = (db: Database, which: SQL) =>
  db
    .select({
      id: commitments.id,
      declaration: commitments.declaration,
      state: commitments.state,
    })
    .from(commitments)
    .where(and(publicCommitment, which))
    .orderBy(asc(commitments.id))

/** Their milestones, one row for each report on one; a working copy is nobody's business. */
export const dueRows = (db: Database, of: readonly { id: string }[]) =>
  db
    .select({
      id: milestones.id,
      commitmentId: milestones.commitmentId,
      dueOn: milestones.dueOn,
      state: reports.state,
      reportedAt: reports.reportedAt,
      returnedAt: reports.returnedAt,
    })
    .from(milestones)
    .leftJoin(reports, and(eq(reports.milestoneId, milestones.id), isNotNull(reports.reportedAt)))
    .where(
      inArray(
        milestones.commitmentId,
        of.map(({ id }) => id),
      ),
    )
    .orderBy(asc(milestones.commitmentId), asc(milestones.position), asc(reports.createdAt))

type Rows = Awaited<ReturnType<typeof dueRows>>

function takeIn(
  index: DueIndex,
  windows: ReadonlyMap<string, Windows>,
  of: readonly { id: string; declaration: string; state: string }[],
  rows: Rows,
) {
  const owned = grouped(rows, ({ commitmentId }) => commitmentId)
  for (const { id, declaration, state } of of) {
    const stones = grouped(owned.get(id) ?? [], (row) => row.id)
    const milestonesDue = [...stones.values()].map((on) => dueOf(on, state === 'withdrawn'))
    putMilestones(index, id, milestonesDue, windows.get(declaration) ?? NO_WINDOWS)
  }
}

function grouped<row>(rows: readonly row[], keyOf: (row: row) => string): Map<string, row[]> {
  const groups = new Map<string, row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** A milestone from its rows, one for each report, oldest first. */
function dueOf(on: Rows, isWithdrawn: boolean): DueMilestone {
  const [{ id, dueOn }] = on as [Rows[number]]
  const days = (name: 'reportedAt' | 'returnedAt') =>
    on.flatMap((row) => (row[name] ? [dayOf(row[name])] : []))
  const states = on.flatMap(({ state }) => state ?? [])
  return {
    id,
    dueOn,
    reportedOn: days('reportedAt').toSorted()[0] ?? null,
    returnedOn: days('returnedAt').toSorted().at(-1) ?? null,
    settled: settledBy(states, isWithdrawn),
  }
}
