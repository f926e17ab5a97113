import type { LogBreak } from '#app/domain/ledger/continuity.ts'

import type { Database, Transaction } from './client.server.ts'
import { databaseOf } from './transaction.server.ts'
import { DatabaseUnavailable } from './unavailable.server.ts'

const stops = new WeakMap<Database, LogBreak>()
const marked = new WeakMap<Database, number>()

/**
 * The record here is not the one that was signed: going on would make a second history. Reading
 * and private work go on; nothing public is written until the entries are back and it starts anew.
 */
export class PublishingStopped extends DatabaseUnavailable {
  readonly reason: LogBreak
  constructor(reason: LogBreak) {
    super(`Publishing is stopped: ${reason.code}`, 600, undefined)
    this.reason = reason
  }
}

/** The first reason stays: whatever follows from it says less. */
export function stopPublishing(db: Database, reason: LogBreak) {
  if (!stops.has(db)) stops.set(db, reason)
}

/** Why nothing may be published, if nothing may. */
export const publishingStop = (db: Database): LogBreak | undefined => stops.get(db)

/** The log's checkpoints up to this size are noted outside the database, too. */
export function checkpointsMarked(db: Database, size: number) {
  marked.set(db, size)
}

/** No checkpoint past this size is shown to anybody: the database alone could forget it again. */
export const markedSize = (db: Database): number => marked.get(db) ?? Number.MAX_SAFE_INTEGER

/** Called where a public act would become an entry. */
export function refuseWhileStopped(tx: Transaction) {
  const db = databaseOf(tx)
  const reason = db && stops.get(db)
  if (reason) throw new PublishingStopped(reason)
}
