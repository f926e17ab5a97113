import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'

import { clauseOf } from '#app/domain/declarations/declaration.ts'
import type { Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments, parties } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { namedCommitment, type NamedCommitment } from './owed-milestones.server.ts'

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

/** Everything the organisation leads or has accepted a part in, published first, newest first. */
export async function ownedBy(db: Database, organisationId: string): Promise<DeskOwned[]> {
  const rows = await db
    .select({
      ...namedCommitment,
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
