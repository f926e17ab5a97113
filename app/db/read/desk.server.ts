import { asc, inArray } from 'drizzle-orm'

import {
  currentOrganisations,
  memberOf,
  type MemberRole,
  type Viewer,
} from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { organisations } from '../schema/organisations.ts'
import { owedBy } from './owed.server.ts'
import { ownedBy } from './owned.server.ts'

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
  const [owed, owned] = await Promise.all([
    owedBy(db, organisation, now),
    ownedBy(db, organisation.id),
  ])
  return {
    organisation,
    organisations: own.map(({ id, names }) => ({ id, names })),
    role: role satisfies MemberRole,
    ...owed,
    owned,
  }
}
export type DeskPage = NonNullable<Awaited<ReturnType<typeof deskPage>>>
