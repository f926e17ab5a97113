import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { clausesOf, declarationSchema } from '#app/domain/declarations/declaration.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { IATI_CLOSING, iatiActivity, iatiOpening } from '#app/domain/open-data/iati.ts'
import { iatiProblems } from '#tests/support/validated.ts'

const qingdao = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')),
)
const ministry = {
  names: { fr: 'Ministère', en: 'Ministry' },
  lang: 'fr',
  group: 'government',
  identifier: 'org-id:KE-GOV-12',
} as const
const facts = {
  origin: 'https://kept.example',
  register: 'Kept',
  clauses: new Map(clausesOf(qingdao).map((one) => [one.key, one])),
  organisations: new Map<string, { names: object } & Omit<typeof ministry, 'names'>>([
    ['org_a', ministry],
  ]) as never,
  today: '2027-01-01',
}

const round = {
  round: 1,
  at: '2026-12-01T00:00:00Z',
  reached: 'yes',
  value: 5900,
  measuredOn: '2026-11-30',
  lang: 'fr',
  happened: '',
  behindReason: '',
  next: '',
  returned: null,
} as const
const evidence = {
  id: 'evd_1',
  kind: 'file',
  lang: 'fr',
  access: 'public',
  withheld: false,
  addedOn: '2026-12-01',
  round: 1,
  title: 'Listes',
  heldReason: null,
  url: null,
  mediaType: 'application/pdf',
  size: 10,
  sha256: 'ab',
} as const
const finding = {
  review: 'rvw_1',
  kind: 'review',
  round: 1,
  at: '2026-12-02T00:00:00Z',
  finding: 'achieved',
  reviewedValue: 5640,
  reasons: '',
  scores: null,
  rubricVersion: 1,
  people: 1,
  reply: null,
} as const
type Report = PublicCommitment['milestones'][number]['reports'][number]
const report: Report = {
  id: 'rpt_1',
  state: 'achieved',
  rounds: [round],
  evidence: [evidence],
  findings: [finding],
}
const milestone: PublicCommitment['milestones'][number] = {
  id: 'mls_1',
  title: 'Formés',
  translations: { en: 'Trained' },
  dueOn: '2026-11-30',
  indicator: 'Enseignants',
  unit: 'enseignants',
  baseline: 0,
  target: 6000,
  evidenceExpected: '',
  responsible: '',
  code: '',
  indicators: [],
  timeliness: 'reported',
  daysLate: 1,
  finding: 'achieved',
  reports: [report],
}
const commitment: PublicCommitment = {
  number: 'QD-2026-0001',
  id: 'cmt_1',
  declaration: 'qd2015',
  state: 'published',
  version: 1,
  outcome: 'on-track',
  assurance: 'reviewed',
  nextDueOn: null,
  publishedAt: '2026-01-01T00:00:00Z',
  withdrawal: null,
  closedAt: null,
  lang: 'fr',
  title: 'Former <tous>',
  text: 'Nous formons.',
  problem: '',
  translations: { en: { title: 'Train all', text: 'We train.' } },
  clause: 'qd2015/oer/1',
  furtherClauses: ['qd2015/access/1'],
  scope: 'places',
  places: ['002', 'FR', 'KE'],
  beneficiaries: 'Enseignants',
  beneficiaryCount: null,
  startOn: '2026-01-01',
  endOn: '2027-12-31',
  resources: [],
  responsible: '',
  contactRole: '',
  sdgTargets: ['4.c'],
  lead: 'org_a',
  group: 'government',
  partners: [{ organisation: 'org_b', role: '', share: '' }],
  milestones: [milestone],
  versions: [],
  externalId: 'plan/C1',
  provenance: null,
  invented: false,
  withheld: [],
  entries: [],
}
const activity = (changes: Partial<PublicCommitment> = {}) =>
  iatiActivity({ ...commitment, ...changes }, facts)
const whole = (...activities: string[]) =>
  iatiOpening(new Date('2027-01-01T00:00:00Z'), { size: 3, root: 'cm9vdA==' }) +
  activities.join('') +
  IATI_CLOSING
const withReport = (changes: Partial<Report>) =>
  activity({ milestones: [{ ...milestone, reports: [{ ...report, ...changes }] }] })

it('is an activity the schema takes, with nothing and with everything in it', () => {
  expect(iatiProblems(whole(activity()))).toEqual([])
  const bare = activity({
    ...{ translations: {}, furtherClauses: [], sdgTargets: [], partners: [], externalId: null },
    ...{ scope: 'worldwide', places: [], beneficiaries: '', milestones: [] },
  })
  expect(iatiProblems(whole(bare, bare))).toEqual([])
  expect(iatiProblems(whole(activity({ title: '', translations: {} })))).not.toEqual([])
})

it('gives the words in their own language first and translations beside them', () => {
  expect(activity()).toContain(
    '<title><narrative>Former &lt;tous&gt;</narrative><narrative xml:lang="en">Train all</narrative></title>',
  )
  expect(activity()).toContain('<iati-activity xml:lang="fr"')
})

it('names the lead as accountable by its identifier, partners as implementing', () => {
  expect(activity()).toContain(
    '<participating-org ref="KE-GOV-12" type="10" role="2"><narrative>Ministère</narrative>',
  )
  expect(activity()).toContain('<participating-org role="4"><narrative xml:lang="en">org_b<')
  const ror = {
    ...facts,
    organisations: new Map([
      ['org_a', { ...ministry, identifier: 'ror:https://ror.org/05a0' }],
    ]) as never,
  }
  expect(iatiActivity(commitment, ror)).toContain('ref="XI-ROR-05a0"')
  const odd = {
    ...facts,
    organisations: new Map([['org_a', { ...ministry, identifier: 'org-id:A/B' }]]) as never,
  }
  expect(iatiActivity(commitment, odd)).toContain('<participating-org type="10" role="2">')
})

it('has clauses as tags of its own list and as the sector, SDG targets as tags of theirs', () => {
  const list = 'vocabulary-uri="https://kept.example/en/declarations/qd2015"'
  expect(activity()).toContain(`<sector vocabulary="99" ${list} code="qd2015/oer/1">`)
  expect(activity()).toContain(`<tag vocabulary="99" ${list} code="qd2015/access/1">`)
  expect(activity()).toContain('<tag code="4.c" vocabulary="3"/>')
})

it('places are countries or UN regions; worldwide is the world', () => {
  expect(activity()).toContain(
    '<activity-scope code="2"/><recipient-country code="FR"/><recipient-country code="KE"/><recipient-region code="002" vocabulary="2"/>',
  )
  expect(activity({ places: ['KE'] })).toContain('<activity-scope code="4"/>')
  expect(activity({ places: ['KE', 'FR'] })).toContain('<activity-scope code="3"/>')
  expect(activity({ scope: 'worldwide', places: [] })).toContain(
    '<activity-scope code="1"/><recipient-region code="001" vocabulary="2"/>',
  )
})

it.each([
  ['5', { state: 'withdrawn' }],
  ['4', { state: 'closed' }],
  ['1', { startOn: '2027-02-01' }],
  ['3', { endOn: '2026-12-31' }],
  ['2', {}],
] as const)('has status %s when it is %o', (status, changes) => {
  expect(activity(changes)).toContain(`<activity-status code="${status}"/>`)
})

it('prints what was reviewed where something was, and says what was claimed beside it', () => {
  expect(activity()).toContain('<target value="6000"/><actual value="5640">')
  expect(activity()).toContain('Reviewed 5640. Claimed 5900. Finding: achieved.')
})

it('prints the claim while nothing is reviewed, and says so', () => {
  const claimed = withReport({ state: 'reported', findings: [] })
  expect(claimed).toContain('<actual value="5900">')
  expect(claimed).toContain('Claimed 5900. Not reviewed yet.')
  expect(withReport({ state: 'returned', findings: [] })).toContain('Sent back for another look.')
  const unverifiable = { ...finding, finding: 'not-verifiable', reviewedValue: null } as const
  expect(withReport({ findings: [unverifiable] })).toContain(
    'Claimed 5900. Finding: not-verifiable.',
  )
  expect(withReport({ rounds: [{ ...round, value: null }], findings: [] })).not.toContain('<actual')
  // A finding on the round before says nothing of this one.
  const again = withReport({ rounds: [round, { ...round, round: 2, value: 6100 }] })
  expect(again).toContain('<actual value="6100">')
})

it('links public evidence only', () => {
  expect(activity()).toContain('url="https://kept.example/files/evd_1" format="application/pdf"')
  for (const piece of [
    { ...evidence, access: 'held' },
    { ...evidence, withheld: true },
    { ...evidence, kind: 'link', url: 'no address' },
  ] as const)
    expect(withReport({ evidence: [piece] })).not.toContain('A08')
  const link = { ...evidence, kind: 'link', url: 'https://a.example/ä b', mediaType: null } as const
  const linked = withReport({ evidence: [link] })
  expect(linked).toContain('url="https://a.example/%C3%A4%20b" format="text/html"')
  expect(iatiProblems(whole(linked))).toEqual([])
})
