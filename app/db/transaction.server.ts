import { setTimeout as sleep } from 'node:timers/promises'

import { tellCommitted } from './after-commit.server.ts'
import type { Database, Transaction } from './client.server.ts'
import { DatabaseBusy, DatabaseFull } from './unavailable.server.ts'

const PATIENCE_MS = 2_500
const PAUSE_MS = 40

const queues = new WeakMap<Database, Promise<unknown>>()
const waiting = new WeakMap<Database, number>()
const owners = new WeakMap<Transaction, Database>()

/** How many writes wait for their turn or have it. */
export const writersWaiting = (db: Database): number => waiting.get(db) ?? 0

function counted(db: Database, turn: Promise<unknown>) {
  waiting.set(db, writersWaiting(db) + 1)
  const over = () => void waiting.set(db, writersWaiting(db) - 1)
  turn.then(over, over)
}

/** The database a transaction that `writing` began belongs to. */
export const databaseOf = (tx: Transaction): Database | undefined => owners.get(tx)

/** libSQL has one writer. We queue here, so that no caller meets another's lock. */
export function writing<value>(
  db: Database,
  work: (tx: Transaction) => Promise<value>,
): Promise<value> {
  // Counted from the moment of asking: those waiting behind a locked-out writer give up with it.
  const deadline = performance.now() + PATIENCE_MS
  const turn = (queues.get(db) ?? Promise.resolve()).then(() => write(db, work, deadline))
  const told = turn.then(
    () => tellCommitted(db),
    () => {},
  )
  queues.set(db, told)
  counted(db, turn)
  return turn
}

/**
 * For what no transaction can hold, a VACUUM or a checkpoint: takes its turn among the writers, who
 * wait until it is over, and is given the client itself.
 */
export function betweenWrites<value>(
  db: Database,
  work: (client: Database['$client']) => Promise<value>,
): Promise<value> {
  const turn = (queues.get(db) ?? Promise.resolve()).then(() => work(db.$client))
  queues.set(
    db,
    turn.then(
      () => {},
      () => {},
    ),
  )
  return turn
}

async function write<value>(
  db: Database,
  work: (tx: Transaction) => Promise<value>,
  deadline: number,
): Promise<value> {
  await lockIsFree(db, deadline)
  let begun = false
  let thrown: { error: unknown } | undefined
  try {
    return await db.transaction(
      async (tx) => {
        begun = true
        owners.set(tx, db)
        try {
          return await work(tx)
        } catch (error) {
          thrown = { error }
          throw error
        }
      },
      { behavior: 'immediate' },
    )
  } catch (error) {
    // When SQLite has rolled back by itself, the driver's own rollback fails and hides the cause.
    const cause = thrown ? thrown.error : error
    const code = sqliteCode(cause)
    if (code === 'SQLITE_FULL' || (!thrown && code === 'TRANSACTION_CLOSED'))
      throw new DatabaseFull(cause)
    if (code !== 'SQLITE_BUSY') throw cause

    // A refused BEGIN poisons its connection (libsql-client-ts#352): all are opened anew, at once.
    db.$client.reconnect()
    if (begun || performance.now() >= deadline) throw new DatabaseBusy(cause)
    await sleep(PAUSE_MS)
    return write(db, work, deadline)
  }
}

/** Waits for a foreign lock without preparing a statement, which would poison the connection. */
async function lockIsFree(db: Database, deadline: number): Promise<void> {
  if (db.$client.protocol !== 'file') return
  for (;;) {
    try {
      await db.$client.executeMultiple('BEGIN IMMEDIATE; ROLLBACK;')
      return
    } catch (error) {
      if (sqliteCode(error) !== 'SQLITE_BUSY') throw error
      if (performance.now() >= deadline) throw new DatabaseBusy(error)
      await sleep(PAUSE_MS)
    }
  }
}

function sqliteCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code
  return undefined
}
