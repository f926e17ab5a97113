import type { CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { pageOf } from '#app/domain/browsing/public-index.ts'
import { base64, fromHex } from '#app/domain/ledger/bytes.ts'

import type { Database } from '../client.server.ts'
import { readSort } from './commitments.server.ts'
import { recordState } from './log-head.server.ts'
import type { LogState } from './open-data.server.ts'
import { readAsked, selectionOf } from './selection.server.ts'

/** The log as it was when a list was chosen, and the moment that state is true for. */
export async function logNow(db: Database, now: Date): Promise<{ log: LogState; asOf: Date }> {
  const { size, rootHash, asOf } = await recordState(db, now)
  return { log: { size, root: base64(fromHex(rootHash)) }, asOf }
}

/**
 * All commitments that an address chooses, as the list's page would show them page by page. What is
 * published once stays public, so each of them is still there when its turn comes.
 */
export type Chosen = {
  filters: CommitmentFilters
  ids: readonly string[]
  log: LogState
  asOf: Date
}

export async function chosenCommitments(
  db: Database,
  search: URLSearchParams,
  now: Date,
): Promise<Chosen> {
  const state = await logNow(db, now)
  const { filters } = await readAsked(db, search)
  const { index, selected } = await selectionOf(db, filters, now)
  const { ids } = pageOf(index, selected, { sort: readSort(search), limit: Infinity })
  return { filters, ids, ...state }
}
