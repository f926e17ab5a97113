import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'

import type { Day } from '#app/domain/shared/dates.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { publicCommitment } from './filters.server.ts'
import { newestActAt } from './summaries.server.ts'

/** Milestones for a calendar: these, or those of these commitments from a day on. */
export type InCalendar =
  | { milestones: readonly string[] }
  | { commitments: readonly string[]; from: Day }

export async function calendarOf(db: Database, which: InCalendar, locale: Locale) {
  const rows = await calendarRows(db, which, locale)
  return rows.map(({ publishedAt, changedAt, ...row }) => ({
    ...row,
    publishedAt: new Date(publishedAt),
    changedAt: new Date(changedAt),
  }))
}
export type CalendarRow = Awaited<ReturnType<typeof calendarOf>>[number]

const picked = (which: InCalendar) =>
  'milestones' in which
    ? inArray(milestones.id, [...which.milestones])
    : and(inArray(commitments.id, [...which.commitments]), gte(milestones.dueOn, which.from))

export const calendarRows = (db: Database, which: InCalendar, locale: Locale) =>
  db
    .select({
      id: milestones.id,
      dueOn: milestones.dueOn,
      /** In the reader's language where it was translated, else as it was registered. */
      title: sql<string>`coalesce(${milestones.terms} ->> ${`$.translations.${locale}`}, ${milestones.title})`,
      unit: milestones.unit,
      target: milestones.target,
      number: sql<string>`${commitments.number}`,
      commitment: sql<string>`coalesce(${commitments.terms} ->> ${`$.translations.${locale}.title`}, ${commitments.title})`,
      state: commitments.state,
      version: commitments.version,
      invented: commitments.invented,
      names: organisations.names,
      publishedAt: sql<number>`${commitments.publishedAt}`,
      changedAt: newestActAt,
    })
    .from(commitments)
    .innerJoin(milestones, eq(milestones.commitmentId, commitments.id))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(picked(which), publicCommitment))
    .orderBy(asc(milestones.dueOn), asc(milestones.id))
