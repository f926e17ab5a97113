import { setImmediate } from 'node:timers/promises'

import type { Transaction } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { saveCommitment, saveVersion, takeSerial } from '#app/db/write/commitments.server.ts'
import { insertDeclaration, loadDeclaration } from '#app/db/write/declarations.server.ts'
import { newId, newShortId } from '#app/db/write/ids.server.ts'
import { insertEntering, loadRegistered } from '#app/db/write/imports.server.ts'
import {
  insertOrganisation,
  loadOrganisationByExternalId,
  saveDecision,
} from '#app/db/write/organisations.server.ts'
import { keepWords, makeFindable } from '#app/db/write/search.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import type { Act } from '#app/domain/acts/act.ts'
import { partyIdsOf, type Provenance } from '#app/domain/commitments/commitment.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import { openDeclaration } from '#app/domain/declarations/opening.ts'
import * as rules from '#app/domain/imports/apply-import.ts'
import type { ImportStep } from '#app/domain/imports/apply-import.ts'
import type { ImportMapping } from '#app/domain/imports/mapping.ts'
import {
  planImport,
  type ImportedOrganisation,
  type ImportPlan,
} from '#app/domain/imports/plan-import.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import type { ImportRow } from '#app/domain/imports/read-rows.ts'
import type { Organisation } from '#app/domain/organisations/organisation.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record, recordAll } from '../record.server.ts'

export type ImportOrder = {
  mapping: ImportMapping
  rows: readonly ImportRow[]
  /** Opened with the import where the register has not got it yet. */
  declaration?: Declaration | undefined
  /** Says what would happen and writes nothing. */
  dryRun?: boolean | undefined
  onProgress?: ((done: number, all: number) => void) | undefined
}

export type ImportReport = {
  declaration: string
  opensDeclaration: boolean
  counts: ImportPlan['counts']
  newOrganisations: number
  /** Known here, and described otherwise by the mapping: the record's own facts stay. */
  differingOrganisations: ImportedOrganisation['names'][]
  published: number
  amended: number
  unchanged: number
}

export const importProblems = (problems: ImportProblem[]) =>
  ({ ...refuse('import-problems'), problems }) as const

/** Between so many commitments everybody else gets a turn: SQLite never lets go by itself. */
const AT_A_TIME = 50

/**
 * Brings a table in, all of it or nothing: every row is read and every step decided before the
 * first is written, and all are written in one transaction.
 */
export async function importCommitments(acting: Acting, order: ImportOrder) {
  const { db, actor, now } = acting
  const refused = rules.refusedImport(actor, [], now)
  if (refused) return refuse(refused)
  return writing(db, async (tx) => {
    const known = await loadDeclaration(tx, order.mapping.declaration)
    const opening = known ? undefined : declarationToOpen(acting, order)
    if (opening && !opening.ok) return opening
    const declaration = known ?? granted(opening).declaration
    const planned = planImport(order.mapping, declaration, order.rows)
    if (!planned.ok) return importProblems(planned.problems)

    const decided = await decide(tx, acting, planned.plan)
    if (!decided.ok) return decided
    const { leads, steps } = decided.value
    if (!order.dryRun) {
      if (opening) {
        await insertDeclaration(tx, declaration, now)
        await record(tx, granted(opening).act)
      }
      await write(tx, acting, { declaration, leads, steps, plan: planned.plan }, order.onProgress)
    }
    const count = (kind: ImportStep['step']) => steps.filter(({ step }) => step === kind).length
    const report: ImportReport = {
      declaration: declaration.key,
      opensDeclaration: opening !== undefined,
      counts: planned.plan.counts,
      newOrganisations: leads.filter((lead) => lead.entering).length,
      differingOrganisations: leads.flatMap((lead) => (lead.differs ? [lead.imported.names] : [])),
      published: count('publish'),
      amended: count('amend'),
      unchanged: count('nothing'),
    }
    return ok(report)
  })
}

/** Only an administrator opens a declaration, here as anywhere. */
function declarationToOpen({ actor, now }: Acting, { declaration, mapping }: ImportOrder) {
  if (declaration?.key !== mapping.declaration) return refuse('declaration-not-open')
  return openDeclaration(declaration, actor, now)
}

type Lead = {
  imported: ImportedOrganisation
  organisation: Organisation
  entering: { registration: Act; verification: Act } | undefined
  differs: boolean
}

async function decide(tx: Transaction, acting: Acting, plan: ImportPlan) {
  const leads = []
  for (const imported of plan.organisations) {
    const lead = await leadFor(tx, acting, imported, plan)
    if (!lead.ok) return lead
    leads.push(lead.value)
  }
  const externalIds = plan.commitments.map(({ externalId }) => externalId)
  const registered = await loadRegistered(tx, plan.declaration, externalIds)
  const partyIds = [
    ...leads.map(({ organisation }) => organisation.id),
    ...[...registered.values()].flatMap(({ commitment }) => partyIdsOf(commitment)),
  ]
  const refused = rules.refusedImport(acting.actor, partyIds, acting.now)
  if (refused) return refuse(refused)

  const byExternalId = new Map(leads.map((lead) => [lead.imported.externalId, lead]))
  const steps: ImportStep[] = []
  const problems: ImportProblem[] = []
  for (const imported of plan.commitments) {
    const leadId = byExternalId.get(imported.lead.externalId)?.organisation.id ?? ''
    const known = registered.get(imported.externalId)
    const decided = rules.stepFor(imported, known, leadId, () => newId('mls'))
    if (decided.ok) steps.push(decided.step)
    else problems.push(...decided.problems)
  }
  return problems.length > 0 ? importProblems(problems) : ok({ leads, steps })
}

async function leadFor(
  tx: Transaction,
  { actor, now }: Acting,
  imported: ImportedOrganisation,
  plan: ImportPlan,
) {
  const known = await loadOrganisationByExternalId(tx, imported.externalId)
  if (known && known.state !== 'verified') return refuse('organisation-not-verified')
  if (known) {
    const { names, group, country, site = '' } = imported
    const says = JSON.stringify([names, group, country, site])
    const differs =
      says !== JSON.stringify([known.names, known.group, known.country, known.website])
    return ok<Lead>({ imported, organisation: known, entering: undefined, differs })
  }
  const provenance = provenanceIn(plan)
  const lang = plan.commitments[0]?.lang ?? 'en'
  const id = newShortId('org')
  const decision = rules.bringInOrganisation(id, imported, provenance, lang, actor, now)
  if (!decision.ok) return decision
  const { organisation, ...entering } = decision.value
  return ok<Lead>({ imported, organisation, entering, differs: false })
}

const provenanceIn = ({ source, commitments: [first] }: ImportPlan): Provenance =>
  rules.provenanceOf(source, first?.lang ?? 'en')

type Decided = { declaration: Declaration; leads: Lead[]; steps: ImportStep[]; plan: ImportPlan }

async function write(
  tx: Transaction,
  acting: Acting,
  { declaration, leads, steps, plan }: Decided,
  onProgress: ImportOrder['onProgress'],
) {
  const { now } = acting
  for (const { imported, organisation, entering } of leads) {
    if (!entering) continue
    await insertOrganisation(tx, organisation, now, imported.externalId)
    await saveDecision(tx, organisation, '', now)
    // Kept without a letter: nobody is asked to verify what enters verified.
    await recordAct(tx, entering.registration)
    await record(tx, entering.verification)
  }
  const organisations = new Map(leads.map((lead) => [lead.imported.externalId, lead.organisation]))
  const provenance = provenanceIn(plan)
  const publishing = steps.filter((step) => step.step === 'publish')
  const amending = steps.filter((step) => step.step === 'amend')
  const all = publishing.length + amending.length
  const pause = async (done: number) => {
    onProgress?.(done, all)
    await setImmediate()
  }
  for (let from = 0; from < publishing.length; from += AT_A_TIME) {
    await pause(from)
    const entering = publishing.slice(from, from + AT_A_TIME).map((step) => {
      const lead = organisations.get(step.imported.lead.externalId)
      if (!lead) throw new Error(`no organisation leads ${step.imported.externalId}`)
      return { step, lead }
    })
    await publish(tx, acting, entering, declaration, provenance)
  }
  for (const [place, step] of amending.entries()) {
    if (place % AT_A_TIME === 0) await pause(publishing.length + place)
    await amend(tx, acting, step, provenance)
  }
  if (all > 0) onProgress?.(all, all)
}

type Publishing = { step: Extract<ImportStep, { step: 'publish' }>; lead: Organisation }

async function publish(
  tx: Transaction,
  { actor, now }: Acting,
  entering: readonly Publishing[],
  declaration: Declaration,
  provenance: Provenance,
) {
  const last = await takeSerial(tx, declaration.key, now.getUTCFullYear(), entering.length)
  const published = entering.map(({ step, lead }, place) => {
    const serial = last - entering.length + 1 + place
    const id = newId('cmt')
    const decision = granted(
      rules.publishImported(id, step, lead, declaration, serial, provenance, actor, now),
    )
    return { ...decision, lead }
  })
  await insertEntering(tx, published, declaration, { userId: actor.userId, now })
  const recorded = await recordAll(
    tx,
    published.map(({ act }) => act),
    published.map(({ commitment }) => commitment),
  )
  await keepWords(
    tx,
    published.flatMap(({ commitment: { id, number, terms }, lead: { names } }, place) => {
      const entry = recorded[place]?.entry ?? null
      return entry === null ? [] : { entry, id, number, terms, names: [names] }
    }),
  )
}

async function amend(
  tx: Transaction,
  { actor, now }: Acting,
  step: Extract<ImportStep, { step: 'amend' }>,
  provenance: Provenance,
) {
  const { commitment, changes, reason, act } = granted(
    rules.amendImported(step, provenance, actor, now),
  )
  await saveCommitment(tx, commitment, { userId: actor.userId, now })
  await saveVersion(tx, commitment, changes, reason, now)
  await refreshStanding(tx, commitment.id, now)
  await record(tx, act)
  await makeFindable(tx, [commitment.id])
}

/** What was decided before the first row was written: a refusal now would leave half an import. */
function granted<value>(decision: Result<value, string> | undefined): value {
  if (!decision?.ok) throw new Error(`an import was refused midway: ${decision?.code}`)
  return decision.value
}
