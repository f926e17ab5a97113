import { z } from 'zod'

import type { PublicKind } from '../acts/act.ts'
import type { ToldFrom } from '../acts/told.ts'
import type { Provenance } from '../commitments/commitment.ts'
import { declarationSchema, type Declaration } from '../declarations/declaration.ts'
import {
  changesTable,
  evidenceTable,
  findingsTable,
  reportsTable,
  versionsTable,
  withheldTable,
} from '../open-data/account-tables.ts'
import { instantShape } from '../open-data/commitment.ts'
import {
  commitmentsTable,
  furtherClausesTable,
  indicatorsTable,
  milestonesTable,
  partnersTable,
  placesTable,
  resourcesTable,
  sdgTargetsTable,
} from '../open-data/promise-tables.ts'
import { organisationsTable } from '../open-data/register-tables.ts'
import type { Field, Table } from '../open-data/table.ts'
import type { Day } from '../shared/dates.ts'
import { commitmentIn, type PackagedCommitment } from './package-commitment.ts'
import { organisationIn, type PackagedOrganisation } from './package-organisation.ts'
import { grouped, problemIn, readPackageTable, type PackageRow } from './package-rows.ts'
import { httpUrl, registerProvenance, toldFrom, type PackageSource } from './package-source.ts'
import type { ImportProblem, NoteProblem } from './problem.ts'
import { ordersOf, type ToldOrder } from './told-orders.ts'
import { brokenAt, sayingsOf, type Saying } from './told-record.ts'

/** The tables an import reads, with what each of their rows belongs to. */
export const importedTables = [
  organisationsTable,
  commitmentsTable,
  furtherClausesTable,
  placesTable,
  sdgTargetsTable,
  resourcesTable,
  partnersTable,
  milestonesTable,
  indicatorsTable,
  reportsTable,
  evidenceTable,
  findingsTable,
  versionsTable,
  changesTable,
  withheldTable,
] as const satisfies readonly Table<never>[]

/** The files of a package: tables already split into records, the two others as JSON reads them. */
export type PackageFiles = {
  descriptor: unknown
  declarations: unknown
  tables: ReadonlyMap<string, readonly (readonly string[])[]>
}

export type PackagePlan = {
  /** The register it comes from, as an act names a source. */
  provenance: Provenance
  /** The same register, as each act that is told from it names it. */
  from: ToldFrom
  declarations: { declaration: Declaration; openedAt: string }[]
  organisations: PackagedOrganisation[]
  commitments: ToldCommitment[]
  /** Numbers of those with words withheld by orders that cannot be told one by one. */
  leftOut: string[]
}
/** A commitment with all that was done to it, in order, and the orders that withhold some of it. */
export type ToldCommitment = PackagedCommitment & {
  sayings: readonly Saying[]
  told: readonly ToldOrder[]
}

/** Each of these is another look at a report: no two have one id. */
const looks: ReadonlySet<string> = new Set<PublicKind>([
  ...(['review.returned', 'review.decided', 'correction.made', 'review.opened'] as const),
])
const descriptorShape = z.object({
  title: z.string().min(1),
  homepage: httpUrl,
  version: z.literal('kept/1'),
  log: z.object({ size: z.int().min(0), root: z.string().min(1) }),
})
const declarationsShape = z.object({ declarations: z.array(declarationSchema) })
const openedShape = z.object({ declarations: z.array(z.object({ openedAt: instantShape })) })

/**
 * What the files of a package would bring into a register, or everything that is wrong with them.
 * @param today nothing can have been done after it
 */
export function readPackage(
  files: PackageFiles,
  today: Day,
): { ok: true; plan: PackagePlan } | { ok: false; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const note: NoteProblem = (problem) => void problems.push(problem)
  const unreadable = (file: string) =>
    note({ file, row: 0, column: '', value: '', code: 'not-readable' })
  const descriptor = descriptorShape.safeParse(files.descriptor)
  if (!descriptor.success) unreadable('datapackage.json')
  const declared = declarationsShape.safeParse(files.declarations)
  const opened = openedShape.safeParse(files.declarations)
  if (!declared.success || !opened.success) unreadable('declarations.json')
  const rowsOf = (table: (typeof importedTables)[number]) => {
    const records = files.tables.get(table.name)
    if (!records) {
      note({ file: `${table.name}.csv`, row: 0, column: '', value: '', code: 'missing-file' })
      return []
    }
    const read = readPackageTable(table, records, note)
    for (const row of read)
      for (const [name, { type }] of Object.entries<Field>(table.fields))
        if (type === 'datetime' && (row.cells[name] ?? '').slice(0, 10) > today)
          note(problemIn(row, name, 'date-out-of-range'))
    return read
  }
  const rows = {
    organisations: rowsOf(organisationsTable),
    commitments: rowsOf(commitmentsTable),
    furtherClauses: rowsOf(furtherClausesTable),
    places: rowsOf(placesTable),
    sdgTargets: rowsOf(sdgTargetsTable),
    resources: rowsOf(resourcesTable),
    partners: rowsOf(partnersTable),
    milestones: rowsOf(milestonesTable),
    indicators: rowsOf(indicatorsTable),
    reports: rowsOf(reportsTable),
    evidence: rowsOf(evidenceTable),
    findings: rowsOf(findingsTable),
    versions: rowsOf(versionsTable),
    changes: rowsOf(changesTable),
    withheld: rowsOf(withheldTable),
  }
  if (problems.length > 0 || !descriptor.success || !declared.success || !opened.success)
    return { ok: false, problems }

  const source: PackageSource = {
    ...descriptor.data,
    declarations: new Map(declared.data.declarations.map((one) => [one.key, one])),
  }
  const organisations = rows.organisations.flatMap((row) => organisationIn(row, source, note))
  const known = new Set(organisations.map(({ organisation }) => organisation.id))
  const byNumber = new Set(rows.commitments.map(({ cells }) => cells['number']))
  for (const some of [
    ...[rows.furtherClauses, rows.places, rows.sdgTargets, rows.resources],
    ...[rows.milestones, rows.versions, rows.changes, rows.partners, rows.withheld],
  ])
    refersTo(some, 'commitment', byNumber, note)
  refersTo(rows.commitments, 'lead', known, note)
  const milestones = new Set(rows.milestones.map(({ cells }) => cells['id']))
  refersTo(rows.partners, 'organisation', known, note)
  refersTo(rows.indicators, 'milestone', milestones, note)
  refersTo(rows.reports, 'milestone', milestones, note)
  const reports = new Set(rows.reports.map(({ cells }) => cells['report']))
  refersTo(rows.evidence, 'report', reports, note)
  refersTo(rows.findings, 'report', reports, note)
  if (problems.length > 0) return { ok: false, problems }

  const parts = {
    furtherClauses: grouped(rows.furtherClauses, 'commitment'),
    places: grouped(rows.places, 'commitment'),
    sdgTargets: grouped(rows.sdgTargets, 'commitment'),
    resources: grouped(rows.resources, 'commitment'),
    partners: grouped(rows.partners, 'commitment'),
    milestones: grouped(rows.milestones, 'commitment'),
    indicators: grouped(rows.indicators, 'milestone'),
    reports: grouped(rows.reports, 'milestone'),
    evidence: grouped(rows.evidence, 'report'),
    findings: grouped(rows.findings, 'report'),
    versions: grouped(rows.versions, 'commitment'),
    changes: grouped(rows.changes, 'commitment'),
    withheld: grouped(rows.withheld, 'commitment'),
  }
  const from = toldFrom(source)
  const leads = new Map(organisations.map(({ organisation }) => [organisation.id, organisation]))
  const leftOut: string[] = []
  const commitments = rows.commitments.flatMap((row): ToldCommitment[] => {
    const read = commitmentIn(row, parts, source, note)
    const lead = typeof read === 'object' ? leads.get(read.leadId) : undefined
    if (typeof read === 'object' && lead) {
      const sayings = sayingsOf(read, lead)
      const orders = ordersOf(read.orders, sayings)
      const broken = brokenAt(read, sayings, from)
      if (broken) note(problemIn(broken, 'state', 'account-broken'))
      else if (orders) return [{ ...read, sayings, told: orders }]
      else leftOut.push(read.number)
    } else if (read === 'withheld') leftOut.push(row.cells['number'] ?? '')
    return []
  })
  const judged = new Set<string>()
  for (const { sayings } of commitments)
    for (const { kind, fields, row } of sayings) {
      const { review } = fields
      if (!looks.has(kind) || typeof review !== 'string') continue
      if (judged.has(review)) note(problemIn(row, 'state', 'account-broken'))
      judged.add(review)
    }
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    plan: {
      provenance: registerProvenance(source),
      from,
      declarations: declared.data.declarations.map((one, place) => ({
        declaration: one,
        openedAt: opened.data.declarations[place]?.openedAt ?? '',
      })),
      organisations,
      commitments,
      leftOut,
    },
  }
}

function refersTo(
  rows: readonly PackageRow[],
  column: string,
  known: ReadonlySet<string | undefined>,
  note: NoteProblem,
) {
  for (const row of rows)
    if (!known.has(row.cells[column])) note(problemIn(row, column, 'refers-to-nothing'))
}
