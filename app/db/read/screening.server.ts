import { aliasedTable, and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'

import { hasConflict } from '#app/domain/access/conflict.ts'
import { changesBetween } from '#app/domain/commitments/amendment.ts'
import { smartCheck } from '#app/domain/commitments/smart-check.ts'
import type { DraftTerms, Terms } from '#app/domain/commitments/terms.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import { acts } from '../schema/acts.ts'
import { commitments, parties, screenings } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { members, organisations } from '../schema/organisations.ts'
import { inConflict } from './conflict.server.ts'

const organisationActs = [
  'org.registered',
  'org.verified',
  'org.refused',
  'org.suspended',
  'org.reinstated',
] as const
export type OrganisationActKind = (typeof organisationActs)[number]

/**
 * An organisation as a coordinator decides about it. Of one's own organisation nothing is told but
 * that it is one's own.
 */
export async function organisationCase(db: Database, viewer: Viewer, id: string, now: Date) {
  if (!viewer?.coordinator) return undefined
  const organisation = await db.select().from(organisations).where(eq(organisations.id, id)).get()
  if (!organisation) return undefined
  if (hasConflict(viewer, [id], now)) return { conflicted: true } as const
  const [people, history, published] = await Promise.all([
    db
      .select({
        id: members.id,
        name: users.name,
        email: users.email,
        role: members.role,
        since: members.since,
        until: members.until,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.organisationId, id))
      .orderBy(asc(members.since), asc(members.id)),
    db
      .select({
        id: acts.id,
        kind: sql<OrganisationActKind>`${acts.kind}`,
        at: acts.at,
        by: users.name,
        reason: sql<string | null>`${acts.fields} ->> '$.reason'`,
        entry: acts.entry,
      })
      .from(acts)
      .leftJoin(users, eq(users.id, acts.userId))
      .where(and(eq(acts.subject, id), inArray(acts.kind, organisationActs)))
      .orderBy(desc(acts.at), desc(acts.entry)),
    db
      .select({ n: sql<number>`count(*)` })
      .from(commitments)
      .where(
        and(
          eq(commitments.leadId, id),
          inArray(commitments.state, ['published', 'withdrawn', 'closed']),
        ),
      )
      .get(),
  ])
  return { conflicted: false as const, organisation, people, history, published: published?.n ?? 0 }
}
export type OrganisationCase = Extract<
  Awaited<ReturnType<typeof organisationCase>>,
  { conflicted: false } | undefined
>

/**
 * A commitment at the door: what it says, who takes part, what was asked before and what changed
 * since. Drafts that were never submitted do not exist here; of a conflicted case nothing is told.
 */
export async function screeningPage(db: Database, viewer: Viewer, id: string, now: Date) {
  if (!viewer?.coordinator) return undefined
  const row = await db
    .select({
      conflicted: sql`${inConflict(db, viewer, now)}`.mapWith(Boolean),
      commitment: {
        id: commitments.id,
        state: commitments.state,
        terms: commitments.terms,
        lang: commitments.lang,
        submittedAt: commitments.submittedAt,
        invented: commitments.invented,
      },
      declaration: declarations.body,
      lead: {
        id: organisations.id,
        names: organisations.names,
        invented: organisations.invented,
        state: organisations.state,
        group: organisations.group,
        country: organisations.country,
      },
    })
    .from(commitments)
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(eq(commitments.id, id), ne(commitments.state, 'draft')))
    .get()
  if (!row) return undefined
  if (row.conflicted) return { conflicted: true } as const

  const coordinator = aliasedTable(users, 'coordinator')
  const [partners, looks, lastReturn] = await Promise.all([
    db
      .select({
        id: parties.id,
        organisation: {
          id: organisations.id,
          names: organisations.names,
          invented: organisations.invented,
        },
        role: parties.role,
        share: parties.share,
        state: parties.state,
        answeredAt: parties.answeredAt,
        reason: parties.reason,
      })
      .from(parties)
      .innerJoin(organisations, eq(organisations.id, parties.organisationId))
      .where(and(eq(parties.commitmentId, id), eq(parties.kind, 'partner')))
      .orderBy(asc(parties.invitedAt), asc(parties.id)),
    db
      .select({
        id: screenings.id,
        decision: screenings.decision,
        questions: screenings.questions,
        at: screenings.at,
        by: coordinator.name,
      })
      .from(screenings)
      .leftJoin(coordinator, eq(coordinator.id, screenings.coordinatorId))
      .where(eq(screenings.commitmentId, id))
      .orderBy(desc(screenings.at), desc(screenings.id)),
    db
      .select({ terms: sql<string | null>`${acts.fields} -> '$.terms'` })
      .from(acts)
      .where(and(eq(acts.subject, id), eq(acts.kind, 'commitment.returned')))
      .orderBy(desc(acts.at), desc(acts.id))
      .limit(1)
      .get(),
  ])
  const { commitment } = row
  return {
    ...row,
    conflicted: false as const,
    partners,
    looks,
    smart: smartCheck(commitment.terms),
    changes: lastReturn?.terms
      ? changesSince(JSON.parse(lastReturn.terms) as DraftTerms, commitment.terms)
      : undefined,
  }
}
export type ScreeningPage = Extract<
  Awaited<ReturnType<typeof screeningPage>>,
  { conflicted: false } | undefined
>

const whole = (terms: DraftTerms) => ({ milestones: [], ...terms }) as unknown as Terms

/** What changed since, milestones by their id; those taken out are named too. */
function changesSince(before: DraftTerms, after: DraftTerms) {
  const kept = new Set((after.milestones ?? []).map(({ id }) => id))
  const removed = (before.milestones ?? []).filter(({ id }) => !kept.has(id))
  return { changed: changesBetween(whole(before), whole(after)), removed }
}
