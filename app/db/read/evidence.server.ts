import { and, asc, eq, inArray, isNotNull, ne, not, or, sql, type SQL } from 'drizzle-orm'

import { currentOrganisations, type Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { evidence, evidenceOpenings } from '../schema/evidence.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { inConflict } from './conflict.server.ts'

const handedIn = isNotNull(evidence.round)

/** What a coordinator without an interest may look into: handed in, and not withheld. */
function asCoordinator(db: Database, viewer: Viewer, now: Date): SQL | undefined {
  if (!viewer?.coordinator) return sql`false`
  return and(
    handedIn,
    inArray(evidence.state, ['public', 'held']),
    not(inConflict(db, viewer, now)),
  )
}

/**
 * A file of evidence, for whoever may have it: everybody once it is public; its organisation from
 * the start; coordinators without an interest once it is handed in. What is withheld, nobody.
 */
export const evidenceFile = (db: Database, viewer: Viewer, id: string, now: Date) =>
  db
    .select({
      fileName: evidence.fileName,
      storedName: evidence.storedName,
      mediaType: evidence.mediaType,
      sha256: evidence.sha256,
    })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .where(
      and(
        eq(evidence.id, id),
        eq(evidence.kind, 'file'),
        or(
          and(handedIn, eq(evidence.state, 'public')),
          and(
            ne(evidence.state, 'withheld'),
            inArray(commitments.leadId, currentOrganisations(viewer)),
          ),
          asCoordinator(db, viewer, now),
        ),
      ),
    )
    .get()

/** A piece a coordinator may open in a case of theirs, and when they first did. */
export const evidenceToOpen = (db: Database, viewer: Viewer, id: string, now: Date) =>
  db
    .select({
      id: evidence.id,
      reportId: evidence.reportId,
      kind: evidence.kind,
      title: evidence.title,
      lang: evidence.lang,
      url: evidence.url,
      fileName: evidence.fileName,
      size: evidence.size,
      openedAt: evidenceOpenings.at,
    })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .leftJoin(
      evidenceOpenings,
      and(
        eq(evidenceOpenings.evidenceId, evidence.id),
        eq(evidenceOpenings.coordinatorId, viewer?.userId ?? ''),
      ),
    )
    .where(and(eq(evidence.id, id), asCoordinator(db, viewer, now)))
    .get()

/** Everything that backs a report, oldest first; the caller has settled who may read the report. */
export const evidenceOf = (db: Database, reportId: string, openedBy = '') =>
  db
    .select({
      id: evidence.id,
      kind: evidence.kind,
      title: evidence.title,
      lang: evidence.lang,
      access: evidence.access,
      heldReason: evidence.heldReason,
      state: evidence.state,
      url: evidence.url,
      fileName: evidence.fileName,
      size: evidence.size,
      sha256: evidence.sha256,
      scan: evidence.scan,
      round: evidence.round,
      openedAt: evidenceOpenings.at,
    })
    .from(evidence)
    .leftJoin(
      evidenceOpenings,
      and(
        eq(evidenceOpenings.evidenceId, evidence.id),
        eq(evidenceOpenings.coordinatorId, openedBy),
      ),
    )
    .where(eq(evidence.reportId, reportId))
    .orderBy(asc(evidence.addedAt), asc(evidence.id))
