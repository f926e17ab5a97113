import { and, gte, inArray, isNotNull, lte, sql, type SQL } from 'drizzle-orm'

import { publicCommitmentStates } from '#app/domain/commitments/commitment-state.ts'
import { addDays, type Day } from '#app/domain/shared/dates.ts'

import { commitments } from '../schema/commitments.ts'
import { milestones, reports } from '../schema/milestones.ts'

/**
 * The only commitments a public question ever sees. The plus keeps the planner off the index by
 * state, so that lists are read in the order of the index by date.
 */
export const publicCommitment: SQL = and(
  inArray(sql`+${commitments.state}`, [...publicCommitmentStates]),
  isNotNull(commitments.publishedAt),
)!

export const SOON_DAYS = 60

/** A milestone of a commitment in force that falls due within sixty days, and no report stands. */
export const dueSoonMilestone = (today: Day) =>
  and(
    sql`+${commitments.state} = 'published'`,
    gte(milestones.dueOn, today),
    lte(milestones.dueOn, addDays(today, SOON_DAYS)),
    sql`not exists (select 1 from ${reports} where ${reports.milestoneId} = ${milestones.id}
      and ${reports.state} not in ('drafted', 'returned'))`,
  )!
