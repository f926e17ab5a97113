import { eq } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { commitments, parties } from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { milestones, reports } from '../schema/milestones.ts'

/**
 * A file of evidence, for whoever may have it: everybody once it is public; its organisation from
 * the start; coordinators without an interest once it is handed in. What is withheld, nobody.
 */
export async function evidenceFile(db: Database, viewer: Viewer, id: string, now: Date) {
  const row = await db
    .select({
      state: evidence.state,
      round: evidence.round,
      kind: evidence.kind,
      fileName: evidence.fileName,
      storedName: evidence.storedName,
      mediaType: evidence.mediaType,
      sha256: evidence.sha256,
      commitmentId: commitments.id,
      leadId: commitments.leadId,
    })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .where(eq(evidence.id, id))
    .get()
  if (!row || row.kind !== 'file' || row.state === 'withheld') return undefined
  const { fileName, storedName, mediaType, sha256 } = row
  const file = { fileName, storedName, mediaType, sha256 }
  if (row.state === 'public') return file
  if (can(viewer, 'attach-evidence', { organisationId: row.leadId }, now)) return file
  if (row.round === null || !viewer?.coordinator) return undefined

  const others = await db
    .select({ id: parties.organisationId })
    .from(parties)
    .where(eq(parties.commitmentId, row.commitmentId))
  const partyIds = [row.leadId, ...others.map((party) => party.id)]
  return can(viewer, 'review-report', { partyIds }, now) ? file : undefined
}
