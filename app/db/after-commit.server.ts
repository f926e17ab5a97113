import type { Database } from './client.server.ts'

type Listener = () => void
const listeners = new WeakMap<Database, Set<Listener>>()

/** Calls back after each commit of this process, outside any transaction. Answers how to stop. */
export function afterCommit(db: Database, listener: Listener): () => void {
  const all = listeners.get(db) ?? new Set()
  listeners.set(db, all.add(listener))
  return () => void all.delete(listener)
}

/** For the writers' queue alone: something was committed. */
export function tellCommitted(db: Database) {
  for (const listener of listeners.get(db) ?? []) listener()
}
