import { and, asc, eq, gt, gte, inArray, sql, type SQL } from 'drizzle-orm'

import type { DeclarationSettings } from '#app/domain/declarations/declaration.ts'
import { base64, fromHex } from '#app/domain/ledger/bytes.ts'
import { treeRoot } from '#app/domain/ledger/tile-tree.ts'
import type {
  EntryShape,
  EvidenceShape,
  FindingShape,
  PublicCommitment,
  WithheldShape,
} from '#app/domain/open-data/commitment.ts'
import type { PublicDeclaration } from '#app/domain/open-data/declaration.ts'
import type { PublicOrganisation } from '#app/domain/open-data/organisation.ts'
import {
  instantOf,
  publicCommitment,
  type CommitmentFacts,
  type ReportFacts,
} from '#app/domain/open-data/public-commitment.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { declarations } from '../schema/declarations.ts'
import { logEntries } from '../schema/log.ts'
import { organisations } from '../schema/organisations.ts'
import { logHead } from './log-head.server.ts'
import { hashesOf } from './log-tiles.server.ts'
import {
  entryColumns,
  recordNumbered,
  recordsAfter,
  sizeRows,
  type RecordRows,
} from './open-data-rows.server.ts'

/** The log an answer was made from: its size, and the root over it in base64. */
export type LogState = { size: number; root: string }

async function stateAt(db: Database, size: number): Promise<LogState> {
  const head = await logHead(db)
  const root = head.size === size ? fromHex(head.rootHash) : await treeRoot(size, hashesOf(db))
  return { size, root: base64(root) }
}

/** The log as it is now. */
export async function stateNow(db: Database): Promise<LogState> {
  const { size, rootHash } = await logHead(db)
  return { size, root: base64(fromHex(rootHash)) }
}

async function answered(db: Database, rows: RecordRows, now: Date) {
  const today = dayOf(now)
  return { log: await stateAt(db, rows.size), today, commitments: commitmentsIn(rows, today) }
}

/** The next public commitments by number, as open data. */
export const commitmentsData = async (
  db: Database,
  { after, limit }: { after: string; limit: number },
  now: Date,
) => answered(db, await recordsAfter(db, after, limit), now)

/** One public commitment as open data; undefined for one that does not exist for outsiders. */
export async function commitmentData(db: Database, number: string, now: Date) {
  const rows = await recordNumbered(db, number)
  if (!rows) return undefined
  const { commitments, ...rest } = await answered(db, rows, now)
  const [commitment] = commitments
  return commitment && { ...rest, commitment }
}

export const settingsIn = (head: RecordRows['heads'][number] | undefined) =>
  JSON.parse(head?.settings ?? '{}') as DeclarationSettings

/** The public records that the rows of one snapshot make. */
export function commitmentsIn(rows: RecordRows, today: Day): PublicCommitment[] {
  const of = <row extends { commitmentId: string }>(some: readonly row[]) =>
    grouped(some, 'commitmentId')
  const clauses = of(rows.clauses)
  const places = of(rows.places)
  const partners = of(rows.partners)
  const stones = of(rows.stones)
  const versions = of(rows.versions)
  const entries = of(rows.entries)
  const reports = grouped(reportsIn(rows), 'commitmentId')
  return rows.heads.map((head) => {
    const { id, terms, publishedAt, endedAt, endReason, state } = head
    const ended = endedAt && instantOf(endedAt)
    const own = entries.get(id) ?? []
    const facts: CommitmentFacts = {
      ...head,
      state: state as CommitmentFacts['state'],
      publishedAt: instantOf(publishedAt),
      withdrawal: state === 'withdrawn' && ended ? { at: ended, reason: endReason } : null,
      closedAt: state === 'closed' ? ended : null,
      provenance: head.provenance && provenanceOf(head.provenance),
      terms: {
        ...terms,
        title: head.title,
        lang: head.lang,
        clause: head.clause,
        furtherClauses: (clauses.get(id) ?? []).map(({ clause }) => clause),
        scope: head.worldwide ? 'worldwide' : 'places',
        places: (places.get(id) ?? []).map(({ place }) => place),
        startOn: head.startOn,
        endOn: head.endOn,
      },
      milestones: (stones.get(id) ?? []).map(({ terms: said, ...columns }) => ({
        ...said,
        ...columns,
      })),
      partners: partners.get(id) ?? [],
      versions: (versions.get(id) ?? []).map((version) => ({
        ...version,
        at: instantOf(version.at),
      })),
      reports: reports.get(id) ?? [],
      withheld: own.flatMap(({ index, of: from, at, toldAt, basis, reason }) =>
        from === null
          ? []
          : [
              {
                entry: index,
                of: from,
                at: toldAt ?? instantOf(at),
                basis: basis as WithheldShape['basis'],
                reason: reason ?? '',
              },
            ],
      ),
      entries: own.map(entryOf),
    }
    return publicCommitment(facts, head, today, settingsIn(head))
  })
}

const provenanceOf = ({
  url,
  ...rest
}: { url?: string | undefined } & Omit<NonNullable<CommitmentFacts['provenance']>, 'url'>) => ({
  ...rest,
  ...(url === undefined ? {} : { url }),
})

function reportsIn(rows: RecordRows): (ReportFacts & { commitmentId: string })[] {
  const rounds = grouped(rows.rounds, 'reportId')
  const pieces = grouped(rows.pieces, 'reportId')
  const looks = grouped(rows.looks, 'reportId')
  return rows.handed.map(({ commitmentId, id, milestoneId, state, reportedAt, returnedAt }) => {
    const seen = looks.get(id) ?? []
    return {
      commitmentId,
      id,
      milestoneId,
      state,
      reportedAt: instantOf(reportedAt),
      returnedAt: returnedAt && instantOf(returnedAt),
      rounds: (rounds.get(id) ?? []).map(({ round, content, at }) => ({
        round,
        at: instantOf(at),
        content,
        returned: returnOf(seen, round),
      })),
      evidence: (pieces.get(id) ?? []).map(evidenceOf),
      findings: seen.flatMap(findingOf),
    }
  })
}

type Look = RecordRows['looks'][number]

function returnOf(looks: readonly Look[], round: number) {
  const found = looks.find((look) => look.state === 'returned' && look.round === round)
  if (!found) return null
  return { review: found.id, at: instantOf(found.at), questions: found.questions }
}

function findingOf({ state, finding, reply, ...look }: Look): FindingShape[] {
  if (state !== 'decided' || finding === null) return []
  return [
    {
      ...look,
      review: look.id,
      finding,
      at: instantOf(look.at),
      reply: reply && { ...reply, at: instantOf(reply.at) },
    },
  ]
}

const evidenceOf = ({ state, addedAt, ...piece }: RecordRows['pieces'][number]): EvidenceShape => ({
  ...piece,
  withheld: state === 'withheld',
  addedOn: dayOf(addedAt),
})

type EntryRow = Omit<EntryShape, 'at' | 'leafHash'> & { at: Date; leafHash: Uint8Array }

const entryOf = ({ index, act, subject, at, leafHash }: EntryRow): EntryShape => ({
  index,
  act,
  subject,
  at: instantOf(at),
  leafHash: base64(new Uint8Array(leafHash)),
})

/** Verified at some time; a suspended one stays, marked, with all it promised. */
const publicOrganisation = inArray(
  // The plus keeps the planner on the ids, in whose order the pages are.
  sql`+${organisations.state}`,
  ['verified', 'suspended'],
)

export async function organisationsIn(db: Database, where: SQL, limit: number) {
  const chosen = and(where, publicOrganisation)
  const [[size], rows, entries] = await db.batch([
    sizeRows(db),
    db.select().from(organisations).where(chosen).orderBy(asc(organisations.id)).limit(limit),
    db
      .select(entryColumns)
      .from(acts)
      .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
      .where(
        inArray(
          acts.subject,
          db
            .select({ id: organisations.id })
            .from(organisations)
            .where(chosen)
            .orderBy(asc(organisations.id))
            .limit(limit),
        ),
      )
      .orderBy(asc(acts.entry)),
  ])
  const own = grouped(entries, 'subject')
  const found = rows.map((row) => organisationIn(row, own.get(row.id) ?? []))
  return { size: (size?.last ?? -1) + 1, found }
}

/** An organisation as open data. How it was verified, and by whom, is not. */
export const organisationIn = (
  row: typeof organisations.$inferSelect,
  entries: readonly EntryRow[],
): PublicOrganisation => ({
  id: row.id,
  state: row.state as PublicOrganisation['state'],
  names: { ...row.names },
  lang: row.lang,
  group: row.group,
  country: row.country ?? 'worldwide',
  website: row.website,
  identifier: row.identifier,
  externalId: row.externalId,
  invented: row.invented,
  joinedAt: row.joinedAt ? instantOf(row.joinedAt) : '',
  suspendedReason: row.state === 'suspended' ? row.reason : null,
  entries: entries.map(entryOf),
})

/** The next public organisations by id, as open data. */
export async function organisationsData(
  db: Database,
  { after: id, limit }: { after: string; limit: number },
) {
  const { size, found } = await organisationsIn(db, gt(organisations.id, id), limit)
  return { log: await stateAt(db, size), organisations: found }
}

export async function organisationData(db: Database, id: string) {
  const { size, found } = await organisationsIn(db, eq(organisations.id, id), 1)
  const [organisation] = found
  return organisation && { log: await stateAt(db, size), organisation }
}

async function declarationsIn(db: Database, where: SQL) {
  const [[size], rows, entries] = await db.batch([
    sizeRows(db),
    db
      .select({ body: declarations.body, openedAt: declarations.openedAt })
      .from(declarations)
      .where(where)
      .orderBy(asc(declarations.openedAt), asc(declarations.key)),
    db
      .select(entryColumns)
      .from(acts)
      .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
      .where(and(eq(acts.kind, 'declaration.opened'), gte(acts.entry, 0)))
      .orderBy(asc(acts.entry)),
  ])
  const own = grouped(entries, 'subject')
  const found = rows.map(({ body, openedAt }): PublicDeclaration => ({
    ...body,
    openedAt: instantOf(openedAt),
    entries: (own.get(body.key) ?? []).map(entryOf),
  }))
  return { size: (size?.last ?? -1) + 1, found }
}

/** Every declaration that was opened, whole, the first one first. */
export async function declarationsData(db: Database) {
  const { size, found } = await declarationsIn(db, sql`true`)
  return { log: await stateAt(db, size), declarations: found }
}

export async function declarationData(db: Database, key: string) {
  const { size, found } = await declarationsIn(db, eq(declarations.key, key))
  const [declaration] = found
  return declaration && { log: await stateAt(db, size), declaration }
}

function grouped<row, key extends keyof row>(rows: readonly row[], by: key): Map<row[key], row[]> {
  const groups = new Map<row[key], row[]>()
  for (const row of rows) {
    const group = groups.get(row[by])
    if (group) group.push(row)
    else groups.set(row[by], [row])
  }
  return groups
}
