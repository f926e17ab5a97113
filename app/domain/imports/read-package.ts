import { z } from 'zod'

import type { Provenance } from '../commitments/commitment.ts'
import { declarationSchema, type Declaration } from '../declarations/declaration.ts'
import { changesTable, versionsTable } from '../open-data/account-tables.ts'
import {
  commitmentsTable,
  furtherClausesTable,
  indicatorsTable,
  milestonesTable,
  placesTable,
  resourcesTable,
  sdgTargetsTable,
} from '../open-data/promise-tables.ts'
import { organisationsTable } from '../open-data/register-tables.ts'
import type { Table } from '../open-data/table.ts'
import { commitmentIn, type PackagedCommitment, type RowGroups } from './package-commitment.ts'
import { organisationIn, type PackagedOrganisation } from './package-organisation.ts'
import { problemIn, readPackageTable, type PackageRow } from './package-rows.ts'
import { httpUrl, registerProvenance, type PackageSource } from './package-source.ts'
import type { ImportProblem, NoteProblem } from './problem.ts'

/** The tables an import reads, with what each of their rows belongs to. */
export const importedTables = [
  organisationsTable,
  commitmentsTable,
  furtherClausesTable,
  placesTable,
  sdgTargetsTable,
  resourcesTable,
  milestonesTable,
  indicatorsTable,
  versionsTable,
  changesTable,
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
  declarations: Declaration[]
  organisations: PackagedOrganisation[]
  commitments: PackagedCommitment[]
  /** Numbers of those with words withheld: nobody types the sign that stands for them. */
  leftOut: string[]
}

const descriptorShape = z.object({
  title: z.string().min(1),
  homepage: httpUrl,
  version: z.literal('kept/1'),
  log: z.object({ size: z.int().min(0), root: z.string().min(1) }),
})
const declarationsShape = z.object({ declarations: z.array(declarationSchema) })

/** What the files of a package would bring into a register, or everything that is wrong with them. */
export function readPackage(
  files: PackageFiles,
): { ok: true; plan: PackagePlan } | { ok: false; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const note: NoteProblem = (problem) => void problems.push(problem)
  const unreadable = (file: string) =>
    note({ file, row: 0, column: '', value: '', code: 'not-readable' })
  const descriptor = descriptorShape.safeParse(files.descriptor)
  if (!descriptor.success) unreadable('datapackage.json')
  const declared = declarationsShape.safeParse(files.declarations)
  if (!declared.success) unreadable('declarations.json')
  const rowsOf = (table: (typeof importedTables)[number]) => {
    const records = files.tables.get(table.name)
    if (!records) {
      note({ file: `${table.name}.csv`, row: 0, column: '', value: '', code: 'missing-file' })
      return []
    }
    return readPackageTable(table, records, note)
  }
  const rows = {
    organisations: rowsOf(organisationsTable),
    commitments: rowsOf(commitmentsTable),
    furtherClauses: rowsOf(furtherClausesTable),
    places: rowsOf(placesTable),
    sdgTargets: rowsOf(sdgTargetsTable),
    resources: rowsOf(resourcesTable),
    milestones: rowsOf(milestonesTable),
    indicators: rowsOf(indicatorsTable),
    versions: rowsOf(versionsTable),
    changes: rowsOf(changesTable),
  }
  if (problems.length > 0 || !descriptor.success || !declared.success)
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
    ...[rows.milestones, rows.versions, rows.changes],
  ])
    refersTo(some, 'commitment', byNumber, note)
  refersTo(rows.commitments, 'lead', known, note)
  const milestones = new Set(rows.milestones.map(({ cells }) => cells['id']))
  refersTo(rows.indicators, 'milestone', milestones, note)
  if (problems.length > 0) return { ok: false, problems }

  const parts = {
    furtherClauses: grouped(rows.furtherClauses, 'commitment'),
    places: grouped(rows.places, 'commitment'),
    sdgTargets: grouped(rows.sdgTargets, 'commitment'),
    resources: grouped(rows.resources, 'commitment'),
    milestones: grouped(rows.milestones, 'commitment'),
    indicators: grouped(rows.indicators, 'milestone'),
    versions: grouped(rows.versions, 'commitment'),
    changes: grouped(rows.changes, 'commitment'),
  }
  const leftOut: string[] = []
  const commitments = rows.commitments.flatMap((row) => {
    const read = commitmentIn(row, parts, source, note)
    if (read === 'withheld') leftOut.push(row.cells['number'] ?? '')
    return typeof read === 'object' ? [read] : []
  })
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    plan: {
      provenance: registerProvenance(source),
      declarations: declared.data.declarations,
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

function grouped(rows: readonly PackageRow[], column: string): RowGroups {
  const groups = new Map<string, PackageRow[]>()
  for (const row of rows) {
    const key = row.cells[column] ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
