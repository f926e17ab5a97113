import { setImmediate as othersFirst } from 'node:timers/promises'

import { and, asc, gt, inArray, sql, type SQL } from 'drizzle-orm'

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
    const plans = await plansOf(db, gt(commitments.id, last))
    takeIn(index, windows, plans)
    if (plans.length < AT_ONCE) return
    last = plans.at(-1)!.id
    await othersFirst()
  }
}

/** What the public does not see has no milestones in it. */
async function readAgain(db: Database, index: DueIndex, touched: readonly string[]) {
  const plans = await plansOf(db, inArray(commitments.id, [...touched]))
  for (const id of touched) putMilestones(index, id, [], NO_WINDOWS)
  takeIn(index, await windowsOf(db), plans)
}

const NO_WINDOWS = { reportWithinDays: 0, silentAfterDays: 0 }

const windowsOf = async (db: Database): Promise<ReadonlyMap<string, Windows>> =>
  new Map((await openedDeclarations(db)).map(({ body }) => [body.key, body.settings]))

type Plan = {
  id: string
  declaration: string
  state: CommitmentState
  milestones: {
    id: string
    dueOn: Day
    /** Handed in at least once, oldest first; a working copy is nobody's business. */
    reports: { state: ReportState; reportedAt: number; returnedAt: number | null }[]
  }[]
}

const handedIn = sql`(select json_group_array(json_object('state', r.state,
    'reportedAt', r.reported_at, 'returnedAt', r.returned_at) order by r.created_at, r.id)
  from ${reports} as r where r.milestone_id = m.id and r.reported_at is not null)`
const stones = sql`(select json_group_array(json_object('id', m.id, 'dueOn', m.due_on,
    'reports', ${handedIn}))
  from ${milestones} as m where m.commitment_id = ${commitments.id})`
const asJson = sql`json_object('id', ${commitments.id}, 'declaration', ${commitments.declaration},
  'state', ${commitments.state}, 'milestones', ${stones})`

/** In one row, as JSON: thousands of rows, a column at a time, take several times as long. */
async function plansOf(db: Database, which: SQL): Promise<Plan[]> {
  const slice = db
    .select({ plan: asJson.as('plan') })
    .from(commitments)
    .where(and(publicCommitment, which))
    .orderBy(asc(commitments.id))
    .limit(AT_ONCE)
    .as('slice')
  const [row] = await db
    .select({
      plans: sql`json_group_array(json(${slice.plan}))`.mapWith(
        (json: string) => JSON.parse(json) as Plan[],
      ),
    })
    .from(slice)
  return row?.plans ?? []
}

function takeIn(index: DueIndex, windows: ReadonlyMap<string, Windows>, plans: readonly Plan[]) {
  for (const { id, declaration, state, milestones: stonesOf } of plans) {
    const due = stonesOf.map((stone) => dueOf(stone, state === 'withdrawn'))
    putMilestones(index, id, due, windows.get(declaration) ?? NO_WINDOWS)
  }
}

function dueOf(
  { id, dueOn, reports: handed }: Plan['milestones'][number],
  isWithdrawn: boolean,
): DueMilestone {
  const days = (name: 'reportedAt' | 'returnedAt') =>
    handed.flatMap((report) => (report[name] ? [dayOf(new Date(report[name]))] : []))
  return {
    id,
    dueOn,
    reportedOn: days('reportedAt').toSorted()[0] ?? null,
    returnedOn: days('returnedAt').toSorted().at(-1) ?? null,
    settled: settledBy(
      handed.map(({ state }) => state),
      isWithdrawn,
    ),
  }
}
