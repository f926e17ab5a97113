import { publicCommitmentStates } from '../commitments/commitment-state.ts'
import type { Provenance } from '../commitments/commitment.ts'
import { isCommitmentNumber } from '../commitments/number.ts'
import { limits, sdgTargets, type MilestoneTerms, type Terms } from '../commitments/terms.ts'
import { hasClause, licenceOf, type Declaration } from '../declarations/declaration.ts'
import { changeShape, milestoneTermsShape, termsShape } from '../open-data/commitment.ts'
import type { CommitmentFacts } from '../open-data/public-commitment.ts'
import { isPlace } from '../places/m49.ts'
import { redactionBases, type RedactionBasis } from '../redactions/redaction-state.ts'
import { languageSchema } from '../shared/language.ts'
import { addsSign } from '../shared/written.ts'
import { versionsOf, type PastVersion, type TellsVersion } from './package-history.ts'
import { reportsIn, type PackagedReport, type ReportParts } from './package-reports.ts'
import { problemIn, type PackageRow, type RowGroups, type Wrong } from './package-rows.ts'
import { httpUrl, originOf, registerProvenance, type PackageSource } from './package-source.ts'
import type { NoteProblem } from './problem.ts'

export type PackagedCommitment = {
  row: PackageRow
  id: string
  number: string
  declaration: string
  leadId: string
  externalId: string | null
  provenance: Provenance
  /** Every version, the first one first; the last is in force. */
  versions: PastVersion[]
  /** What became of it, and what was reported and found, as the register it comes from tells it. */
  state: CommitmentFacts['state']
  publishedAt: string
  withdrawal: CommitmentFacts['withdrawal']
  closedAt: string | null
  partners: CommitmentFacts['partners']
  reports: readonly PackagedReport[]
  /** By what orders words or evidence of it are withheld there. */
  orders: readonly PackagedOrder[]
}
/** An order, with the act whose content it withholds. */
export type PackagedOrder = {
  of: { act: string; subject: string; turn: number }
  at: string
  basis: RedactionBasis
  reason: string
}
type Parts = ReportParts &
  Readonly<
    Record<
      | 'furtherClauses'
      | 'places'
      | 'sdgTargets'
      | 'resources'
      | 'milestones'
      | 'indicators'
      | 'versions'
      | 'changes'
      | 'partners'
      | 'withheld',
      RowGroups
    >
  >

/**
 * The commitment in a row of a package, with what other tables say of it.
 * @returns `withheld` for one with words withheld; undefined where something was noted
 */
export function commitmentIn(
  row: PackageRow,
  parts: Parts,
  source: PackageSource,
  note: NoteProblem,
): PackagedCommitment | 'withheld' | undefined {
  const number = row.cells['number'] ?? ''
  const of = (part: keyof Parts) => parts[part].get(number) ?? []
  const texts = (part: keyof Parts, column: string) => of(part).map(({ cells }) => cells[column])
  const declaration = source.declarations.get(row.cells['declaration'] ?? '')
  let problems = 0
  const wrong: Wrong = (at, column, code) => {
    problems += 1
    note(problemIn(at, column, code))
    return undefined
  }
  if (!declaration) return wrong(row, 'declaration', 'refers-to-nothing')
  if (!isCommitmentNumber(number) || !number.startsWith(`${declaration.code}-`))
    wrong(row, 'number', 'not-readable')
  if (!/^cmt_[a-z0-9]{1,40}$/.test(row.cells['id'] ?? '')) wrong(row, 'id', 'not-readable')
  if (!languageSchema.safeParse(row.values['lang']).success) wrong(row, 'lang', 'not-on-list')
  if (!hasClause(declaration, row.cells['clause'] ?? '')) wrong(row, 'clause', 'unknown-clause')
  for (const one of of('furtherClauses'))
    if (!hasClause(declaration, one.cells['clause'] ?? '')) wrong(one, 'clause', 'unknown-clause')
  for (const one of of('places'))
    if (!isPlace(one.cells['place'] ?? '')) wrong(one, 'place', 'not-on-list')
  for (const one of of('sdgTargets'))
    if (!sdgTargets.some((target) => target === one.cells['target']))
      wrong(one, 'target', 'not-on-list')
  const { startOn = '', endOn = '', provenanceUrl = '' } = row.cells
  if (endOn < startOn) wrong(row, 'endOn', 'end-before-start')
  if (provenanceUrl !== '' && !httpUrl.safeParse(provenanceUrl).success)
    wrong(row, 'provenanceUrl', 'not-readable')

  const { withdrawnAt = '', withdrawalReason = '', closedAt = '' } = row.cells
  const state = publicCommitmentStates.find((one) => one === row.cells['state']) ?? 'published'
  const isWithdrawn = state === 'withdrawn'
  if (isWithdrawn && withdrawalReason.trim() === '') wrong(row, 'withdrawalReason', 'missing')
  if (isWithdrawn && withdrawnAt === '') wrong(row, 'withdrawnAt', 'missing')
  if (state === 'closed' && closedAt === '') wrong(row, 'closedAt', 'missing')

  const milestones = of('milestones').map((one) => milestoneIn(one, parts.indicators, wrong))
  for (const one of of('milestones')) {
    const { dueOn = '' } = one.cells
    if (dueOn < startOn || dueOn > endOn) wrong(one, 'dueOn', 'milestone-outside-dates')
  }
  if (milestones.length === 0) wrong(row, '', 'missing')
  const { [limits.milestones]: more } = of('milestones')
  if (more) wrong(more, 'id', 'too-many-milestones')
  const terms = termsShape.safeParse({
    ...Object.fromEntries(
      Object.entries(row.values).filter(([name]) => Object.hasOwn(termsShape.shape, name)),
    ),
    furtherClauses: texts('furtherClauses', 'clause'),
    places: texts('places', 'place'),
    sdgTargets: texts('sdgTargets', 'target'),
    resources: of('resources').map(({ values: { kind, amount, currency, source } }) => ({
      kind,
      amount,
      currency,
      source,
    })),
  })
  if (!terms.success) wrong(row, String(terms.error.issues[0]?.path[0] ?? ''), 'not-readable')
  const told = toldVersions(of('versions'), of('changes'), wrong)
  const reports = of('milestones').flatMap(({ cells }) =>
    reportsIn(cells['id'] ?? '', parts, wrong),
  )
  if (problems > 0 || !terms.success) return undefined

  const current = { ...terms.data, milestones } as Terms
  const versions = versionsOf(current, told)
  // Two changes of which the same words are withheld may read alike: no history is made of those.
  if (!versions && addsSign(null, told)) return 'withheld'
  if (!versions) return wrong(row, 'version', 'history-broken')
  const { values, cells } = row
  return {
    row,
    id: cells['id'] ?? '',
    number,
    declaration: declaration.key,
    leadId: cells['lead'] ?? '',
    externalId: values['externalId'] === '' ? null : String(values['externalId']),
    provenance: provenanceIn(cells, number, declaration, source),
    versions,
    state,
    publishedAt: cells['publishedAt'] ?? '',
    withdrawal: isWithdrawn ? { at: withdrawnAt, reason: withdrawalReason } : null,
    closedAt: state === 'closed' ? closedAt : null,
    partners: of('partners').map(({ cells: { organisation = '', role = '', share = '' } }) => ({
      organisation,
      role,
      share,
    })),
    reports,
    orders: of('withheld').map(orderIn),
  }
}

const orderIn = ({ cells }: PackageRow): PackagedOrder => {
  const { ofAct = '', ofSubject = '', at = '', reason = '' } = cells
  const basis = redactionBases.find((one) => one === cells['basis']) ?? 'gdpr-17'
  return {
    of: { act: ofAct, subject: ofSubject, turn: Number(cells['ofTurn']) },
    at,
    basis,
    reason,
  }
}

function milestoneIn(row: PackageRow, indicators: RowGroups, wrong: Wrong): MilestoneTerms {
  const id = row.cells['id'] ?? ''
  if (!/^mls_[a-z0-9]{1,40}$/.test(id)) wrong(row, 'id', 'not-readable')
  const { commitment: _, position: __, ...said } = row.values
  const read = milestoneTermsShape.safeParse({
    ...said,
    indicators: (indicators.get(id) ?? []).map((one) => {
      const { milestone: ___, position: ____, ...indicator } = one.values
      return indicator
    }),
  })
  if (read.success) return read.data
  wrong(row, String(read.error.issues[0]?.path[0] ?? ''), 'not-readable')
  return { ...said, indicators: [] } as unknown as MilestoneTerms
}

function toldVersions(
  versions: readonly PackageRow[],
  changes: readonly PackageRow[],
  wrong: Wrong,
): TellsVersion[] {
  return versions.map(({ values, cells }) => ({
    version: Number(values['version']),
    at: String(values['at']),
    reason: String(values['reason']),
    changes: changes
      .filter((one) => one.cells['version'] === cells['version'])
      .flatMap((one) => {
        const { field, from, to, slippageDays } = one.values
        const days = slippageDays === null ? {} : { slippageDays }
        const read = changeShape.safeParse({ field, from, to, ...days })
        if (!read.success) wrong(one, 'field', 'not-readable')
        return read.success ? [read.data as TellsVersion['changes'][number]] : []
      }),
  }))
}

/** Where it was first published: what it says itself, else the register it comes from. */
function provenanceIn(
  cells: PackageRow['cells'],
  number: string,
  declaration: Declaration,
  source: PackageSource,
): Provenance {
  const { provenanceTitle: title = '', provenanceUrl: url = '' } = cells
  if (title !== '')
    return {
      title,
      publisher: cells['provenancePublisher'] ?? '',
      licence: cells['provenanceLicence'] ?? '',
      notice: cells['provenanceNotice'] ?? '',
      ...(url === '' ? {} : { url }),
    }
  const register = registerProvenance(source)
  return {
    ...register,
    title: `${register.title}: ${number}`,
    licence: licenceOf(declaration).title,
    url: `${originOf(source)}/r/${number}`,
  }
}
