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

/** Whom the policy names, and what each witnessed last, by its own clock. */
export function witnessing(db: Database, { witnesses }: Policy) {
  const told = witnesses.map(async ({ name, key }) => ({
    name,
    keyName: key.name,
    newest: await lastCosigned(db, key.name),
  }))
  return Promise.all(told)
}

/** A policy has its own names for witnesses; lines of a note have those of their keys. */
const namesIn = ({ witnesses }: Policy, keyNames: ReadonlySet<string>): Set<string> =>
  new Set(witnesses.filter(({ key }) => keyNames.has(key.name)).map(({ name }) => name))
