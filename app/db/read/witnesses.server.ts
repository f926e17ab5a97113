import { desc, eq } from 'drizzle-orm'

import { quorumMet, type Policy } from '#app/domain/ledger/policy.ts'

import type { Database } from '../client.server.ts'
import { logCosignatures } from '../schema/log.ts'
import { witnessedCheckpoint, type StoredCheckpoint } from './log-tiles.server.ts'

/** The newest checkpoint a witness, by its key's name, added its line to. */
export const lastCosigned = (
  db: Database,
  witness: string,
): Promise<{ size: number; at: Date } | undefined> =>
  db
    .select({ size: logCosignatures.size, at: logCosignatures.cosignedAt })
    .from(logCosignatures)
    .where(eq(logCosignatures.witness, witness))
    .orderBy(desc(logCosignatures.size))
    .limit(1)
    .get()

/** The newest checkpoint that as many have witnessed as the policy asks for. */
export const checkpointByPolicy = (
  db: Database,
  policy: Policy,
): Promise<StoredCheckpoint | undefined> =>
  witnessedCheckpoint(db, (keyNames) => quorumMet(policy, namesIn(policy, keyNames)))

/** Who witnessed what, and when by their own clocks; and how far enough of them went together. */
export async function witnessing(db: Database, policy: Policy) {
  const witnesses = []
  for (const { name, key } of policy.witnesses)
    witnesses.push({ name, keyName: key.name, newest: await lastCosigned(db, key.name) })
  return { witnesses, enough: await checkpointByPolicy(db, policy) }
}

/** A policy has its own names for witnesses; lines of a note have those of their keys. */
const namesIn = ({ witnesses }: Policy, keyNames: ReadonlySet<string>): Set<string> =>
  new Set(witnesses.filter(({ key }) => keyNames.has(key.name)).map(({ name }) => name))
