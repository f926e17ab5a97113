import { and, desc, eq, isNotNull } from 'drizzle-orm'

import { base64, fromHex } from '#app/domain/ledger/bytes.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { openedDeclarations } from './declarations.server.ts'
import {
  conditionOf,
  publicCommitment,
  readFilters,
  type CommitmentFilters,
} from './filters.server.ts'
import { recordState } from './log-head.server.ts'
import type { LogState } from './open-data.server.ts'

/**
 * All commitments that an address chooses, as the list's page would show them page by page. What is
 * published once stays public, so each of them is still there when its turn comes.
 */
export type Chosen = {
  filters: CommitmentFilters
  ids: readonly string[]
  /** The log as it was when they were chosen. */
  log: LogState
  asOf: Date
}

export async function chosenCommitments(
  db: Database,
  search: URLSearchParams,
  now: Date,
): Promise<Chosen> {
  const { size, rootHash, asOf } = await recordState(db, now)
  const [opened, [organisation]] = await db.batch([
    openedDeclarations(db),
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        and(
          eq(organisations.id, search.get('organisation') ?? ''),
          isNotNull(organisations.joinedAt),
        ),
      ),
  ])
  const declarations = opened.map(({ body }) => body)
  const filters = readFilters(search, { declarations, organisation: organisation?.id })
  const rows = await db
    .select({ id: commitments.id })
    .from(commitments)
    .where(and(publicCommitment, conditionOf(filters, dayOf(now))))
    .orderBy(desc(commitments.publishedAt), desc(commitments.id))
  const log = { size, root: base64(fromHex(rootHash)) }
  return { filters, ids: rows.map(({ id }) => id), log, asOf }
}
