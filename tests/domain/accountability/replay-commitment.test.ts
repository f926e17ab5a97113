import { expect, it } from 'vitest'

import { commitmentFromActs } from '#app/domain/accountability/replay-commitment.ts'
import { actForOrganisation, actInRole, actOfRegister } from '#app/domain/acts/act.ts'
import { withdrawCommitment } from '#app/domain/commitments/commitment.ts'
import { cast, LEAD, NOW, OTHER } from '#tests/support/cast.ts'
import { commitment, milestoneTerms, party, terms } from '#tests/support/facts.ts'
import { opened, saying } from '#tests/support/opened.ts'
import { allowed, amending, outcomeOf, publishing, redacting } from '#tests/support/replayed.ts'

const AT = '2026-11-23T10:00:00Z'
const made = (acts: ReturnType<typeof opened>) =>
  outcomeOf(commitmentFromActs(acts), ({ facts }) => facts)
const joining = actForOrganisation('party.accepted', 'cmt_1', cast.otherFocalPoint, OTHER, NOW, {
  fields: { organisation: OTHER, role: 'Trains', share: 'A third' },
})
const leaving = actForOrganisation('party.left', 'cmt_1', cast.otherFocalPoint, OTHER, NOW, {
  fields: { organisation: OTHER, reason: 'No people left.' },
})
const closing = actOfRegister('commitment.closed', 'cmt_1', NOW, { fields: { closed: true } })
const withdrawing = allowed(
  withdrawCommitment(commitment('published'), cast.focalPoint, 'No money.', NOW),
).act

it('rebuilds what was published, word for word', () => {
  const acts = opened([publishing()])
  const { milestones, ...words } = terms()
  expect(made(acts)).toEqual({
    number: 'TD-2026-0001',
    id: 'cmt_1',
    declaration: 'td2020',
    state: 'published',
    version: 1,
    publishedAt: AT,
    withdrawal: null,
    closedAt: null,
    lead: LEAD,
    group: 'government',
    invented: false,
    externalId: null,
    provenance: null,
    terms: words,
    milestones,
    partners: [],
    reports: [],
    versions: [{ version: 1, at: AT, reason: '', changes: [] }],
    withheld: [],
    entries: [
      {
        index: 0,
        act: 'commitment.published',
        subject: 'cmt_1',
        at: AT,
        leafHash: acts[0]!.leafHash,
      },
    ],
  })
})

it('takes partners from publication, consent and leaving', () => {
  const parties = [party({ organisationId: 'org_first', state: 'accepted' })]
  const first = { organisation: 'org_first', role: 'Trains the trainers', share: expect.anything() }
  const partner = { organisation: OTHER, role: 'Trains', share: 'A third' }
  const publish = publishing({ parties })
  expect(made(opened([publish]))).toMatchObject({ partners: [first] })
  expect(made(opened([publish, joining]))).toMatchObject({ partners: [first, partner] })
  expect(made(opened([publish, joining, leaving]))).toMatchObject({ partners: [first] })
  expect(made(opened([publish, joining, leaving, joining]))).toMatchObject({
    partners: [first, partner],
  })
})

it('follows amendments: fields, milestones changed, added and put in another order', () => {
  const [one] = terms().milestones
  const two = milestoneTerms({ id: 'mls_2', title: 'All trained', dueOn: '2027-05-01' })
  const first = amending(1, terms(), {
    title: 'Train them all',
    milestones: [two, { ...one!, dueOn: '2026-12-01', target: 2500 }],
  })
  const after = terms({
    title: 'Train them all',
    milestones: [two, { ...one!, dueOn: '2026-12-01', target: 2500 }],
  })
  const second = amending(2, after, { endOn: '2028-06-30' })
  const replayed = commitmentFromActs(opened([publishing(), first, second]))
  if (!replayed.ok) throw new Error(replayed.problem.code)
  const { facts, versions } = replayed.value
  expect(facts).toMatchObject({
    version: 3,
    terms: { title: 'Train them all', endOn: '2028-06-30' },
    milestones: after.milestones,
    versions: [{ version: 1 }, { version: 2, reason: expect.stringContaining('month later') }, {}],
  })
  const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1)
  expect([...facts.versions[1]!.changes].toSorted(byField)).toEqual([
    { field: 'milestone.mls_1.dueOn', from: '2026-11-01', to: '2026-12-01', slippageDays: 30 },
    { field: 'milestone.mls_1.target', from: 3000, to: 2500 },
    { field: 'milestone.mls_2', from: null, to: two },
    { field: 'title', from: 'Train 12,000 primary teachers', to: 'Train them all' },
  ])
  expect(facts.versions[2]!.changes).toEqual([
    { field: 'endOn', from: '2027-12-31', to: '2028-06-30', slippageDays: 182 },
  ])
  expect(versions.map((version) => [version.terms.title, version.milestones.length])).toEqual([
    ['Train 12,000 primary teachers', 1],
    ['Train them all', 2],
    ['Train them all', 2],
  ])
})

it('ends where it was withdrawn or closed', () => {
  expect(made(opened([publishing(), withdrawing]))).toMatchObject({
    state: 'withdrawn',
    withdrawal: { at: AT, reason: 'No money.' },
    closedAt: null,
  })
  expect(made(opened([publishing(), closing]))).toMatchObject({
    state: 'closed',
    closedAt: AT,
    withdrawal: null,
  })
})

it('puts in the place of what is withheld what its redaction says is left', () => {
  const [publish] = opened([publishing()])
  const { act, left } = redacting(publish!, {
    title: 'Train █ teachers',
    'milestone.mls_1': { ...milestoneTerms(), title: '█' },
  })
  expect(made([left, ...opened([act], 1)])).toMatchObject({
    terms: { title: 'Train █ teachers' },
    milestones: [{ id: 'mls_1', title: '█', target: 3000 }],
    withheld: [{ entry: 1, of: 0, at: AT, basis: 'gdpr-17', reason: 'A person asked.' }],
  })
  expect(made([left])).toBe('act-unreadable 0 milestone.mls_1')
})

it('follows a redaction of what an earlier redaction had left', () => {
  const [publish] = opened([publishing()])
  const once = redacting(publish!, { title: 'Train █ teachers' })
  const [redaction] = opened([once.act], 1)
  const field = [...redaction!.fields.keys()].find((name) => name.startsWith('remains.'))!
  const twice = redacting(redaction!, { [field]: { field: 'title', value: '█' } })
  expect(made([once.left, twice.left, ...opened([twice.act], 2)])).toMatchObject({
    terms: { title: '█' },
    withheld: [
      { entry: 1, of: 0 },
      { entry: 2, of: 1 },
    ],
  })
})

it('leaves alone what a redaction does not name', () => {
  const [publish] = opened([publishing()])
  const { act, left } = redacting(publish!, { title: '█' })
  const [redaction] = opened([act], 1)
  const more = saying(redaction!, { 'remains.other': { field: 'text', value: 'Rewritten' } })
  expect(made([left, more])).toMatchObject({ terms: { title: '█', text: terms().text } })
})

it('lets no redaction speak over what is still open', () => {
  const [publish] = opened([publishing()])
  const { act, left } = redacting(publish!, { title: '█' })
  const [redaction] = opened([act], 1)
  const field = [...redaction!.fields.keys()].find((name) => name.startsWith('remains.'))!
  const over = saying(redaction!, { [field]: { field: 'text', value: 'Rewritten' } })
  expect(made([left, over])).toBe('redaction-of-nothing 1 text')
})

it('names the act it cannot follow', () => {
  const publish = publishing()
  const stray = actInRole('org.verified', 'cmt_1', cast.coordinator, 'coordinator', NOW)
  const cases: [string, Parameters<typeof opened>[0]][] = [
    ['act-out-of-order 0', []],
    ['act-out-of-order 0', [joining]],
    ['act-unknown 1', [publish, stray]],
    ['act-unknown 1', [publish, publish]],
    ['act-out-of-order 1 organisation', [publish, leaving]],
    ['act-out-of-order 2 organisation', [publish, joining, joining]],
    ['act-out-of-order 2', [publish, withdrawing, closing]],
    ['act-out-of-order 2', [publish, closing, amending(1, terms(), { title: 'Other' })]],
    ['act-out-of-order 1 version', [publish, amending(4, terms(), { title: 'Other' })]],
  ]
  expect(cases.map(([, acts]) => made(opened(acts)))).toEqual(cases.map(([code]) => code))
})

it('names the field it cannot read, whatever stands in it', () => {
  const [publish, amend] = opened([publishing(), amending(1, terms(), { title: 'Other' })])
  const cases: [string, Record<string, unknown>, Record<string, unknown>][] = [
    ['act-unreadable 0 number', { number: undefined }, {}],
    ['act-unreadable 0 title', { title: 7 }, {}],
    ['act-unreadable 0 milestone.mls_1', { 'milestone.mls_1': undefined }, {}],
    [
      'act-unreadable 0 milestone.mls_1.dueOn',
      { 'milestone.mls_1': { ...milestoneTerms(), dueOn: 7 } },
      {},
    ],
    ['act-unreadable 0 milestone.constructor', { milestoneOrder: ['constructor'] }, {}],
    ['act-unreadable 1 title', {}, { title: 'Other' }],
    ['act-unreadable 1 milestone.mls_9', {}, { 'milestone.mls_9': { from: null, to: null } }],
    ['act-unreadable 1 endOn', {}, { endOn: { from: '2027-12-31', to: 'soon' } }],
    ['act-out-of-order 1 milestoneOrder', {}, { milestoneOrder: [] }],
    ['act-out-of-order 1 milestoneOrder', {}, { milestoneOrder: ['mls_1', 'mls_1'] }],
  ]
  const answers = cases.map(([, first, second]) =>
    made([saying(publish!, first), saying(amend!, second)]),
  )
  expect(answers).toEqual(cases.map(([code]) => code))
})

it('takes no redaction of an act it does not have, or that comes later', () => {
  const [publish] = opened([publishing()])
  const { act } = redacting(publish!, { title: '█' })
  const of = (entry: number) =>
    made([publish!, ...opened([{ ...act, redacts: { ...act.redacts!, of: entry } }], 1)])
  expect([of(1), of(7)]).toEqual(['redaction-of-nothing 1', 'redaction-of-nothing 1'])
})
