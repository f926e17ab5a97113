import { and, eq, getTableColumns, sql } from 'drizzle-orm'

import type { Change } from '#app/domain/commitments/amendment.ts'
import type { Commitment, Party, Question } from '#app/domain/commitments/commitment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { StakeholderGroup } from '#app/domain/declarations/declaration.ts'

import type { Transaction } from '../client.server.ts'
import {
  commitmentClauses,
  commitmentPlaces,
  commitments,
  commitmentVersions,
  parties,
  screenings,
  serials,
} from '../schema/commitments.ts'
import { milestones } from '../schema/milestones.ts'
import { newId } from './ids.server.ts'
import { insertRows } from './rows.server.ts'
import type { Standings } from './standing.server.ts'

export async function loadCommitment(tx: Transaction, id: string): Promise<Commitment | undefined> {
  const row = await tx.select().from(commitments).where(eq(commitments.id, id)).get()
  if (!row) return undefined
  const part = await tx.select().from(parties).where(eq(parties.commitmentId, id)).all()
  return { ...row, parties: part }
}

/** A draft the same person opened and wrote nothing in: as good as a new one. */
export async function loadBlankDraft(
  tx: Transaction,
  userId: string,
  { leadId, declaration }: Pick<Commitment, 'leadId' | 'declaration'>,
): Promise<Commitment | undefined> {
  const blank = await tx
    .select({ id: commitments.id })
    .from(commitments)
    .where(
      and(
        eq(commitments.leadId, leadId),
        // The signs leave SQLite the lead's index alone: others hold much of the register.
        sql`+${commitments.declaration} = ${declaration}`,
        sql`+${commitments.state} = 'draft'`,
        eq(commitments.createdBy, userId),
        eq(commitments.terms, {}),
      ),
    )
    .limit(1)
    .get()
  return blank && loadCommitment(tx, blank.id)
}

type By = { userId: string; now: Date }

export async function insertCommitment(
  tx: Transaction,
  commitment: Commitment,
  lead: { group: StakeholderGroup; invented: boolean },
  { userId, now }: By,
) {
  const row = {
    id: commitment.id,
    declaration: commitment.declaration,
    state: commitment.state,
    leadId: commitment.leadId,
    group: lead.group,
    invented: lead.invented,
    externalId: commitment.externalId,
    provenance: commitment.provenance,
    createdBy: userId,
    createdAt: now,
    updatedBy: userId,
    updatedAt: now,
    ...projectionOf(commitment),
  }
  await insertRows(tx, commitments, [row])
  await insertParty(
    tx,
    {
      id: newId('pty'),
      commitmentId: commitment.id,
      organisationId: commitment.leadId,
      kind: 'lead',
      role: '',
      share: '',
      state: 'accepted',
    },
    now,
  )
}

/** The columns that repeat what the terms say, so that lists can filter and sort. */
export const projectionOf = ({ terms }: Pick<Commitment, 'terms'>) => ({
  terms,
  title: terms.title ?? '',
  lang: terms.lang ?? 'en',
  clause: terms.clause ?? null,
  startOn: terms.startOn ?? null,
  endOn: terms.endOn ?? null,
  worldwide: terms.scope === 'worldwide',
})

type Moved = Standings & { submittedAt: Date; publishedAt: Date; endedAt: Date; endReason: string }

/** Keeps state, number and terms, and whichever of the dates the move sets. */
export async function saveCommitment(
  tx: Transaction,
  commitment: Commitment,
  { userId, now }: By,
  moved: Partial<Moved> = {},
) {
  await tx
    .update(commitments)
    .set({
      state: commitment.state,
      number: commitment.number,
      version: commitment.version,
      updatedBy: userId,
      updatedAt: now,
      ...projectionOf(commitment),
      ...moved,
    })
    .where(eq(commitments.id, commitment.id))
}

/** A version once written is never changed; the current one is also spread into rows for lists. */
export async function saveVersion(
  tx: Transaction,
  commitment: Commitment,
  changes: Change[],
  reason: string,
  now: Date,
) {
  const terms = commitment.terms as Terms
  const { id: commitmentId, version } = commitment
  await insertRows(tx, commitmentVersions, [
    { commitmentId, version, terms, changes, reason, at: now },
  ])
  await spreadTerms(tx, commitmentId, terms, { isFirst: version === 1 })
}

/** Spreads the terms in force into the rows that lists and reports go by; the first time all are new. */
export async function spreadTerms(
  tx: Transaction,
  commitmentId: string,
  terms: Terms,
  { isFirst = false }: { isFirst?: boolean } = {},
) {
  if (!isFirst) {
    await tx.delete(commitmentClauses).where(eq(commitmentClauses.commitmentId, commitmentId))
    await tx.delete(commitmentPlaces).where(eq(commitmentPlaces.commitmentId, commitmentId))
  }
  await insertRows(tx, commitmentClauses, clauseRows(commitmentId, terms), orNothing)
  await insertRows(tx, commitmentPlaces, placeRows(commitmentId, terms), orNothing)
  await saveMilestones(tx, milestoneRows(commitmentId, terms))
}

const orNothing = sql`ON CONFLICT DO NOTHING`
const replaced = Object.values(getTableColumns(milestones))
  .filter(({ name }) => name !== 'id')
  .map(({ name }) => `"${name}" = excluded."${name}"`)

export const saveMilestones = (tx: Transaction, rows: ReturnType<typeof milestoneRows>) =>
  insertRows(
    tx,
    milestones,
    rows,
    sql`ON CONFLICT (id) DO UPDATE SET ${sql.raw(replaced.join(', '))}`,
  )

export const clauseRows = (commitmentId: string, { clause, furtherClauses }: Terms) => [
  { commitmentId, clause, primary: true },
  ...[...new Set(furtherClauses)]
    .filter((key) => key !== clause)
    .map((further) => ({ commitmentId, clause: further, primary: false })),
]

export const placeRows = (commitmentId: string, { scope, places }: Terms) =>
  scope === 'worldwide' ? [] : [...new Set(places)].map((place) => ({ commitmentId, place }))

export const milestoneRows = (commitmentId: string, terms: Terms) =>
  terms.milestones.map((milestone, position) => ({
    id: milestone.id,
    commitmentId,
    position,
    title: milestone.title,
    dueOn: milestone.dueOn,
    unit: milestone.unit,
    baseline: milestone.baseline,
    target: milestone.target,
    terms: milestone,
  }))

/**
 * The next serial of a declaration's year, or the last of so many; held by the write transaction,
 * so never given twice.
 */
export async function takeSerial(
  tx: Transaction,
  declaration: string,
  year: number,
  count = 1,
): Promise<number> {
  const row = await tx
    .insert(serials)
    .values({ declaration, year, last: count })
    .onConflictDoUpdate({
      target: [serials.declaration, serials.year],
      set: { last: sql`${serials.last} + ${count}` },
    })
    .returning({ last: serials.last })
    .get()
  return row.last
}

/** Numbers allotted elsewhere are taken here too: none of their years gives one of them again. */
export async function passSerial(
  tx: Transaction,
  { declaration, year, serial }: { declaration: string; year: number; serial: number },
) {
  await tx
    .insert(serials)
    .values({ declaration, year, last: serial })
    .onConflictDoUpdate({
      target: [serials.declaration, serials.year],
      set: { last: sql`max(${serials.last}, ${serial})` },
    })
}

export const loadParty = (tx: Transaction, id: string): Promise<Party | undefined> =>
  tx.select().from(parties).where(eq(parties.id, id)).get()

export async function insertParty(tx: Transaction, party: Party, invitedAt: Date) {
  await insertRows(tx, parties, [{ ...party, invitedAt }])
}

export async function saveAnswer(tx: Transaction, party: Party, reason: string, now: Date) {
  await tx
    .update(parties)
    .set({ state: party.state, reason, answeredAt: now })
    .where(eq(parties.id, party.id))
}

export async function insertScreening(
  tx: Transaction,
  screening: {
    commitmentId: string
    coordinatorId: string
    decision: 'published' | 'returned' | 'declined'
    reason: string
    questions: readonly Question[]
    at: Date
  },
) {
  await insertRows(tx, screenings, [
    { id: newId('scr'), ...screening, questions: [...screening.questions] },
  ])
}
