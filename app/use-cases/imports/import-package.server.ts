import { splitCsv } from '#app/adapters/tables/csv.server.ts'
import type { Transaction } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import {
  declarationIsOpen,
  insertDeclaration,
  loadDeclaration,
} from '#app/db/write/declarations.server.ts'
import {
  insertOrganisation,
  loadOrganisation,
  loadOrganisationByExternalId,
  saveDecision,
} from '#app/db/write/organisations.server.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import { refusedImport } from '#app/domain/imports/apply-import.ts'
import { bringInPackaged, openPackaged } from '#app/domain/imports/bring-package.ts'
import type { PackagedOrganisation } from '#app/domain/imports/package-organisation.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import { importedTables, readPackage, type PackagePlan } from '#app/domain/imports/read-package.ts'
import { differencesBetween } from '#app/domain/open-data/differences.ts'
import { decideOrganisation, type Organisation } from '#app/domain/organisations/organisation.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { parsedJson } from '#app/domain/shared/written.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'
import { importProblems } from './import-commitments.server.ts'
import { sortPackage } from './sort-package.server.ts'
import { tellPackage } from './tell-package.server.ts'

export type PackageOrder = {
  /** The texts of the package's files, by their names. */
  files: ReadonlyMap<string, string>
  /** Says what would happen and writes nothing. */
  dryRun?: boolean | undefined
  onProgress?: ((done: number, all: number) => void) | undefined
}

export type PackageReport = {
  declarations: number
  organisations: number
  published: number
  /** Here already, and left as they are. */
  unchanged: number
  /** Those of them that say something else here, by number. */
  differing: string[]
  /** Not brought in: words are withheld where they come from by orders that cannot be told apart. */
  leftOut: string[]
}

/** The files of a package that an import reads. */
export const packageFiles = [
  'datapackage.json',
  'declarations.json',
  ...importedTables.map(({ name }) => `${name}.csv`),
] as const

/**
 * Brings in what another register exported, all of it or nothing: its declarations, organisations
 * and commitments with their numbers and ids, and everything that was done to them there, each thing
 * told as what it is. The log comes first: rows are made of what it then says, as in a recovery.
 */
export async function importPackage(acting: Acting, order: PackageOrder) {
  const { db, actor, now } = acting
  const refused = refusedImport(actor, [], now)
  if (refused) return refuse(refused)
  const read = readFiles(order.files, dayOf(now))
  if (!read.ok) return importProblems(read.problems)
  return writing(db, async (tx) => {
    const decided = await decide(tx, acting, read.plan)
    if (!decided.ok) return decided
    const { opening, entering, publishing, report } = decided.value
    if (order.dryRun) return ok(report)
    for (const { declaration, openedAt, act } of opening) {
      await insertDeclaration(tx, declaration, new Date(openedAt))
      await record(tx, act)
    }
    const leads = await bringIn(tx, acting, entering, read.plan)
    await tellPackage(tx, acting, publishing, read.plan.from, leads, order.onProgress)
    for (const { organisation, suspended } of entering)
      if (suspended !== null) await suspend(tx, acting, leads.get(organisation.id), suspended)
    return ok(report)
  })
}

function readFiles(files: PackageOrder['files'], today: Day): ReturnType<typeof readPackage> {
  const problems: ImportProblem[] = []
  const tables = new Map<string, string[][]>()
  for (const { name } of importedTables) {
    const file = `${name}.csv`
    const text = files.get(file)
    const split = text === undefined ? undefined : splitCsv(text)
    if (split?.ok) tables.set(name, split.records)
    else if (split)
      problems.push({ file, row: split.row, column: '', value: '', code: 'broken-quotes' })
  }
  if (problems.length > 0) return { ok: false, problems }
  const json = (name: string) => jsonIn(files.get(name) ?? '')
  const [descriptor, declarations] = [json('datapackage.json'), json('declarations.json')]
  return readPackage({ descriptor, declarations, tables }, today)
}

function jsonIn(text: string): unknown {
  try {
    return parsedJson(text)
  } catch {
    return undefined
  }
}

type Leads = Map<string, Organisation>

async function decide(tx: Transaction, acting: Acting, plan: PackagePlan) {
  const { actor, now } = acting
  const problems: ImportProblem[] = []
  const opening = []
  for (const packaged of plan.declarations) {
    const { declaration } = packaged
    const known = await loadDeclaration(tx, declaration.key)
    if (known ? differs(known, declaration) : await declarationIsOpen(tx, declaration))
      problems.push({
        file: 'declarations.json',
        row: 0,
        column: '',
        value: declaration.key,
        code: 'declaration-differs',
      })
    else if (!known) {
      const opened = openPackaged(packaged, plan.from, actor, now)
      if (!opened.ok) return opened
      opening.push(opened.value)
    }
  }
  const entering: PackagedOrganisation[] = []
  const suspended: string[] = []
  for (const packaged of plan.organisations) {
    const known = await loadOrganisation(tx, packaged.organisation.id)
    if (known && known.state !== 'verified' && known.state !== 'suspended')
      return refuse('organisation-not-verified')
    if (known) suspended.push(...(known.state === 'suspended' ? [known.id] : []))
    else if (packaged.externalId && (await loadOrganisationByExternalId(tx, packaged.externalId)))
      problems.push({
        file: 'organisations.csv',
        row: 0,
        column: 'externalId',
        value: packaged.externalId,
        code: 'number-taken',
      })
    else entering.push(packaged)
  }
  const sorted = await sortPackage(tx, plan.commitments)
  problems.push(...sorted.problems)
  if (problems.length > 0) return importProblems(problems)
  const leadIds = sorted.publishing.map(({ leadId }) => leadId)
  if (leadIds.some((id) => suspended.includes(id))) return refuse('organisation-not-verified')
  const partnerIds = sorted.publishing.flatMap(({ partners }) =>
    partners.map(({ organisation }) => organisation),
  )
  const refused = refusedImport(actor, [...leadIds, ...partnerIds], now)
  if (refused) return refuse(refused)
  const report: PackageReport = {
    declarations: opening.length,
    organisations: entering.length,
    published: sorted.publishing.length,
    unchanged: plan.commitments.length - sorted.publishing.length,
    differing: sorted.differing,
    leftOut: plan.leftOut,
  }
  return ok({ opening, entering, publishing: sorted.publishing, report })
}

const differs = (known: Declaration, said: Declaration) =>
  differencesBetween(JSON.parse(JSON.stringify(known)), JSON.parse(JSON.stringify(said))).length > 0

async function bringIn(
  tx: Transaction,
  { actor, now }: Acting,
  entering: readonly PackagedOrganisation[],
  plan: PackagePlan,
): Promise<Leads> {
  const leads: Leads = new Map()
  for (const packaged of entering) {
    const { organisation, registration, verification } = granted(
      bringInPackaged(packaged, plan.provenance, plan.from, actor, now),
    )
    await insertOrganisation(tx, organisation, now, packaged.externalId)
    await saveDecision(tx, organisation, '', new Date(packaged.joinedAt))
    // Kept without a letter: nobody is asked to verify what enters verified.
    await recordAct(tx, registration)
    await record(tx, verification)
    leads.set(organisation.id, organisation)
  }
  for (const { leadId } of plan.commitments) {
    const known = leads.get(leadId) ?? (await loadOrganisation(tx, leadId))
    if (known) leads.set(leadId, known)
  }
  return leads
}

async function suspend(
  tx: Transaction,
  { actor, now }: Acting,
  lead: Organisation | undefined,
  reason: string,
) {
  if (!lead) return
  const { organisation, act } = granted(decideOrganisation(lead, actor, 'suspend', reason, now))
  await saveDecision(tx, organisation, reason, now)
  await record(tx, act)
}

/** What was decided before the first row was written: a refusal now would leave half an import. */
function granted<value>(decision: Result<value, string>): value {
  if (!decision.ok) throw new Error(`an import was refused midway: ${decision.code}`)
  return decision.value
}
