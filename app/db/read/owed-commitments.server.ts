import { and, asc, eq, inArray } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { commitments, parties, screenings } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { namedCommitment } from './owed-milestones.server.ts'
import { savedBy } from './saved-by.server.ts'

/** Drafts, what lies with the coordinators, and what came back from them. */
export async function unpublishedOf(db: Database, leadId: string) {
  const [rows, returned] = await Promise.all([
    db
      .select({
        ...namedCommitment,
        state: commitments.state,
        submittedAt: commitments.submittedAt,
        updatedAt: commitments.updatedAt,
        savedBy,
      })
      .from(commitments)
      .where(
        and(
          eq(commitments.leadId, leadId),
          inArray(commitments.state, ['draft', 'submitted', 'returned']),
        ),
      )
      .orderBy(asc(commitments.createdAt)),
    db
      .select({ commitmentId: screenings.commitmentId, questions: screenings.questions })
      .from(screenings)
      .innerJoin(commitments, eq(commitments.id, screenings.commitmentId))
      .where(
        and(
          eq(commitments.leadId, leadId),
          eq(commitments.state, 'returned'),
          eq(screenings.decision, 'returned'),
        ),
      )
      .orderBy(asc(screenings.at)),
  ])
  const questions = new Map(returned.map((row) => [row.commitmentId, row.questions]))
  return rows.map(({ updatedAt, savedBy: by, ...row }) => ({
    ...row,
    questions: questions.get(row.id) ?? [],
    saved: { at: updatedAt, by },
  }))
}

/** Parts in other organisations' commitments that wait for this one's answer. */
export const invitationsTo = (db: Database, organisationId: string) =>
  db
    .select({
      party: { id: parties.id, invitedAt: parties.invitedAt },
      commitment: namedCommitment,
      leadNames: organisations.names,
    })
    .from(parties)
    .innerJoin(commitments, eq(commitments.id, parties.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(
      and(
        eq(parties.organisationId, organisationId),
        eq(parties.kind, 'partner'),
        eq(parties.state, 'invited'),
        inArray(commitments.state, ['draft', 'submitted', 'returned', 'published']),
      ),
    )
    .orderBy(asc(parties.invitedAt))

/** Partners this organisation has asked and not heard from. */
export const unanswered = (db: Database, leadId: string) =>
  db
    .select({
      party: { id: parties.id, invitedAt: parties.invitedAt },
      commitment: namedCommitment,
      names: organisations.names,
    })
    .from(parties)
    .innerJoin(commitments, eq(commitments.id, parties.commitmentId))
    .innerJoin(organisations, eq(organisations.id, parties.organisationId))
    .where(
      and(
        eq(commitments.leadId, leadId),
        eq(parties.state, 'invited'),
        inArray(commitments.state, ['draft', 'submitted', 'returned', 'published']),
      ),
    )
    .orderBy(asc(parties.invitedAt))
