import { randomBytes } from 'node:crypto'

import { and, desc, eq, isNotNull, max } from 'drizzle-orm'

import { isPublicKind, type Act } from '#app/domain/acts/act.ts'
import { sealEntry } from '#app/domain/ledger/entry.ts'

import type { Transaction } from '../client.server.ts'
import { acts, disclosures, logEntries } from '../schema/acts.ts'
import { newId } from './ids.server.ts'

/** Keeps the act; a public one also becomes the next entry of the log, in the same transaction. */
export async function recordAct(
  tx: Transaction,
  act: Act,
): Promise<{ id: string; entry: number | null }> {
  const id = newId('act')
  const entry = isPublicKind(act.kind) ? await appendEntry(tx, id, act) : null
  await tx.insert(acts).values({
    id,
    kind: act.kind,
    subject: act.subject,
    commitmentId: act.commitmentId,
    userId: act.by.userId,
    organisationId: act.by.organisationId,
    role: act.by.role,
    at: act.at,
    fields: act.fields,
    entry,
  })
  return { id, entry }
}

async function appendEntry(tx: Transaction, id: string, act: Act): Promise<number> {
  const previous = await tx
    .select({ id: acts.id })
    .from(acts)
    .where(and(eq(acts.subject, act.subject), isNotNull(acts.entry)))
    .orderBy(desc(acts.entry))
    .limit(1)
    .get()
  const last = await tx
    .select({ idx: max(logEntries.idx) })
    .from(logEntries)
    .get()
  const idx = (last?.idx ?? -1) + 1

  const sealed = sealEntry({
    act: act.kind,
    actor: { org: act.by.organisationId ?? undefined, role: act.by.role },
    at: act.at,
    clauses: act.clauses,
    id,
    prev: previous?.id,
    subject: act.subject,
    fields: act.fields,
    salts: () => randomBytes(32),
  })
  await tx.insert(logEntries).values({
    idx,
    leaf: Buffer.from(sealed.leaf),
    leafHash: Buffer.from(sealed.leafHash),
    actId: id,
  })
  if (sealed.disclosures.length > 0)
    await tx
      .insert(disclosures)
      .values(sealed.disclosures.map(({ digest, disclosure }) => ({ idx, digest, disclosure })))
  return idx
}
