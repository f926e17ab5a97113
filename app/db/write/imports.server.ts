import { and, eq, inArray, sql } from 'drizzle-orm'

import type { Commitment } from '#app/domain/commitments/commitment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import type { Registered } from '#app/domain/imports/apply-import.ts'
import type { Organisation } from '#app/domain/organisations/organisation.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Transaction } from '../client.server.ts'
import {
  commitmentClauses,
  commitmentPlaces,
  commitments,
  commitmentVersions,
  parties,
  screenings,
} from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { reviews } from '../schema/reviews.ts'
import {
  clauseRows,
  milestoneRows,
  placeRows,
  projectionOf,
  saveMilestones,
} from './commitments.server.ts'
import { newId } from './ids.server.ts'
import { loadLatestStates } from './milestones.server.ts'
import { insertRows } from './rows.server.ts'
import { firstStanding } from './standing.server.ts'

/** So that no question has more parameters than SQLite takes. */
const AT_ONCE = 200

/** What stands under each of these external ids, by external id. */
export async function loadRegistered(
  tx: Transaction,
  declaration: string,
  externalIds: readonly string[],
): Promise<Map<string, Registered>> {
  const registered = new Map<string, Registered>()
  for (let from = 0; from < externalIds.length; from += AT_ONCE) {
    const asked = externalIds.slice(from, from + AT_ONCE)
    const rows = await tx
      .select()
      .from(commitments)
      .where(and(eq(commitments.declaration, declaration), inArray(commitments.externalId, asked)))
      .all()
    if (rows.length === 0) continue
    const ids = rows.map(({ id }) => id)
    const part = await tx.select().from(parties).where(inArray(parties.commitmentId, ids)).all()
    const milestoneIds = rows.flatMap(({ terms }) => (terms.milestones ?? []).map(({ id }) => id))
    const latest = await loadLatestStates(tx, milestoneIds)
    for (const row of rows)
      registered.set(row.externalId ?? '', {
        commitment: { ...row, parties: part.filter((one) => one.commitmentId === row.id) },
        latest,
      })
  }
  return registered
}

/** Which of these ids are already those of reports, evidence or reviews here. */
export async function loadAccountIds(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = JSON.stringify(ids)
  const rows = await tx.all<{ id: string }>(sql`
    WITH asked AS (SELECT value AS id FROM json_each(${asked}))
    SELECT id FROM ${reports} WHERE id IN (SELECT id FROM asked)
    UNION ALL SELECT id FROM ${evidence} WHERE id IN (SELECT id FROM asked)
    UNION ALL SELECT id FROM ${reviews} WHERE id IN (SELECT id FROM asked)`)
  return new Set(rows.map(({ id }) => id))
}

/** What this register has under any of these ids, numbers or external ids. */
export async function loadClaimed(
  tx: Transaction,
  wanted: { ids: readonly string[]; numbers: readonly string[]; milestoneIds: readonly string[] },
) {
  const found: Pick<Commitment, 'id' | 'number' | 'leadId' | 'terms'>[] = []
  const columns = {
    id: commitments.id,
    number: commitments.number,
    leadId: commitments.leadId,
    terms: commitments.terms,
  }
  const some = (all: readonly string[], from: number) => all.slice(from, from + AT_ONCE)
  for (let from = 0; from < wanted.ids.length; from += AT_ONCE)
    found.push(
      ...(await tx
        .select(columns)
        .from(commitments)
        .where(inArray(commitments.id, some(wanted.ids, from)))),
    )
  for (let from = 0; from < wanted.numbers.length; from += AT_ONCE)
    found.push(
      ...(await tx
        .select(columns)
        .from(commitments)
        .where(inArray(commitments.number, some(wanted.numbers, from)))),
    )
  const owners = new Map<string, string>()
  for (let from = 0; from < wanted.milestoneIds.length; from += AT_ONCE)
    for (const { id, commitmentId } of await tx
      .select({ id: milestones.id, commitmentId: milestones.commitmentId })
      .from(milestones)
      .where(inArray(milestones.id, some(wanted.milestoneIds, from))))
      owners.set(id, commitmentId)
  return { commitments: found, milestoneOwners: owners }
}

export type Entering = { commitment: Commitment & { terms: Terms }; lead: Organisation }

/**
 * Puts commitments that enter published into every table they stand in, many rows a statement.
 * Parties go before screenings, so that the trigger can see who has an interest.
 */
export async function insertEntering(
  tx: Transaction,
  entering: readonly Entering[],
  { settings }: Pick<Declaration, 'settings'>,
  { userId, now }: { userId: string; now: Date },
) {
  const of = <row>(rowsOf: (one: Entering['commitment']) => row[]): row[] =>
    entering.flatMap(({ commitment }) => rowsOf(commitment))
  const today = dayOf(now)
  await insertRows(
    tx,
    commitments,
    entering.map(({ commitment, lead }) => {
      const { parties: _, ...row } = commitment
      return {
        ...row,
        ...projectionOf(commitment),
        group: lead.group,
        invented: lead.invented,
        ...firstStanding(row.terms, settings, today),
        createdBy: userId,
        createdAt: now,
        updatedBy: userId,
        updatedAt: now,
        submittedAt: now,
        publishedAt: now,
      }
    }),
  )
  await insertRows(
    tx,
    parties,
    of(({ id, leadId }) => [
      {
        id: newId('pty'),
        commitmentId: id,
        organisationId: leadId,
        kind: 'lead' as const,
        role: '',
        share: '',
        state: 'accepted' as const,
        invitedAt: now,
      },
    ]),
  )
  await insertRows(
    tx,
    screenings,
    of(({ id }) => [
      {
        id: newId('scr'),
        commitmentId: id,
        coordinatorId: userId,
        decision: 'published' as const,
        questions: [],
        at: now,
      },
    ]),
  )
  await insertRows(
    tx,
    commitmentVersions,
    of(({ id, version, terms }) => [
      { commitmentId: id, version, terms, changes: [], reason: '', at: now },
    ]),
  )
  await insertRows(
    tx,
    commitmentClauses,
    of(({ id, terms }) => clauseRows(id, terms)),
  )
  await insertRows(
    tx,
    commitmentPlaces,
    of(({ id, terms }) => placeRows(id, terms)),
  )
  await saveMilestones(
    tx,
    of(({ id, terms }) => milestoneRows(id, terms)),
  )
}
