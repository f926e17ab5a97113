import { refusalOf } from '../access/access.ts'
import { actInRole, type Json } from '../acts/act.ts'
import {
  amendmentFields,
  changesBetween,
  isSettled,
  type Change,
  type ReportStates,
} from '../commitments/amendment.ts'
import { nextCommitmentState } from '../commitments/commitment-state.ts'
import {
  clausesOfTerms,
  commitmentFields,
  partyIdsOf,
  type Commitment,
  type Provenance,
} from '../commitments/commitment.ts'
import { commitmentNumber } from '../commitments/number.ts'
import type { Indicator, MilestoneTerms, Terms } from '../commitments/terms.ts'
import type { Declaration } from '../declarations/declaration.ts'
import { decideOrganisation, type Organisation } from '../organisations/organisation.ts'
import { keepingWithheld } from '../redactions/withhold.ts'
import type { Actor } from '../shared/actor.ts'
import { languageSchema, wordsIn, type LocalText } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import { addsSign, SIGN_TYPED } from '../shared/written.ts'
import type {
  ImportedCommitment,
  ImportedMilestone,
  ImportedOrganisation,
  ImportPlan,
} from './plan-import.ts'
import type { ImportProblem, ImportProblemCode } from './problem.ts'

/** Whether this coordinator may import at all, or into what these organisations are parties to. */
export const refusedImport = (actor: Actor, partyIds: readonly string[], now: Date) =>
  refusalOf(actor, 'import-commitments', { partyIds }, now)

/** Where imported words stood first, in the language the record is kept in. */
export function provenanceOf(
  { title, publisher, licence, notice, url }: ImportPlan['source'],
  lang: string,
): Provenance {
  return {
    title: wordsIn(title, lang).text,
    publisher: wordsIn(publisher, lang).text,
    licence,
    notice,
    ...(url === undefined ? {} : { url }),
  }
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json

/** An organisation that leads something in the table enters verified, its source on the record. */
export function bringInOrganisation(
  id: string,
  imported: ImportedOrganisation,
  provenance: Provenance,
  lang: string,
  actor: Actor,
  now: Date,
) {
  const refused = refusedImport(actor, [], now)
  if (refused) return refuse(refused)
  const asked: Organisation = {
    id,
    state: 'registered',
    names: imported.names,
    lang,
    group: imported.group,
    country: imported.country,
    website: imported.site ?? '',
    identifier: null,
    identityCheck: `${provenance.title}, ${provenance.publisher}`,
    invented: false,
  }
  const verified = decideOrganisation(asked, actor, 'verify', '', now)
  if (!verified.ok) return verified
  const { organisation, act } = verified.value
  const said = { provenance: plain(provenance), externalId: imported.externalId }
  return ok({
    organisation,
    registration: actInRole('org.registered', id, actor, 'coordinator', now, { fields: said }),
    verification: { ...act, fields: { ...act.fields, ...said } },
  })
}

/** What the register holds under an external id, with the newest report of each milestone. */
export type Registered = { commitment: Commitment; latest: ReportStates }

export type ImportStep =
  | { step: 'publish'; imported: ImportedCommitment; terms: Terms }
  | { step: 'amend'; commitment: Commitment; changes: Change[] }
  | { step: 'nothing' }

/**
 * What importing this commitment means: a new record, a new version, or nothing. An import keeps
 * the laws of amendment: no milestone is dropped, and one that was reported on keeps its terms.
 */
export function stepFor(
  imported: ImportedCommitment,
  registered: Registered | undefined,
  leadId: string,
  newMilestoneId: () => string,
): { ok: true; step: ImportStep } | { ok: false; problems: ImportProblem[] } {
  if (!registered) {
    const terms = termsOf(imported, newMilestoneId)
    const sign: ImportProblem = { row: 0, column: '', value: imported.code, code: SIGN_TYPED }
    return addsSign(null, terms)
      ? { ok: false, problems: [sign] }
      : { ok: true, step: { step: 'publish', imported, terms } }
  }

  const { commitment, latest } = registered
  const before = commitment.terms as Terms
  const ids = new Map(before.milestones.map(({ code, id }) => [code, id]))
  const said = termsOf(imported, (code) => ids.get(code) ?? newMilestoneId())
  // Its source still says what was withheld here since.
  const terms = addsSign(null, before)
    ? (keepingWithheld(plain(before), plain(said)) as Terms)
    : said
  const changes = changesBetween(before, terms)
  const dropped = before.milestones.filter(
    ({ id }) => !terms.milestones.some((kept) => kept.id === id),
  )
  if (changes.length === 0 && dropped.length === 0 && commitment.leadId === leadId)
    return { ok: true, step: { step: 'nothing' } }

  const problems: ImportProblem[] = []
  const wrong = (value: string, code: ImportProblemCode) =>
    problems.push({ row: 0, column: '', value, code })
  if (commitment.leadId !== leadId) wrong(imported.code, 'lead-changed')
  if (addsSign(before, terms)) wrong(imported.code, SIGN_TYPED)
  const state = nextCommitmentState(commitment.state, 'amend')
  if (!state) wrong(imported.code, 'commitment-not-open')
  for (const old of dropped) wrong(old.code || old.title, 'milestone-dropped')
  for (const { id, code } of before.milestones)
    if (isSettled(latest[id]) && changes.some(({ field }) => field.startsWith(`milestone.${id}.`)))
      wrong(code, 'milestone-already-reported')
  if (problems.length > 0 || !state) return { ok: false, problems }
  const version = commitment.version + 1
  return {
    ok: true,
    step: { step: 'amend', commitment: { ...commitment, state, version, terms }, changes },
  }
}

/** A commitment enters the public record as its source has it: submitted and screened in one. */
export function publishImported(
  id: string,
  { imported, terms }: Extract<ImportStep, { step: 'publish' }>,
  lead: Pick<Organisation, 'id' | 'state' | 'group' | 'invented'>,
  declaration: Pick<Declaration, 'key' | 'code'>,
  serial: number,
  provenance: Provenance,
  actor: Actor,
  now: Date,
) {
  const refused = refusedImport(actor, [lead.id], now)
  if (refused) return refuse(refused)
  if (lead.state !== 'verified') return refuse('organisation-not-verified')
  const { externalId } = imported
  const number = commitmentNumber(declaration.code, now.getUTCFullYear(), serial)
  const commitment: Commitment & { number: string; terms: Terms } = {
    id,
    declaration: declaration.key,
    state: 'published',
    number,
    version: 1,
    leadId: lead.id,
    terms,
    parties: [],
    externalId,
    provenance,
  }
  const act = actInRole('commitment.published', id, actor, 'coordinator', now, {
    commitmentId: id,
    clauses: clausesOfTerms(terms),
    fields: commitmentFields(number, lead, terms, commitment),
  })
  return ok({ commitment, act })
}

/** The table now says otherwise: a new version, and the reason names the table. */
export function amendImported(
  { commitment, changes }: Extract<ImportStep, { step: 'amend' }>,
  provenance: Provenance,
  actor: Actor,
  now: Date,
) {
  const refused = refusedImport(actor, partyIdsOf(commitment), now)
  if (refused) return refuse(refused)
  const reason = `Imported again from: ${provenance.title}, ${provenance.publisher}`
  const act = actInRole('commitment.amended', commitment.id, actor, 'coordinator', now, {
    commitmentId: commitment.id,
    clauses: clausesOfTerms(commitment.terms),
    fields: amendmentFields(commitment.version, reason, changes, commitment.terms.milestones ?? []),
  })
  return ok({ commitment, changes, reason, act })
}

/** The terms a table's commitment has on the record; `idOf` names a milestone by its code. */
export function termsOf(imported: ImportedCommitment, idOf: (code: string) => string): Terms {
  const { title, text, places } = imported
  const lang = languageSchema.parse(imported.lang)
  const others = Object.keys(title).filter((other) => other !== lang)
  return {
    lang,
    title: title[lang] ?? '',
    text: text[lang] ?? '',
    problem: '',
    clause: imported.clause,
    furtherClauses: [],
    scope: places.length > 0 ? 'places' : 'worldwide',
    places,
    beneficiaries: '',
    beneficiaryCount: null,
    startOn: imported.startOn,
    endOn: imported.endOn,
    milestones: imported.milestones.map((one) => milestoneTerms(one, lang, idOf(one.code))),
    resources: [],
    responsible: '',
    contactRole: '',
    sdgTargets: [],
    translations: Object.fromEntries(
      others.map((other) => [other, { title: title[other] ?? '', text: text[other] ?? '' }]),
    ),
  }
}

function milestoneTerms(milestone: ImportedMilestone, lang: string, id: string): MilestoneTerms {
  const { [lang]: title = '', ...translations } = milestone.title
  return {
    id,
    title,
    dueOn: milestone.dueOn,
    indicator: '',
    unit: milestone.unit[lang] ?? '',
    baseline: milestone.baseline,
    target: milestone.target,
    evidenceExpected: '',
    responsible: milestone.responsible?.[lang] ?? '',
    code: milestone.code,
    indicators: indicatorsOf(milestone),
    translations,
  }
}

const copied = (text: LocalText | null): Record<string, string> => ({ ...text })

/** A deadline given in words is kept with its words: where there is no indicator, in one. */
function indicatorsOf(milestone: ImportedMilestone): Indicator[] {
  const { code, title, dueOn, dueWords, reading, indicators } = milestone
  const own = dueWords && reading ? [{ code, words: title, dueOn, dueWords, reading }] : []
  return [...own, ...indicators].map((indicator) => ({
    code: indicator.code,
    words: copied(indicator.words),
    dueOn: indicator.dueOn,
    dueWords: copied(indicator.dueWords),
    reading: copied(indicator.reading),
  }))
}
