import type { Clause, StakeholderGroup } from '../declarations/declaration.ts'
import { placeOf } from '../places/m49.ts'
import type { Day } from '../shared/dates.ts'
import type { LocalText } from '../shared/language.ts'
import type { PublicCommitment } from './commitment.ts'
import type { PublicOrganisation } from './organisation.ts'
import { element, type Xml } from './xml.ts'

type Milestone = PublicCommitment['milestones'][number]
type Organisation = Pick<PublicOrganisation, 'names' | 'lang' | 'group' | 'identifier'>

export type IatiFacts = {
  /** The register's own address, without a slash at its end. */
  origin: string
  /** What the register is called. */
  register: string
  /** The clauses of every declaration, by key. */
  clauses: ReadonlyMap<string, Pick<Clause, 'summary'>>
  /** The parties of the commitments, by id. */
  organisations: ReadonlyMap<string, Organisation>
  today: Day
}

/** What stands before the first activity; `log` is the state of the log it was made from. */
export const iatiOpening = (made: Date, log: { size: number; root: string }): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<iati-activities version="2.03" generated-datetime="${made.toISOString().slice(0, 19)}Z">
<!-- Made from a public log of ${log.size} entries with the root ${log.root} -->
`
export const IATI_CLOSING = '</iati-activities>\n'

/** OrganisationType. A teacher organisation is a national NGO as far as IATI has a word for it. */
const typeOf: Readonly<Record<StakeholderGroup, string>> = {
  government: '10',
  intergovernmental: '40',
  'civil-society': '22',
  'teacher-organisation': '22',
  'private-sector': '70',
  academia: '80',
  'development-partner': '60',
}

/**
 * One commitment as an activity of IATI 2.03, its elements in the order of the schema.
 *
 * The register reports on it second-hand (`secondary-reporter`); the lead is accountable (role 2),
 * partners implement (role 4). Clauses are tags and the sector of vocabulary 99, SDG targets tags of
 * vocabulary 3, regions UN M49 (vocabulary 2). A milestone is a result with one indicator. `actual`
 * is the reviewed value where there is one, else the claimed one, and its comment says which.
 * Shares of money between places or sectors are in no record, so no percentage is made up.
 */
export function iatiActivity(one: PublicCommitment, facts: IatiFacts): string {
  const { origin } = facts
  const words = narratives(one.lang)
  const reporter = reporterOf(origin)
  const changed = one.entries.at(-1)?.at
  return `${
    element(
      'iati-activity',
      {
        'xml:lang': one.lang,
        'last-updated-datetime': changed,
        'linked-data-uri': pageOf(one, origin),
      },
      element('iati-identifier', {}, `${reporter}-${one.number}`),
      element(
        'reporting-org',
        { ref: reporter, type: '90', 'secondary-reporter': '1' },
        words({ en: facts.register }),
      ),
      element('title', {}, words(inAll(one, 'title'))),
      element('description', { type: '1' }, words(inAll(one, 'text'))),
      described('4', one.problem, words, one.lang),
      described('3', one.beneficiaries, words, one.lang),
      participating(one.lead, '2', facts, words),
      one.partners.map(({ organisation }) => participating(organisation, '4', facts, words)),
      element('other-identifier', { ref: one.number, type: 'A1' }),
      one.externalId === null
        ? null
        : element('other-identifier', { ref: one.externalId, type: 'A9' }),
      element('activity-status', { code: statusOf(one, facts.today) }),
      element('activity-date', { type: '1', 'iso-date': one.startOn }),
      element('activity-date', { type: '3', 'iso-date': one.endOn }),
      element('activity-scope', { code: scopeOf(one) }),
      one.places
        .filter((code) => !isRegion(code))
        .map((code) => element('recipient-country', { code })),
      (one.scope === 'worldwide' ? ['001'] : one.places.filter(isRegion)).map((code) =>
        element('recipient-region', { code, vocabulary: '2' }),
      ),
      clause('sector', one.clause, one, facts, words),
      [one.clause, ...one.furtherClauses].map((key) => clause('tag', key, one, facts, words)),
      one.sdgTargets.map((code) => element('tag', { code, vocabulary: '3' })),
      element(
        'document-link',
        { url: pageOf(one, origin), format: 'text/html' },
        element('title', {}, words(inAll(one, 'title'))),
        element('category', { code: 'A12' }),
      ),
      one.milestones.map((milestone) => result(milestone, one, facts, words)),
    ).xml
  }\n`
}

/** A register has no number of its own in any list: its host stands for it until it gets one. */
const reporterOf = (origin: string) => new URL(origin).host.replaceAll(/[/&|?]/g, '-')
const pageOf = ({ number }: PublicCommitment, origin: string) => `${origin}/r/${number}`

type Narratives = (words: LocalText) => Xml[]

/** Words in their languages, the activity's own without saying so and first. */
const narratives =
  (lang: string): Narratives =>
  (words) => {
    const said = Object.entries(words).filter(([, text]) => text !== '')
    return [
      ...said.filter(([one]) => one === lang).map(([, text]) => element('narrative', {}, text)),
      ...said
        .filter(([one]) => one !== lang)
        .map(([one, text]) => element('narrative', { 'xml:lang': one }, text)),
    ]
  }

const inAll = (one: PublicCommitment, field: 'title' | 'text'): LocalText => ({
  ...Object.fromEntries(
    Object.entries(one.translations).map(([lang, words]) => [lang, words[field]]),
  ),
  [one.lang]: one[field],
})

const described = (type: string, text: string, words: Narratives, lang: string) =>
  text === '' ? null : element('description', { type }, words({ [lang]: text }))

function participating(id: string, role: string, facts: IatiFacts, words: Narratives) {
  const organisation = facts.organisations.get(id)
  return element(
    'participating-org',
    {
      ref: organisation && refOf(organisation.identifier),
      type: organisation && typeOf[organisation.group],
      role,
    },
    words(organisation?.names ?? { en: id }),
  )
}

/** An identifier in the lists of org-id.guide, where it is written as IATI can take it. */
function refOf(identifier: string | null): string | undefined {
  const [, scheme, code = ''] = /^(org-id|ror|lei):(.*)$/.exec(identifier ?? '') ?? []
  const plain = code.replace(/^https?:\/\/(?:www\.)?(?:ror\.org)\//i, '')
  if (scheme === undefined || plain === '' || /[/&|?]/.test(plain)) return undefined
  return scheme === 'org-id' ? plain : `XI-${scheme.toUpperCase()}-${plain}`
}

function statusOf({ state, startOn, endOn }: PublicCommitment, today: Day): string {
  if (state === 'withdrawn') return '5'
  if (state === 'closed') return '4'
  if (today < startOn) return '1'
  return today > endOn ? '3' : '2'
}

const isRegion = (code: string) => placeOf(code)?.kind === 'region'

function scopeOf({ scope, places }: PublicCommitment): string {
  if (scope === 'worldwide') return '1'
  if (places.some(isRegion)) return '2'
  return places.length > 1 ? '3' : '4'
}

function clause(
  name: 'sector' | 'tag',
  key: string,
  { declaration }: PublicCommitment,
  { origin, clauses }: IatiFacts,
  words: Narratives,
) {
  const of = clauses.get(key)
  const list = `${origin}/en/declarations/${declaration}`
  return element(
    name,
    { vocabulary: '99', 'vocabulary-uri': list, code: key },
    of && words(of.summary),
  )
}

function result(milestone: Milestone, one: PublicCommitment, facts: IatiFacts, words: Narratives) {
  const { lang, startOn } = one
  const title = { ...milestone.translations, [lang]: milestone.title }
  const starts = startOn < milestone.dueOn ? startOn : milestone.dueOn
  return element(
    'result',
    { type: '1' },
    element('title', {}, words(title)),
    element(
      'indicator',
      { measure: /^(?:%|per ?cent\b|percentage\b)/i.test(milestone.unit) ? '2' : '1' },
      element('title', {}, words(milestone.indicator ? { [lang]: milestone.indicator } : title)),
      element('description', {}, words({ [lang]: milestone.unit })),
      milestone.baseline === null
        ? null
        : element('baseline', {
            'iso-date': startOn,
            year: startOn.slice(0, 4),
            value: milestone.baseline,
          }),
      element(
        'period',
        {},
        element('period-start', { 'iso-date': starts }),
        element('period-end', { 'iso-date': milestone.dueOn }),
        element('target', { value: milestone.target }),
        actual(milestone, facts),
      ),
    ),
  )
}

/** The newest report on a milestone; an earlier one that it replaced stands in the record alone. */
function actual({ reports }: Milestone, { origin }: IatiFacts) {
  const report = reports.at(-1)
  const round = report?.rounds.at(-1)
  if (!report || !round) return null
  const found = report.findings.findLast((one) => one.round === round.round)
  const reviewed = found?.reviewedValue ?? null
  const value = reviewed ?? round.value
  if (value === null) return null
  const claimed = round.value === null ? 'No figure was claimed' : `Claimed ${round.value}`
  const stands = found
    ? `Finding: ${found.finding}.`
    : report.state === 'returned'
      ? 'Sent back for another look.'
      : 'Not reviewed yet.'
  const comment =
    reviewed === null ? `${claimed}. ${stands}` : `Reviewed ${reviewed}. ${claimed}. ${stands}`
  return element(
    'actual',
    { value },
    element('comment', {}, element('narrative', { 'xml:lang': 'en' }, comment)),
    report.evidence.map((piece) => document(piece, origin)),
  )
}

/** Public evidence only; what is held or withheld has no address to link to. */
function document(
  piece: Milestone['reports'][number]['evidence'][number],
  origin: string,
): Xml | null {
  if (piece.access !== 'public' || piece.withheld) return null
  const url = piece.kind === 'file' ? `${origin}/files/${piece.id}` : piece.url
  if (url === null || !URL.canParse(url)) return null
  return element(
    'document-link',
    { url: new URL(url).href, format: piece.mediaType ?? 'text/html' },
    element('title', {}, element('narrative', { 'xml:lang': piece.lang }, piece.title ?? piece.id)),
    element('category', { code: 'A08' }),
    element('language', { code: piece.lang }),
  )
}
