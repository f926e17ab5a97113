import { and, asc, eq, isNotNull } from 'drizzle-orm'

import { readJump } from '#app/domain/browsing/jump.ts'
import { hex } from '#app/domain/ledger/bytes.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { logCheckpoints, logEntries } from '../schema/log.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { publicCommitment } from './filters.server.ts'
import { isOnRecord } from './record.server.ts'

export type Destination = { number: string } | { entry: number }

/** The one page that a search names, where there is such a page in public. */
export async function destinationOf(db: Database, typed: string): Promise<Destination | undefined> {
  const jump = readJump(typed)
  switch (jump?.kind) {
    case 'number':
      return (await isOnRecord(db, jump.number)) ? { number: jump.number } : undefined
    case 'entry': {
      const [row] = await entryAt(db, jump.entry)
      return row && { entry: row.entry }
    }
    case 'hash':
      return destinationOfHash(db, jump.bytes)
    case undefined:
      return undefined
  }
}

const entryAt = (db: Database, entry: number) =>
  db.select({ entry: logEntries.idx }).from(logEntries).where(eq(logEntries.idx, entry))

/** A leaf's entry; the last entry a signed root covers; the record a public piece of evidence backs. */
async function destinationOfHash(
  db: Database,
  bytes: Uint8Array,
): Promise<Destination | undefined> {
  const [leaf, root, piece] = await db.batch(questionsOf(db, bytes))
  const entry = leaf[0]?.entry ?? (root[0] && root[0].size - 1)
  if (entry !== undefined && entry >= 0) return { entry }
  return piece[0]?.number ? { number: piece[0].number } : undefined
}

const questionsOf = (db: Database, bytes: Uint8Array) =>
  [
    db
      .select({ entry: logEntries.idx })
      .from(logEntries)
      .where(eq(logEntries.leafHash, Buffer.from(bytes)))
      .limit(1),
    db
      .select({ size: logCheckpoints.size })
      .from(logCheckpoints)
      .where(eq(logCheckpoints.root, Buffer.from(bytes)))
      .limit(1),
    db
      .select({ number: commitments.number })
      .from(evidence)
      .innerJoin(reports, eq(reports.id, evidence.reportId))
      .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
      .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
      .where(
        and(
          eq(evidence.sha256, hex(bytes)),
          eq(evidence.state, 'public'),
          isNotNull(evidence.round),
          publicCommitment,
        ),
      )
      .orderBy(asc(evidence.addedAt))
      .limit(1),
  ] as const
