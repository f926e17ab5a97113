import { and, eq, getTableColumns, sql } from 'drizzle-orm'

import type { Change } from '#app/domain/commitments/amendment.ts'
import type { Commitment, Party, Provenance, Question } from '#app/domain/commitments/commitment.ts'
import type { DraftTerms, Terms } from '#app/domain/commitments/terms.ts'
import type { DeclarationSettings, StakeholderGroup } from '#app/domain/declarations/declaration.ts'
import type { OrganisationState } from '#app/domain/organisations/organisation-state.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

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
import { declarations } from '../schema/declarations.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { newId } from './ids.server.ts'
import { insertRows, updateRow } from './rows.server.ts'
import type { Standings } from './standing.server.ts'

export async function loadCommitment(tx: Transaction, id: string): Promise<Commitment | undefined> {
  const [row] = await tx.all<Kept>(sql`SELECT ${whole} FROM ${commitments} c WHERE c.id = ${id}`)
  return row && read(row)
}

/** As plain SQL, parties and all: building two questions cost more than their answers. */
const whole = sql.raw(`c.id, c.declaration, c.state, c.number, c.version, c.lead_id AS "leadId",
  c.terms, c.external_id AS "externalId", c.provenance,
  (SELECT json_group_array(json_object('id', p.id, 'commitmentId', p.commitment_id,
      'organisationId', p.organisation_id, 'kind', p.kind, 'role', p.role, 'share', p.share,
      'state', p.state))
    FROM parties p WHERE p.commitment_id = c.id) AS parties`)

type Kept = Omit<Commitment, 'terms' | 'provenance' | 'parties'> & {
  terms: string
  provenance: string | null
  parties: string
}

const read = (row: Kept): Commitment => ({
  id: row.id,
  declaration: row.declaration,
  state: row.state,
  number: row.number,
  version: row.version,
  leadId: row.leadId,
  terms: JSON.parse(row.terms) as DraftTerms,
  parties: JSON.parse(row.parties) as Party[],
  externalId: row.externalId,
  provenance: row.provenance === null ? null : (JSON.parse(row.provenance) as Provenance),
})

type KeptForPublishing = Kept & {
  leadState: OrganisationState
  group: StakeholderGroup
  invented: number
  code: string
  settings: string
  serial: number
  names: string
}

/**
 * A commitment with all that publishing it asks for, in one question: its lead, its declaration,
 * the next serial of the year and the names of those who take part.
 */
export async function loadForPublishing(tx: Transaction, id: string, year: number) {
  const [row] = await tx.all<KeptForPublishing>(sql`SELECT ${whole}, o.state AS "leadState",
      o."group", o.invented, d.code, d.body -> '$.settings' AS settings,
      1 + coalesce((SELECT s.last FROM ${serials} s
        WHERE s.declaration = c.declaration AND s.year = ${year}), 0) AS serial,
      (SELECT json_group_array(json(n.names)) FROM ${parties} p
        JOIN ${organisations} n ON n.id = p.organisation_id
        WHERE p.commitment_id = c.id AND p.state = 'accepted') AS names
    FROM ${commitments} c
    JOIN ${organisations} o ON o.id = c.lead_id
    JOIN ${declarations} d ON d.key = c.declaration
    WHERE c.id = ${id}`)
  if (!row) return undefined
  const { leadState, group, invented, code, settings, serial, names } = row
  return {
    commitment: read(row),
    lead: { id: row.leadId, state: leadState, group, invented: invented === 1 },
    declaration: { code, settings: JSON.parse(settings) as DeclarationSettings },
    serial,
    names: JSON.parse(names) as LocalText[],
  }
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
  await updateRow(tx, commitments, commitment.id, {
    state: commitment.state,
    number: commitment.number,
    version: commitment.version,
    updatedBy: userId,
    updatedAt: now,
    ...projectionOf(commitment),
    ...moved,
  })
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
  const [row] = await tx.all<{ last: number }>(sql`INSERT INTO ${serials} (declaration, year, last)
    VALUES (${declaration}, ${year}, ${count})
    ON CONFLICT (declaration, year) DO UPDATE SET last = last + excluded.last RETURNING last`)
  if (!row) throw new Error(`${declaration} gave no serial`)
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
