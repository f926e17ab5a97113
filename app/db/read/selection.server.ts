import { and, eq, isNotNull, lte, sql } from 'drizzle-orm'

import { allOf, type Bits } from '#app/domain/browsing/bits.ts'
import {
  readFilters,
  type CommitmentFilters,
  type ReportingChoice,
} from '#app/domain/browsing/filters.ts'
import { bitsOf, select, type PublicIndex } from '#app/domain/browsing/public-index.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { openedDeclarations } from './declarations.server.ts'
import { dueSoonMilestone, firstReportDay } from './filters.server.ts'
import { publicIndex } from './public-index.server.ts'

/** What an address asks of the public commitments, and what the names in it stand for. */
export async function readAsked(db: Database, search: URLSearchParams) {
  const id = search.get('organisation')
  const [opened, [organisation]] = await Promise.all([
    openedDeclarations(db),
    id ? joinedOrganisation(db, id) : [],
  ])
  const bodies = opened.map(({ body }) => body)
  const filters = readFilters(search, { declarations: bodies, organisation: organisation?.id })
  return { opened, organisation, filters }
}

const joinedOrganisation = (db: Database, id: string) =>
  db
    .select({ id: organisations.id, names: organisations.names, lang: organisations.lang })
    .from(organisations)
    .where(and(eq(organisations.id, id), isNotNull(organisations.joinedAt)))

/** The index with the commitments these filters find in it, to be used before anything is awaited. */
export type Selection = { index: PublicIndex; selected: Bits; within: Bits | undefined }

/** `found` narrows it further: the ids a search found, say. */
export async function selectionOf(
  db: Database,
  filters: CommitmentFilters,
  now: Date,
  found?: Iterable<string>,
): Promise<Selection> {
  const asked = await askedOfMilestones(db, filters, dayOf(now))
  const index = await publicIndex(db, now)
  const [first, ...others] = [...asked, ...(found ? [found] : [])].map((ids) => bitsOf(index, ids))
  const within = first && allOf(first, ...others)
  return { index, within, selected: select(index, filters, { within }) }
}

/** The ids of what the index does not know: how milestones are reported on, and what is due soon. */
async function askedOfMilestones(db: Database, { due, reporting }: CommitmentFilters, today: Day) {
  return Promise.all([
    ...(due === 'soon' ? [idsOf(dueSoonIds(db, today))] : []),
    ...(reporting ? [idsOf(reportedIds(db, reporting, today))] : []),
  ])
}

const idsOf = async (question: PromiseLike<{ id: string }[]>) =>
  (await question).map(({ id }) => id)

export const dueSoonIds = (db: Database, today: Day) =>
  db
    .selectDistinct({ id: milestones.commitmentId })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .where(dueSoonMilestone(today))

export function reportedIds(db: Database, choice: ReportingChoice, today: Day) {
  const within = sql`(${declarations.body} ->> '$.settings.reportWithinDays')`
  const until = sql`date(${milestones.dueOn}, '+' || ${within} || ' days')`
  const arrived = {
    'on-time': sql`${firstReportDay} <= ${until}`,
    late: sql`${firstReportDay} > ${until}`,
    missing: sql`${firstReportDay} is null and ${today} > ${until}`,
  }[choice]
  return db
    .selectDistinct({ id: milestones.commitmentId })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(and(lte(milestones.dueOn, today), sql`+${commitments.state} <> 'withdrawn'`, arrived))
}
