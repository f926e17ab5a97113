import { expect, it } from 'vitest'

import { commitmentFromActs } from '#app/domain/accountability/replay-commitment.ts'
import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import {
  entryIn,
  instantOf,
  publicCommitment,
  shownOf,
  type CommitmentFacts,
} from '#app/domain/open-data/public-commitment.ts'
import { milestoneTerms, settings } from '#tests/support/facts.ts'
import { opened } from '#tests/support/opened.ts'
import {
  correcting,
  deciding,
  publishing,
  replying,
  reporting,
  returning,
  taking,
} from '#tests/support/replayed.ts'

const TODAY = '2026-11-23'
const factsOf = (...acts: Parameters<typeof opened>[0]): CommitmentFacts => {
  const made = commitmentFromActs(opened([publishing(), ...acts]))
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.facts
}
const whole = (facts: CommitmentFacts, today = TODAY) =>
  publicCommitment(facts, shownOf(facts, today, settings), today, settings)

/** The value with a private member beside every public one, however deep. */
function spoilt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoilt)
  if (typeof value !== 'object' || value === null) return value
  return { ...Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoilt(v)])) }
}
const PRIVATE = { coordinatorId: 'usr_1', storedName: 'abcdefgh', addedBy: 'usr_2' }
const privately = <facts>(value: facts): facts =>
  JSON.parse(JSON.stringify(spoilt(value)), (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !isByName(inner)
      ? { ...inner, ...PRIVATE }
      : inner,
  ) as facts
/** Words by language, scores by criterion: what is named by the partner stays so. */
const isByName = (value: object) =>
  Object.keys(value).every((key) => /^[a-z]{2}$/.test(key)) || 'relevance' in value

it('lists what is public by name: whatever else the facts were read with stays behind', () => {
  const scores = { relevance: { score: 2, note: 'Good.' } }
  const facts = factsOf(
    reporting(1, {}, [
      {
        id: 'evd_1',
        reportId: 'rpt_1',
        kind: 'link',
        title: 'Lists',
        lang: 'en',
        access: 'public',
        heldReason: '',
        state: 'public',
        url: 'https://lists.example',
        fileName: null,
        storedName: null,
        mediaType: null,
        size: null,
        sha256: null,
        scan: null,
        round: 1,
      },
    ]),
    taking(),
    returning(),
    reporting(2),
    taking(),
    deciding('rvw_1', { scores: scores as never }),
    replying(),
    correcting(),
  )
  const spoiltFacts = privately({
    ...facts,
    provenance: { title: 'T', publisher: 'P', licence: 'L', notice: 'N' },
    withheld: [{ entry: 9, of: 0, at: '2026-11-23T10:00:00Z', basis: 'court', reason: 'R' }],
    partners: [{ organisation: 'org_a', role: 'r', share: 's' }],
    versions: [
      {
        version: 1,
        at: '2026-11-23T10:00:00Z',
        reason: '',
        changes: [{ field: 'x', from: 1, to: 2 }],
      },
    ],
  } as CommitmentFacts)
  expect(JSON.stringify(spoiltFacts)).toContain('usr_1')
  const shown = whole(spoiltFacts)
  expect(JSON.stringify(shown)).not.toMatch(/usr_|abcdefgh/)
  expect(publicCommitmentShape.parse(shown)).toEqual(shown)
})

it('puts what has no order of its own in one', () => {
  const facts = factsOf()
  const partner = (organisation: string) => ({ organisation, role: '', share: '' })
  const change = (field: string) => ({ field, from: null, to: null })
  const shown = whole({
    ...facts,
    terms: {
      ...facts.terms,
      clause: 'b',
      furtherClauses: ['c', 'b', 'a', 'c'],
      places: ['KE', 'GH', 'KE'],
    },
    partners: [partner('org_b'), partner('org_a')],
    versions: [{ version: 1, at: '', reason: '', changes: [change('title'), change('endOn')] }],
  })
  expect(shown.furtherClauses).toEqual(['a', 'c'])
  expect(shown.places).toEqual(['GH', 'KE'])
  expect(shown.partners.map(({ organisation }) => organisation)).toEqual(['org_a', 'org_b'])
  expect(shown.versions[0]!.changes.map(({ field }) => field)).toEqual(['endOn', 'title'])
  const anywhere = { ...facts.terms, scope: 'worldwide' as const, places: ['KE'] }
  expect(whole({ ...facts, terms: anywhere }).places).toEqual([])
})

it('says of each milestone how it stands on the day', () => {
  const facts = factsOf(reporting(), taking(), deciding())
  const two = { ...facts, milestones: [...facts.milestones, milestoneTerms({ id: 'mls_2' })] }
  const told = (today: string) =>
    whole(two, today).milestones.map((one) => [one.timeliness, one.daysLate, one.finding])
  expect(told('2026-10-01')).toEqual([
    ['reported', 22, 'achieved'],
    ['planned', 0, null],
  ])
  expect(told('2026-11-11')[1]).toEqual(['report-due', 10, null])
  expect(told('2027-06-01')[1]).toEqual(['silent', 212, null])
  expect(whole(two, '2027-06-01').outcome).toBe('no-report')
})

it('derives assurance from the newest decision: a correction ends a dispute', () => {
  const decided = [reporting(), taking(), deciding()]
  expect(shownOf(factsOf(...decided), TODAY, settings)).toEqual({
    outcome: 'kept',
    assurance: 'reviewed',
    nextDueOn: null,
  })
  const disputed = factsOf(...decided, replying())
  expect(shownOf(disputed, TODAY, settings).assurance).toBe('disputed')
  const corrected = factsOf(...decided, replying(), correcting())
  expect(shownOf(corrected, TODAY, settings)).toMatchObject({
    outcome: 'not-kept',
    assurance: 'reviewed',
  })
})

it('tells nothing of a withheld piece, and no address of a held one', () => {
  const facts = factsOf(reporting())
  const piece = {
    id: 'evd_1',
    kind: 'file' as const,
    lang: 'en',
    access: 'held' as const,
    withheld: false,
    addedOn: TODAY,
    round: 1,
    title: 'Lists',
    heldReason: 'Has names.',
    url: 'https://secret.example',
    mediaType: 'text/plain',
    size: 3,
    sha256: 'ab'.repeat(32),
  }
  const shown = (changes: Partial<typeof piece>) =>
    whole({ ...facts, reports: [{ ...facts.reports[0]!, evidence: [{ ...piece, ...changes }] }] })
      .milestones[0]!.reports[0]!.evidence[0]
  expect(shown({})).toEqual({ ...piece, url: null })
  expect(shown({ withheld: true })).toEqual({
    ...piece,
    withheld: true,
    title: null,
    heldReason: null,
    url: null,
    mediaType: null,
    size: null,
    sha256: null,
  })
})

it('writes instants in UTC to the second, as the log does', () => {
  expect(instantOf(new Date('2026-11-23T10:00:00.999Z'))).toBe('2026-11-23T10:00:00Z')
})

it('lists an entry by its names', () => {
  const entry = { index: 1, act: 'a.b', subject: 's', at: 'x', leafHash: 'h' }
  expect(entryIn({ ...entry, ...PRIVATE } as typeof entry)).toEqual(entry)
})
