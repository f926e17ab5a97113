import { setImmediate } from 'node:timers/promises'

import { splitCsv } from '#app/adapters/tables/csv.server.ts'
import type { Transaction } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { passSerial, saveCommitment, saveVersion } from '#app/db/write/commitments.server.ts'
import {
  declarationIsOpen,
  insertDeclaration,
  loadDeclaration,
} from '#app/db/write/declarations.server.ts'
import { insertEntering } from '#app/db/write/imports.server.ts'
import {
  insertOrganisation,
  loadOrganisation,
  loadOrganisationByExternalId,
  saveDecision,
} from '#app/db/write/organisations.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import { openDeclaration } from '#app/domain/declarations/opening.ts'
import { refusedImport } from '#app/domain/imports/apply-import.ts'
import { bringInPackaged, publishPackaged } from '#app/domain/imports/bring-package.ts'
import type { PackagedCommitment } from '#app/domain/imports/package-commitment.ts'
import type { PackagedOrganisation } from '#app/domain/imports/package-organisation.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import { importedTables, readPackage, type PackagePlan } from '#app/domain/imports/read-package.ts'
import { differencesBetween } from '#app/domain/open-data/differences.ts'
import { decideOrganisation, type Organisation } from '#app/domain/organisations/organisation.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record, recordAll } from '../record.server.ts'
import { importProblems } from './import-commitments.server.ts'
import { sortPackage } from './sort-package.server.ts'

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
  /** Not brought in, since words of them are withheld where they come from. */
  leftOut: string[]
}

/** The files of a package that an import reads. */
export const packageFiles = [
  'datapackage.json',
  'declarations.json',
  ...importedTables.map(({ name }) => `${name}.csv`),
] as const

const AT_A_TIME = 50

/**
 * Brings in what another register exported, all of it or nothing: its declarations, organisations
 * and commitments with their numbers, ids and versions. What was reported and found there stays
 * there: nobody here saw the evidence, and no act is made up.
 */
export async function importPackage(acting: Acting, order: PackageOrder) {
  const { db, actor, now } = acting
  const refused = refusedImport(actor, [], now)
  if (refused) return refuse(refused)
  const read = readFiles(order.files)
  if (!read.ok) return importProblems(read.problems)
  return writing(db, async (tx) => {
    const decided = await decide(tx, acting, read.plan)
    if (!decided.ok) return decided
    const { opening, entering, publishing, report } = decided.value
    if (order.dryRun) return ok(report)
    for (const { declaration, act } of opening) {
      await insertDeclaration(tx, declaration, now)
      await record(tx, act)
    }
    const leads = await bringIn(tx, acting, entering, read.plan)
    await publish(tx, acting, publishing, leads, order.onProgress)
    for (const { organisation, suspended } of entering)
      if (suspended !== null) await suspend(tx, acting, leads.get(organisation.id), suspended)
    return ok(report)
  })
}

function readFiles(files: PackageOrder['files']): ReturnType<typeof readPackage> {
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
  return readPackage({
    descriptor: json('datapackage.json'),
    declarations: json('declarations.json'),
    tables,
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Leads = Map<string, Organisation>

async function decide(tx: Transaction, acting: Acting, plan: PackagePlan) {
  const { actor, now } = acting
  const problems: ImportProblem[] = []
  const opening = []
  for (const declaration of plan.declarations) {
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
      const opened = openDeclaration(declaration, actor, now)
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
  const refused = refusedImport(actor, leadIds, now)
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
      bringInPackaged(packaged, plan.provenance, actor, now),
    )
    await insertOrganisation(tx, organisation, now, packaged.externalId)
    await saveDecision(tx, organisation, '', now)
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

async function publish(
  tx: Transaction,
  { actor, now }: Acting,
  packaged: readonly PackagedCommitment[],
  leads: Leads,
  onProgress: PackageOrder['onProgress'],
) {
  const by = { userId: actor.userId, now }
  const declarations = new Map<string, Declaration>()
  for (const { declaration } of packaged) {
    const opened = declarations.get(declaration) ?? (await loadDeclaration(tx, declaration))
    if (opened) declarations.set(declaration, opened)
  }
  for (let from = 0; from < packaged.length; from += AT_A_TIME) {
    onProgress?.(from, packaged.length)
    await setImmediate()
    for (const [key, declaration] of declarations) {
      const some = packaged
        .slice(from, from + AT_A_TIME)
        .filter((one) => one.declaration === key)
        .map((one) => {
          const lead = leads.get(one.leadId)
          if (!lead) throw new Error(`no organisation leads ${one.number}`)
          return { lead, ...granted(publishPackaged(one, lead, actor, now)) }
        })
      if (some.length === 0) continue
      const entering = some.map(({ published, lead }) => ({
        commitment: published.commitment,
        lead,
      }))
      await insertEntering(tx, entering, declaration, by)
      await recordAll(
        tx,
        some.map(({ published }) => published.act),
        some.map(({ published }) => published.commitment),
      )
      for (const { published, amended, withdrawal } of some) {
        for (const { commitment, changes, reason, act } of amended) {
          await saveCommitment(tx, commitment, by)
          await saveVersion(tx, commitment, changes, reason, now)
          await record(tx, act)
        }
        if (withdrawal) {
          const { commitment, reason, act } = withdrawal
          await saveCommitment(tx, commitment, by, { endedAt: now, endReason: reason })
          await record(tx, act)
        }
        const { id, number } = published.commitment
        if (amended.length > 0 || withdrawal) await refreshStanding(tx, id, now)
        const [, year = '', serial = ''] = /-(\d{4})-(\d+)$/.exec(number) ?? []
        await passSerial(tx, { declaration: key, year: Number(year), serial: Number(serial) })
      }
      await makeFindable(
        tx,
        some.map(({ published }) => published.commitment.id),
      )
    }
  }
  if (packaged.length > 0) onProgress?.(packaged.length, packaged.length)
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
