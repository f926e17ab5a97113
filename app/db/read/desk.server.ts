import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'

import { clauseOf, type DeclarationSettings } from '#app/domain/declarations/declaration.ts'
import { replyUntil } from '#app/domain/reviews/reply.ts'
import {
  currentOrganisations,
  memberOf,
  type MemberRole,
  type Viewer,
} from '#app/domain/shared/actor.ts'
import { addDays, dayOf, daysBetween, laterDay, type Day } from '#app/domain/shared/dates.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments, parties, screenings } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { savedBy } from './drafts.server.ts'
import {
  declarationSettings,
  owedMilestones,
  type NamedCommitment,
  type OwedMilestone,
} from './owed-milestones.server.ts'

const SOON_DAYS = 30

/** What kind of thing stands on the desk; its page knows where each one is dealt with. */
export type OwedKind =
  | 'report'
  | 'report-draft'
  | 'report-returned'
  | 'reply'
  | 'commitment-returned'
  | 'commitment-draft'
  | 'invitation'
  | 'organisation-waiting'
  | 'commitment-waiting'
  | 'report-waiting'
  | 'partner-waiting'

/** Whose turn it is. */
export type Holder = 'organisation' | 'focal-point' | 'coordinator' | 'partner'

export type Owed = {
  kind: OwedKind
  /** The milestone, report, review, commitment, party or organisation it leads to. */
  id: string
  /** A milestone's title or an organisation's name; empty where the commitment alone is meant. */
  what: { text: string; lang: string } | LocalText | null
  commitment: NamedCommitment | null
  due: Day | null
  /** Days until `due`; negative once it has passed. */
  inDays: number | null
  holder: Holder
  /** What a coordinator asked first. */
  question: string | null
  saved: { at: Date; by: string | null } | null
  since: Date | null
}

export type DeskSection = 'overdue' | 'soon' | 'returned' | 'invitations' | 'drafts' | 'waiting'
export const deskSections: readonly DeskSection[] = [
  'overdue',
  'soon',
  'returned',
  'invitations',
  'drafts',
  'waiting',
]

export type DeskOwned = NamedCommitment & {
  state: (typeof commitments.$inferSelect)['state']
  outcome: (typeof commitments.$inferSelect)['outcome']
  assurance: (typeof commitments.$inferSelect)['assurance']
  nextDueOn: Day | null
  clause: string | null
  part: 'lead' | 'partner'
  /** The partner's own row, where it is one. */
  partyId: string | null
}

/**
 * What one organisation owes next, for one of its members: the organisation asked for if the
 * viewer belongs to it, else their first. Undefined for somebody who belongs to none.
 */
export async function deskPage(
  db: Database,
  viewer: Viewer,
  now: Date,
  wanted: string | null = null,
) {
  const mine = currentOrganisations(viewer)
  const own = await db
    .select({
      id: organisations.id,
      names: organisations.names,
      state: organisations.state,
      reason: organisations.reason,
      createdAt: organisations.createdAt,
    })
    .from(organisations)
    .where(inArray(organisations.id, mine))
    .orderBy(asc(organisations.sortName), asc(organisations.id))
  const organisation = own.find(({ id }) => id === wanted) ?? own.find(({ id }) => id === mine[0])
  if (!organisation) return undefined

  const role = memberOf(viewer, organisation.id)?.role ?? 'editor'
  const lead = organisation.id
  const [milestoneRows, replyRows, questions, unpublished, invited, asked, owned] =
    await Promise.all([
      owedMilestones(
        db,
        and(eq(commitments.leadId, lead), eq(commitments.state, 'published')),
        now,
      ),
      findingsOpenForReply(db, lead, now),
      reportQuestions(db, lead),
      unpublishedOf(db, lead),
      invitationsTo(db, lead),
      unanswered(db, lead),
      ownedBy(db, lead),
    ])

  const today = dayOf(now)
  const sections: Record<DeskSection, Owed[]> = {
    overdue: [],
    soon: [],
    returned: [],
    invitations: invited.map(({ party, commitment, leadNames }) => ({
      ...blank('invitation', party.id, commitment),
      what: leadNames,
      holder: 'focal-point',
      since: party.invitedAt,
    })),
    drafts: [],
    waiting: [],
  }
  for (const milestone of milestoneRows) placeMilestone(milestone)
  for (const { review, commitment, milestone, settings } of replyRows)
    sections.soon.push({
      ...blank('reply', review.id, commitment),
      what: { text: milestone.title, lang: commitment.lang },
      holder: 'focal-point',
      ...dueOn(replyUntil(review.decidedAt ?? now, settings), today),
    })
  for (const { questions: asking, saved, state, submittedAt, ...commitment } of unpublished) {
    if (state === 'submitted')
      sections.waiting.push({
        ...blank('commitment-waiting', commitment.id, commitment),
        holder: 'coordinator',
        since: submittedAt,
      })
    else if (state === 'returned')
      sections.returned.push({
        ...blank('commitment-returned', commitment.id, commitment),
        question: asking[0]?.text ?? null,
        saved,
      })
    else sections.drafts.push({ ...blank('commitment-draft', commitment.id, commitment), saved })
  }
  for (const { party, commitment, names } of asked)
    sections.waiting.push({
      ...blank('partner-waiting', commitment.id, commitment),
      what: names,
      holder: 'partner',
      since: party.invitedAt,
    })
  if (organisation.state === 'registered')
    sections.waiting.unshift({
      ...blank('organisation-waiting', organisation.id, null),
      what: organisation.names,
      holder: 'coordinator',
      since: organisation.createdAt,
    })
  for (const name of deskSections) sections[name].sort(byDue)

  const upcoming = milestoneRows
    .filter(({ timeliness }) => timeliness === 'planned')
    .map((milestone) => milestone.dueOn)
    .toSorted()
  return {
    organisation,
    organisations: own.map(({ id, names }) => ({ id, names })),
    role: role satisfies MemberRole,
    sections,
    next: nextOf(sections),
    nothingDueUntil: upcoming[0] ?? null,
    owned,
  }

  function placeMilestone(milestone: OwedMilestone) {
    const { report, settings, commitment } = milestone
    const about = {
      ...blank('report', milestone.id, commitment),
      what: { text: milestone.title, lang: commitment.lang },
      ...dueOn(milestone.dueOn, today),
    }
    if (report?.state === 'returned') {
      const from = laterDay(milestone.dueOn, dayOf(report.returnedAt ?? now))
      sections.returned.push({
        ...about,
        kind: 'report-returned',
        id: report.id,
        ...dueOn(addDays(from, settings.reportWithinDays), today),
        question: questions.get(report.id) ?? null,
      })
    } else if (report?.state === 'reported' || report?.state === 'under-review')
      sections.waiting.push({
        ...about,
        kind: 'report-waiting',
        id: report.id,
        due: null,
        inDays: null,
        holder: 'coordinator',
        since: report.at,
      })
    else if (milestone.timeliness !== 'reported') {
      const begun =
        report?.state === 'drafted'
          ? { kind: 'report-draft' as const, id: report.id, saved: { at: report.at, by: null } }
          : {}
      const { timeliness, dueOn: due } = milestone
      if (timeliness === 'overdue' || timeliness === 'silent')
        sections.overdue.push({ ...about, ...begun })
      else if (timeliness === 'report-due' || due <= addDays(today, SOON_DAYS))
        sections.soon.push({ ...about, ...begun })
      else if (begun.kind) sections.drafts.push({ ...about, ...begun })
    } else if (report?.state === 'drafted')
      sections.drafts.push({
        ...about,
        kind: 'report-draft',
        id: report.id,
        due: null,
        inDays: null,
        saved: { at: report.at, by: null },
      })
  }
}
export type DeskPage = NonNullable<Awaited<ReturnType<typeof deskPage>>>

const blank = (kind: OwedKind, id: string, commitment: NamedCommitment | null): Owed => ({
  kind,
  id,
  what: null,
  commitment,
  due: null,
  inDays: null,
  holder: 'organisation',
  question: null,
  saved: null,
  since: null,
})

const dueOn = (due: Day, today: Day) => ({ due, inDays: daysBetween(today, due) })

const byDue = (a: Owed, b: Owed) =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
  (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0)

/** The one thing to do next: by date where there is one, else in the order of the page. */
function nextOf(sections: Record<DeskSection, readonly Owed[]>): Owed | undefined {
  const { overdue, soon, returned, invitations, drafts } = sections
  const dated = [...overdue, ...soon, ...returned].filter(({ due }) => due !== null).toSorted(byDue)
  return dated[0] ?? returned[0] ?? invitations[0] ?? drafts[0]
}

const named = {
  id: commitments.id,
  number: commitments.number,
  title: commitments.title,
  lang: commitments.lang,
}

/** The newest decision on each report that nobody has answered and that can still be answered. */
async function findingsOpenForReply(db: Database, leadId: string, now: Date) {
  const rows = await db
    .select({
      review: { id: reviews.id, reportId: reviews.reportId, decidedAt: reviews.decidedAt },
      replied: replies.id,
      commitment: named,
      milestone: { id: milestones.id, title: milestones.title },
      settings: declarationSettings,
    })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .innerJoin(reports, eq(reports.id, reviews.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(and(eq(commitments.leadId, leadId), eq(reviews.state, 'decided')))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id))
  const latest = new Map(rows.map((row) => [row.review.reportId, row]))
  return [...latest.values()].filter(
    ({ review, replied, settings }) => replied === null && isOpen(review.decidedAt, settings, now),
  )
}

const isOpen = (decidedAt: Date | null, settings: DeclarationSettings, now: Date) =>
  decidedAt !== null && dayOf(now) <= replyUntil(decidedAt, settings)

/** The first question of each report that was sent back, by report. */
async function reportQuestions(db: Database, leadId: string) {
  const rows = await db
    .select({ reportId: reviews.reportId, questions: reviews.questions })
    .from(reviews)
    .innerJoin(reports, eq(reports.id, reviews.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .where(
      and(
        eq(commitments.leadId, leadId),
        eq(reports.state, 'returned'),
        eq(reviews.state, 'returned'),
      ),
    )
    .orderBy(asc(reviews.decidedAt))
  return new Map(rows.map(({ reportId, questions }) => [reportId, questions[0]?.text ?? null]))
}

/** Drafts, what lies with the coordinators, and what came back from them. */
async function unpublishedOf(db: Database, leadId: string) {
  const [rows, returned] = await Promise.all([
    db
      .select({
        ...named,
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
const invitationsTo = (db: Database, organisationId: string) =>
  db
    .select({
      party: { id: parties.id, invitedAt: parties.invitedAt },
      commitment: named,
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
const unanswered = (db: Database, leadId: string) =>
  db
    .select({
      party: { id: parties.id, invitedAt: parties.invitedAt },
      commitment: named,
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

/** Everything the organisation leads or has accepted a part in, published first, newest first. */
async function ownedBy(db: Database, organisationId: string): Promise<DeskOwned[]> {
  const rows = await db
    .select({
      ...named,
      state: commitments.state,
      outcome: commitments.outcome,
      assurance: commitments.assurance,
      nextDueOn: commitments.nextDueOn,
      clause: commitments.clause,
      body: declarations.key,
      part: parties.kind,
      partyId: parties.id,
    })
    .from(parties)
    .innerJoin(commitments, eq(commitments.id, parties.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(
      and(
        eq(parties.organisationId, organisationId),
        eq(parties.state, 'accepted'),
        // Drafts stand above, with what is to be done about them.
        ne(commitments.state, 'draft'),
      ),
    )
    .orderBy(desc(commitments.publishedAt), desc(commitments.createdAt), asc(commitments.id))
  if (rows.length === 0) return []
  const texts = await db
    .select({ key: declarations.key, body: declarations.body })
    .from(declarations)
    .where(inArray(declarations.key, [...new Set(rows.map(({ body }) => body))]))
  return rows.map(({ body, partyId, part, clause, ...row }) => {
    const text = texts.find(({ key }) => key === body)?.body
    return {
      ...row,
      part,
      partyId: part === 'partner' ? partyId : null,
      clause: (text && clause && clauseOf(text, clause)?.number) || null,
    }
  })
}
