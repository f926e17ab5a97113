import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'

import { allOf, type Bits } from '#app/domain/browsing/bits.ts'
import { dueWithin, reportedSo } from '#app/domain/browsing/due-index.ts'
import { owingOutcomes, readFilters, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { bitsOf, ledBy, select, type PublicIndex } from '#app/domain/browsing/public-index.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { members, organisations } from '../schema/organisations.ts'
import { openedDeclarations } from './declarations.server.ts'
import { dueIndex } from './due-index.server.ts'
import { SOON_DAYS } from './filters.server.ts'
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
  const joined = filters.reporting && (await joinedLeads(db, now))
  const index = await publicIndex(db, now)
  const sets = [...asked, ...(found ? [found] : [])].map((ids) => bitsOf(index, ids))
  if (joined) sets.push(owingReports(index, joined))
  const [first, ...others] = sets
  const within = first && allOf(first, ...others)
  return { index, within, selected: select(index, filters, { within }) }
}

/** Those of these that can report here, which an imported plan's may never; a last member cannot go. */
export const joinedOf = async (db: Database, organisationIds: readonly string[]) =>
  (
    await db
      .selectDistinct({ id: members.organisationId })
      .from(members)
      .where(and(inArray(members.organisationId, [...organisationIds]), isNull(members.until)))
  ).map(({ id }) => id)

/** The same of all that lead anything public. */
export const joinedLeads = async (db: Database, now: Date) =>
  joinedOf(db, [...(await publicIndex(db, now)).leads.keys()])

/**
 * The commitments whose reports are counted by how they came: led by somebody who can report here,
 * and not withdrawn, however those came that it was handed before.
 */
export const owingReports = (index: PublicIndex, joined: readonly string[]): Bits =>
  select(index, { outcome: owingOutcomes }, { within: ledBy(index, joined) })

/** The ids of what the index does not know: how milestones are reported on, and what is due soon. */
async function askedOfMilestones(db: Database, { due, reporting }: CommitmentFilters, today: Day) {
  if (due !== 'soon' && !reporting) return []
  const index = await dueIndex(db)
  return [
    ...(due === 'soon' ? [dueWithin(index, SOON_DAYS, today)] : []),
    ...(reporting ? [reportedSo(index, reporting, today)] : []),
  ]
}
