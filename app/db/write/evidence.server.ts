import { and, asc, eq, isNull, sql } from 'drizzle-orm'

import type { EvidenceState } from '#app/domain/evidence/evidence-state.ts'
import type { Evidence } from '#app/domain/evidence/evidence.ts'

import type { Transaction } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { evidence, evidenceOpenings } from '../schema/evidence.ts'
import { milestones, reports } from '../schema/milestones.ts'

export const loadEvidence = (tx: Transaction, id: string): Promise<Evidence | undefined> =>
  tx.select().from(evidence).where(eq(evidence.id, id)).get()

export const loadEvidenceOf = (
  tx: Transaction,
  reportId: string,
): Promise<(Evidence & { addedAt: Date })[]> =>
  tx
    .select()
    .from(evidence)
    .where(eq(evidence.reportId, reportId))
    .orderBy(asc(evidence.addedAt))
    .all()

/** How much evidence a report and an organisation have. Of what was withheld no bytes are left. */
export async function loadStock(tx: Transaction, reportId: string, organisationId: string) {
  const bytes = sql<number>`coalesce(sum(case when ${evidence.storedName} is not null then ${evidence.size} end), 0)`
  const report = await tx
    .select({ pieces: sql<number>`count(*)`, bytes })
    .from(evidence)
    .where(eq(evidence.reportId, reportId))
    .get()
  const organisation = await tx
    .select({ bytes })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .where(eq(commitments.leadId, organisationId))
    .get()
  return {
    pieces: report?.pieces ?? 0,
    reportBytes: report?.bytes ?? 0,
    organisationBytes: organisation?.bytes ?? 0,
  }
}

export async function insertEvidence(
  tx: Transaction,
  item: Evidence,
  by: { userId: string; now: Date },
) {
  await tx.insert(evidence).values({ ...item, addedAt: by.now, addedBy: by.userId })
}

export async function deleteEvidence(tx: Transaction, id: string) {
  await tx.delete(evidenceOpenings).where(eq(evidenceOpenings.evidenceId, id))
  await tx.delete(evidence).where(eq(evidence.id, id))
}

/** Hands the pieces in with a round of their report: each gets its state, new ones the round. */
export async function saveReleased(
  tx: Transaction,
  reportId: string,
  released: readonly { id: string; state: EvidenceState }[],
  round: number,
) {
  for (const { id, state } of released)
    await tx.update(evidence).set({ state }).where(eq(evidence.id, id))
  await tx
    .update(evidence)
    .set({ round })
    .where(and(eq(evidence.reportId, reportId), isNull(evidence.round)))
}

export async function saveOpening(
  tx: Transaction,
  evidenceId: string,
  coordinatorId: string,
  at: Date,
): Promise<void> {
  await tx.insert(evidenceOpenings).values({ evidenceId, coordinatorId, at }).onConflictDoNothing()
}
