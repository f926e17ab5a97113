import { and, eq } from 'drizzle-orm'

import { replyUntil } from '#app/domain/reviews/reply.ts'
import { addDays, dayOf, daysBetween, laterDay, type Day } from '#app/domain/shared/dates.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import type { organisations } from '../schema/organisations.ts'
import { invitationsTo, unanswered, unpublishedOf } from './owed-commitments.server.ts'
import {
  owedMilestones,
  type NamedCommitment,
  type OwedMilestone,
} from './owed-milestones.server.ts'
import { findingsOpenForReply, reportQuestions } from './owed-reports.server.ts'

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

type Organisation = Pick<typeof organisations.$inferSelect, 'id' | 'names' | 'state' | 'createdAt'>

/**
 * What one organisation owes, and what it waits for, by section. The caller has made sure that
 * the viewer belongs to it.
 */
export async function owedBy(db: Database, organisation: Organisation, now: Date) {
  const lead = organisation.id
  const [milestoneRows, replyRows, questions, unpublished, invited, asked] = await Promise.all([
    owedMilestones(db, and(eq(commitments.leadId, lead), eq(commitments.state, 'published')), now),
    findingsOpenForReply(db, lead, now),
    reportQuestions(db, lead),
    unpublishedOf(db, lead),
    invitationsTo(db, lead),
    unanswered(db, lead),
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
  return { sections, next: nextOf(sections), nothingDueUntil: upcoming[0] ?? null }

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
