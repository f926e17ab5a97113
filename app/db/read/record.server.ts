import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'

import type { PublicKind } from '#app/domain/acts/act.ts'
import { changesBetween } from '#app/domain/commitments/amendment.ts'
import { clausesOfTerms } from '#app/domain/commitments/commitment.ts'
import { clauseOf, licenceOf } from '#app/domain/declarations/declaration.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments, commitmentVersions, parties } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { logEntries } from '../schema/log.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { atOnce, type Given } from './at-once.server.ts'
import { organisationName } from './commitments.server.ts'
import { publicCommitment } from './filters.server.ts'
import { recordIntegrity } from './integrity.server.ts'
import { recordState } from './log-head.server.ts'
import {
  evidenceRows,
  milestonesOf,
  reportRows,
  reviewRows,
  roundRows,
} from './record-milestones.server.ts'
import { redactionRows, redactionShown } from './redactions.server.ts'

/** The head of a public record with the terms of the version in force, never a working copy. */
const headRows = (db: Database, number: Given) =>
  db
    .select({
      id: commitments.id,
      number: sql<string>`${commitments.number}`,
      state: commitments.state,
      version: commitments.version,
      outcome: commitments.outcome,
      assurance: commitments.assurance,
      nextDueOn: commitments.nextDueOn,
      publishedAt: commitments.publishedAt,
      endedAt: commitments.endedAt,
      endReason: commitments.endReason,
      provenance: commitments.provenance,
      invented: commitments.invented,
      terms: commitmentVersions.terms,
      declaration: declarations.body,
      lead: { ...organisationName, group: organisations.group, country: organisations.country },
    })
    .from(commitments)
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .innerJoin(
      commitmentVersions,
      and(
        eq(commitmentVersions.commitmentId, commitments.id),
        eq(commitmentVersions.version, commitments.version),
      ),
    )
    .where(and(eq(commitments.number, number), publicCommitment))

/** Partners that accepted their own part, and no others. */
const partnersOf = (db: Database, id: Given) =>
  db
    .select({
      id: parties.id,
      role: parties.role,
      share: parties.share,
      organisation: organisationName,
    })
    .from(parties)
    .innerJoin(organisations, eq(organisations.id, parties.organisationId))
    .where(
      and(
        eq(parties.commitmentId, id),
        eq(parties.kind, 'partner'),
        eq(parties.state, 'accepted'),
        inArray(organisations.state, ['verified', 'suspended']),
      ),
    )
    .orderBy(asc(organisations.sortName))

const milestoneRows = (db: Database, id: Given) =>
  db
    .select({ id: milestones.id, terms: milestones.terms })
    .from(milestones)
    .where(eq(milestones.commitmentId, id))
    .orderBy(asc(milestones.dueOn), asc(milestones.position))

const versionRows = (db: Database, id: Given) =>
  db
    .select({
      version: commitmentVersions.version,
      changes: commitmentVersions.changes,
      reason: commitmentVersions.reason,
      at: commitmentVersions.at,
    })
    .from(commitmentVersions)
    .where(eq(commitmentVersions.commitmentId, id))
    .orderBy(desc(commitmentVersions.version))

const termsOfVersions = (db: Database, id: string, versions: readonly number[]) =>
  db
    .select({ version: commitmentVersions.version, terms: commitmentVersions.terms })
    .from(commitmentVersions)
    .where(
      and(
        eq(commitmentVersions.commitmentId, id),
        inArray(commitmentVersions.version, [...versions]),
      ),
    )

const said = (field: string) => sql<string | null>`json_extract(${acts.fields}, ${`$.${field}`})`

/** Every public act of the record with its entry in the log, newest first. */
const historyRows = (db: Database, id: Given) =>
  db
    .select({
      kind: sql<PublicKind>`${acts.kind}`,
      subject: acts.subject,
      at: acts.at,
      role: acts.role,
      entry: logEntries.idx,
      leafHash: sql<string>`lower(hex(${logEntries.leafHash}))`,
      reason: said('reason'),
      toldAt: said('told.at'),
      toldBy: said('told.register'),
      finding: said('finding'),
      stance: said('stance'),
      version: sql<number | null>`json_extract(${acts.fields}, '$.version')`,
      organisation: {
        id: organisations.id,
        names: organisations.names,
        lang: organisations.lang,
      },
    })
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .leftJoin(organisations, eq(organisations.id, acts.organisationId))
    .where(eq(acts.commitmentId, id))
    .orderBy(desc(acts.entry))

/** The pair of versions an address asks to compare; undefined for anything but two real ones. */
export function comparedVersions(search: URLSearchParams, latest: number) {
  const [from, to] = ['from', 'to'].map((name) => Number(search.get(name)))
  const isVersion = (n: number | undefined): n is number =>
    n !== undefined && Number.isInteger(n) && n >= 1 && n <= latest
  if (!isVersion(from) || !isVersion(to) || from === to) return undefined
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

const askHead = (db: Database) => [headRows(db, sql.placeholder('number'))] as const

function askParts(db: Database) {
  const id = sql.placeholder('id')
  return [
    partnersOf(db, id),
    milestoneRows(db, id),
    reportRows(db, id),
    roundRows(db, id),
    evidenceRows(db, id),
    reviewRows(db, id),
    versionRows(db, id),
    historyRows(db, id),
    redactionRows(db, id),
  ] as const
}

/** A commitment's whole public record: terms, parties, reports, findings, versions, log entries. */
export async function recordPage(db: Database, number: string, search: URLSearchParams, now: Date) {
  const [[head]] = await atOnce(db, askHead, { number })
  if (!head) return undefined
  const { id, declaration, terms, ...rest } = head
  const pair = comparedVersions(search, head.version)
  const chosen = pair ? await termsOfVersions(db, id, [pair.from, pair.to]) : []
  const [partners, stones, handed, rounds, pieces, looks, versions, history, withheld] =
    await atOnce(db, askParts, { id })
  const [before, after] = [pair?.from, pair?.to].map(
    (version) => chosen.find((one) => one.version === version)?.terms,
  )
  const { milestones: _, ...words } = terms
  const redactions = withheld.map(redactionShown)
  return {
    ...rest,
    terms: words,
    declaration: {
      key: declaration.key,
      code: declaration.code,
      title: declaration.title,
      settings: declaration.settings,
      licence: licenceOf(declaration),
    },
    clauses: clausesOfTerms(terms).flatMap((key) => {
      const clause = clauseOf(declaration, key)
      return clause ? [{ key, number: clause.number, summary: clause.summary }] : []
    }),
    partners,
    milestones: milestonesOf(
      stones,
      {
        handed,
        rounds,
        looks,
        pieces: pieces.map((piece) => ({
          ...piece,
          withheldBy: redactions.find((one) => one.evidence.includes(piece.id)),
          toldBy: history.at(-1)?.toldBy ?? null,
        })),
      },
      declaration.settings,
      dayOf(now),
    ),
    versions,
    comparison: pair && before && after && { ...pair, changes: changesBetween(before, after) },
    history,
    redactions,
    /** What the tables no longer say as the log says it; none, unless somebody went around us. */
    integrity: (await recordIntegrity(db, id, dayOf(now))).problems,
    record: await recordState(db, now),
  }
}
export type RecordPage = NonNullable<Awaited<ReturnType<typeof recordPage>>>

/** Whether a number is on the public register: where a permalink may lead. */
export async function isOnRecord(db: Database, number: string): Promise<boolean> {
  const row = await db
    .select({ id: commitments.id })
    .from(commitments)
    .where(and(eq(commitments.number, number), publicCommitment))
    .get()
  return row !== undefined
}
