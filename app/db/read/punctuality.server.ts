import { and, count, eq, inArray, lte, sql, type SQL } from 'drizzle-orm'

import type { DueCount } from '#app/domain/accountability/punctuality.ts'
import type { Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones } from '../schema/milestones.ts'
import { firstReportDay } from './filters.server.ts'

const daysFromDue = (day: SQL | Day) =>
  sql`cast(julianday(${day}) - julianday(${milestones.dueOn}) as integer)`

/**
 * Milestones that have fallen due, gathered by how late their first report came: a few hundred
 * rows however large the register is. What was withdrawn owes no report.
 */
export const dueMilestones = (db: Database, today: Day, which?: SQL) =>
  db
    .select({
      reportWithinDays:
        sql<number>`json_extract(${declarations.body}, '$.settings.reportWithinDays')`.as('within'),
      reportedAfter: sql<number | null>`${daysFromDue(firstReportDay)}`.as('reported_after'),
      waiting: sql<number | null>`case when ${firstReportDay} is null
        then ${daysFromDue(today)} end`.as('waiting'),
      count: count(),
    })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(
      and(lte(milestones.dueOn, today), inArray(commitments.state, ['published', 'closed']), which),
    )
    .groupBy(sql`1`, sql`2`, sql`3`) satisfies PromiseLike<DueCount[]>
