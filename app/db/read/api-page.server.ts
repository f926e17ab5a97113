import { eq, sql } from 'drizzle-orm'

import { pageOf } from '#app/domain/browsing/public-index.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'

/** What the page about the API takes its examples from: the newest public commitment. */
export async function apiPage(db: Database, now: Date) {
  const index = await publicIndex(db, now)
  const [id] = pageOf(index, index.all, { sort: 'newest', limit: 1 }).ids
  const [newest] = id === undefined ? [] : await exampleRow(db, id)
  return { newest, record: await recordState(db, now) }
}

export const exampleRow = (db: Database, id: string) =>
  db
    .select({
      number: sql<string>`${commitments.number}`,
      organisation: commitments.leadId,
      declaration: commitments.declaration,
    })
    .from(commitments)
    .where(eq(commitments.id, id))
