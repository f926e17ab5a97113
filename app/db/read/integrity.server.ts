import { and, asc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm'

import { actIn, replaying, type OpenedAct } from '#app/domain/accountability/opened-act.ts'
import { withRemains } from '#app/domain/accountability/remains.ts'
import { commitmentFromActs } from '#app/domain/accountability/replay-commitment.ts'
import { organisationFromActs } from '#app/domain/accountability/replay-organisation.ts'
import { readTold, TOLD } from '#app/domain/acts/told.ts'
import { equal } from '#app/domain/ledger/bytes.ts'
import {
  openEntry,
  readKnownEntry,
  type Entry,
  type OpeningProblem,
} from '#app/domain/ledger/entry.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'
import { differencesBetween } from '#app/domain/open-data/differences.ts'
import {
  instantOf,
  milestoneTermsIn,
  publicCommitment,
  shownOf,
  termsIn,
} from '#app/domain/open-data/public-commitment.ts'
import { addDays, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments, commitmentVersions, parties } from '../schema/commitments.ts'
import { disclosures, logEntries } from '../schema/log.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { atOnce, type Given } from './at-once.server.ts'
import { identifiedQuestions, recordRowsOf, type EntryRow } from './open-data-rows.server.ts'
import { commitmentsIn, organisationIn, settingsIn } from './open-data.server.ts'

/** What a record's own check can find wrong: in the log, in what is said beside it, or in what is shown. */
export type IntegrityCode =
  | 'leaf-differs'
  | 'leaf-unreadable'
  | 'act-differs'
  | 'act-missing'
  | OpeningProblem['code']
  | 'not-replayable'
  | 'record-differs'
  | 'organisation-differs'

export type IntegrityProblem = { code: IntegrityCode; entry?: number; path?: string }
export type Integrity = { checkedEntries: number; problems: IntegrityProblem[] }

/**
 * Whether a record's tables still say what its acts in the log say: each leaf and each disclosure
 * hashed again, the record rebuilt from its acts, everything shown compared with it.
 */
export async function recordIntegrity(db: Database, id: string, today: Day): Promise<Integrity> {
  // One snapshot: an act between two questions would look like tampering.
  const answers = await atOnce(db, askAll, { id })
  const [a, b, c, d, e, f, g, h, i, j, k, logged, openings, versions, stones, involvedRows] =
    answers
  const problems: IntegrityProblem[] = []
  const found = openLog(logged, openings, problems)
  const own = found.filter(({ row }) => row.commitmentId === id)
  const rows = recordRowsOf([a, b, c, d, e, f, g, h, i, j, k], own.map(entryRowOf))
  const checked = { checkedEntries: found.length, problems }
  if (own.length === 0 && rows.heads.length === 0) return checked
  problems.push(...shownActs(own))
  const made = commitmentFromActs(own.map(({ act }) => act))
  if (!made.ok) {
    const { index, where } = made.problem
    problems.push({ code: 'not-replayable', entry: index, path: where })
  } else {
    const { facts, versions: told } = made.value
    const settings = settingsIn(rows.heads[0])
    const [shown] = commitmentsIn(rows, today)
    const fromLog = (day: Day) =>
      publicCommitment(facts, shownOf(facts, day, settings), today, settings)
    const differing = (day: Day) => differencesBetween(shown, fromLog(day))
    let differences = differing(today)
    // For some seconds after midnight the register shows the status of the day that has just ended.
    if (differences.length > 0) {
      const before = differing(addDays(today, -1))
      if (before.length === 0) differences = before
    }
    const kept = {
      versions: versions.map(({ version, terms: { milestones: dated, ...words } }) => ({
        version,
        terms: { ...termsIn(words), milestones: dated.map(milestoneTermsIn) },
      })),
      milestones: stones.map(({ terms }) => milestoneTermsIn(terms)),
    }
    differences.push(
      ...differencesBetween(kept, {
        versions: told.map(({ terms, milestones: dated }, place) => ({
          version: place + 1,
          terms: { ...terms, milestones: dated },
        })),
        milestones: facts.milestones,
      }),
    )
    const paths = new Set(differences.map(({ path }) => path))
    problems.push(...[...paths].map((path) => ({ code: 'record-differs' as const, path })))
  }

  for (const row of involvedRows) {
    const its = found.filter((one) => one.row.subject === row.id)
    const rebuilt = organisationFromActs(its.map(({ act }) => act))
    const shown = organisationIn(
      row,
      its.map((one) => one.row),
    )
    for (const { path } of differencesBetween(shown, rebuilt.ok ? rebuilt.value : {}))
      problems.push({ code: 'organisation-differs', path: `${row.id}.${path}` })
  }
  return checked
}

function askAll(db: Database) {
  const id = sql.placeholder('id')
  const involved = organisationsOf(id)
  const which = or(eq(acts.commitmentId, id), inArray(acts.subject, involved))!
  return [
    ...identifiedQuestions(db),
    logRows(db, which),
    openingRows(db, which),
    db
      .select({ version: commitmentVersions.version, terms: commitmentVersions.terms })
      .from(commitmentVersions)
      .where(eq(commitmentVersions.commitmentId, id))
      .orderBy(asc(commitmentVersions.version)),
    db
      .select({ terms: milestones.terms })
      .from(milestones)
      .where(eq(milestones.commitmentId, id))
      .orderBy(asc(milestones.position)),
    db.select().from(organisations).where(inArray(organisations.id, involved)),
  ] as const
}

/** The lead and the partners that have accepted: whose names the record's page shows. */
const organisationsOf = (id: Given): SQL =>
  sql`(select ${commitments.leadId} from ${commitments} where ${commitments.id} = ${id}
    union select ${parties.organisationId} from ${parties}
    where ${parties.commitmentId} = ${id} and ${parties.state} = 'accepted')`

const logRows = (db: Database, which: SQL) =>
  db
    .select({
      id: acts.id,
      index: sql<number>`${acts.entry}`,
      act: acts.kind,
      subject: acts.subject,
      commitmentId: acts.commitmentId,
      organisationId: acts.organisationId,
      role: acts.role,
      at: acts.at,
      fields: acts.fields,
      leaf: logEntries.leaf,
      leafHash: logEntries.leafHash,
    })
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .where(and(which, gte(acts.entry, 0)))
    .orderBy(asc(acts.entry))
type LogRow = Awaited<ReturnType<typeof logRows>>[number]

/** One row an entry: a record of sixty milestones has more than a thousand disclosures. */
const openingRows = (db: Database, which: SQL) =>
  db
    .select({
      idx: disclosures.idx,
      opened: sql<string>`json_group_array(${disclosures.disclosure})
        filter (where ${disclosures.disclosure} is not null)`,
    })
    .from(disclosures)
    .where(
      inArray(
        disclosures.idx,
        db
          .select({ idx: sql<number>`${acts.entry}` })
          .from(acts)
          .where(and(which, gte(acts.entry, 0))),
      ),
    )
    .groupBy(disclosures.idx)

type Found = { row: LogRow; entry: Entry; act: OpenedAct }

/** Opens every entry there is to open, and tells what is wrong with it. */
function openLog(
  rows: readonly LogRow[],
  openings: Awaited<ReturnType<typeof openingRows>>,
  problems: IntegrityProblem[],
): Found[] {
  const texts = new Map(openings.map(({ idx, opened }) => [idx, JSON.parse(opened) as string[]]))

  const read = rows.flatMap((row) => {
    const hash = leafHash(row.leaf)
    if (!equal(hash, row.leafHash)) problems.push({ code: 'leaf-differs', entry: row.index })
    const entry = entryIn(row.leaf)
    if (!entry) problems.push({ code: 'leaf-unreadable', entry: row.index })
    return entry ? [{ row, hash, entry }] : []
  })
  const withheld = new Map<number, string[]>()
  for (const { entry } of read)
    if (entry.redacts) {
      const { of, digests } = entry.redacts
      withheld.set(of, [...(withheld.get(of) ?? []), ...digests])
    }
  const newest = new Map<string, string>()
  return read.map(({ row, hash, entry }) => {
    const { index } = row
    if (newest.get(entry.subject) !== entry.prev)
      problems.push({ code: 'act-missing', entry: index })
    newest.set(entry.subject, entry.id)
    const { fields, problems: wrong } = openEntry(
      entry,
      texts.get(index) ?? [],
      withheld.get(index) ?? [],
    )
    for (const { code } of wrong) problems.push({ code, entry: index })
    return { row, entry, act: actIn(index, entry, hash, fields) }
  })
}

/** An act's row as the open data reads it. */
const entryRowOf = ({ row, entry }: Found): EntryRow => ({
  commitmentId: row.commitmentId ?? '',
  index: row.index,
  act: row.act as EntryRow['act'],
  subject: row.subject,
  at: row.at,
  leafHash: row.leafHash,
  reason: typeof row.fields['reason'] === 'string' ? row.fields['reason'] : null,
  toldAt: readTold(row.fields[TOLD])?.at ?? null,
  basis: entry.redacts?.basis ?? null,
  of: entry.redacts?.of ?? null,
})

/** What the pages tell of an act is read from its own row: it too must be what the entry says. */
function shownActs(found: readonly Found[]): IntegrityProblem[] {
  const mended = replaying(() => withRemains(found.map(({ act }) => act)))
  // What makes no sense of a redaction is told where the record is rebuilt.
  const whole = mended.ok ? mended.value : found.map(({ act }) => act)
  return found.flatMap(({ row, entry }, place) => {
    const shown = {
      act: row.act,
      subject: row.subject,
      id: row.id,
      at: instantOf(row.at),
      actor: {
        ...(row.organisationId === null ? {} : { org: row.organisationId }),
        role: row.role,
      },
      fields: row.fields,
    }
    const { act, subject, id, at, actor } = entry
    const fields = Object.fromEntries(whole[place]?.fields ?? [])
    return differencesBetween(shown, { act, subject, id, at, actor, fields }).map(({ path }) => ({
      code: 'act-differs' as const,
      entry: row.index,
      path,
    }))
  })
}

/** A leaf that is none is a problem told, not a fault of the one who checks. */
function entryIn(leaf: Uint8Array): Entry | undefined {
  try {
    return readKnownEntry(leaf)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}
