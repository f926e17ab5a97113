import { expect, it } from 'vitest'

import type { Commitment } from '#app/domain/commitments/commitment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import {
  amendImported,
  bringInOrganisation,
  provenanceOf,
  publishImported,
  refusedImport,
  stepFor,
  termsOf,
  type ImportStep,
} from '#app/domain/imports/apply-import.ts'
import { planImport, type ImportedCommitment } from '#app/domain/imports/plan-import.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'

import { declarationFrom, mappingFrom, rowsFrom } from './files.ts'

const nap6 = declarationFrom('canada-nap6.json')
const canada = planImport(
  mappingFrom('canada-nap6/mapping.json'),
  nap6,
  rowsFrom('canada-nap6/commitments.csv'),
)
const plain = planImport(
  mappingFrom('examples/plain.mapping.json'),
  declarationFrom('qingdao-2015.json'),
  rowsFrom('examples/plain.csv'),
)
if (!canada.ok || !plain.ok) throw new Error('the bundled tables cannot be planned')
const [first] = canada.plan.commitments as [ImportedCommitment]
const provenance = provenanceOf(canada.plan.source, 'en')
const lead = {
  id: LEAD,
  state: 'verified' as const,
  group: 'government' as const,
  invented: false,
}

const counter = () => {
  let next = 0
  return () => `mls_${(next += 1)}`
}
const publishStep = (imported = first) => {
  const decided = stepFor(imported, undefined, LEAD, counter())
  if (!decided.ok || decided.step.step !== 'publish') throw new Error('not to be published')
  return decided.step
}
const onRecord = (changes: Partial<Commitment> = {}, imported = first): Commitment => {
  const step = publishStep(imported)
  const made = publishImported('cmt_1', step, lead, nap6, 7, provenance, cast.coordinator, NOW)
  if (!made.ok) throw new Error(made.code)
  return { ...made.value.commitment, ...changes }
}
const again = (imported: ImportedCommitment, commitment = onRecord(), latest = {}, leadId = LEAD) =>
  stepFor(imported, { commitment, latest }, leadId, () => 'mls_new')
const retitled = { ...first, title: { ...first.title, en: 'Another title' } }
const problemsOf = (decided: ReturnType<typeof stepFor>) =>
  decided.ok ? [] : decided.problems.map(({ value, code }) => [value, code])
const amendStep = (decided: ReturnType<typeof stepFor>) => {
  if (!decided.ok || decided.step.step !== 'amend') throw new Error('not to be amended')
  return decided.step
}

it('lets coordinators import, but never into an organisation of their own', () => {
  expect(refusedImport(cast.coordinator, [LEAD], NOW)).toBeUndefined()
  expect(refusedImport(cast.administrator, [], NOW)).toBe('coordinator-only')
  expect(refusedImport(cast.focalPoint, [], NOW)).toBe('coordinator-only')
  expect(refusedImport(cast.memberCoordinator, [LEAD], NOW)).toBe('conflict-of-interest')
  expect(refusedImport(cast.left23MonthsAgo, [LEAD], NOW)).toBe('conflict-of-interest')
  expect(refusedImport(cast.left25MonthsAgo, [LEAD], NOW)).toBeUndefined()
})

it('brings an organisation in as verified, with its source in the log', () => {
  const [imported] = canada.plan.organisations
  const made = bringInOrganisation('org_1', imported!, provenance, 'en', cast.coordinator, NOW)
  expect(made).toMatchObject({
    ok: true,
    value: {
      organisation: { state: 'verified', names: { en: 'Government of Canada' }, country: 'CA' },
      registration: { kind: 'org.registered', by: { role: 'coordinator' } },
      verification: {
        kind: 'org.verified',
        fields: {
          names: { fr: 'Gouvernement du Canada' },
          provenance: { licence: 'MIT' },
          externalId: 'canada-nap6/government-of-canada',
        },
      },
    },
  })
  const refused = bringInOrganisation('org_1', imported!, provenance, 'en', cast.focalPoint, NOW)
  expect(refused).toEqual({ ok: false, code: 'coordinator-only' })
})

it('says where imported words come from, with an address only where there is one', () => {
  expect(provenance).toMatchObject({ publisher: 'Government of Canada', licence: 'MIT' })
  expect(provenanceOf(canada.plan.source, 'fr').publisher).toBe('Gouvernement du Canada')
  expect(provenanceOf(plain.plan.source, 'en')).not.toHaveProperty('url')
})

it('reads a commitment into terms in its first language, the others as translations', () => {
  const terms = termsOf(first, (code) => `mls_${code.replaceAll('.', '')}`)
  expect(terms).toMatchObject({
    lang: 'en',
    title: 'Inclusive and meaningful public participation',
    translations: { fr: { title: 'Participation inclusive et significative' } },
    scope: 'places',
    places: ['CA'],
  })
  expect(terms.milestones[0]).toMatchObject({
    id: 'mls_C011',
    code: 'C01.1',
    unit: 'indicators met',
    baseline: 0,
    responsible: 'Royal Canadian Mounted Police',
  })
  const indicators = terms.milestones[0]?.indicators ?? []
  expect(indicators).toHaveLength(first.milestones[0]?.target ?? 0)
  expect(indicators[0]).toMatchObject({
    code: 'C01.1.1',
    dueWords: { en: 'Fall 2027', fr: 'Automne 2027' },
    dueOn: '2027-12-20',
    reading: { en: 'The last day of fall, taken as 20 December 2027.' },
  })
})

it('keeps the words of a deadline even where a milestone has no indicators', () => {
  const milestones = plain.plan.commitments.flatMap(
    (one) => termsOf(one, (code) => code).milestones,
  )
  const worded = milestones.find(({ code }) => code === 'EX-1.2')
  expect(worded?.indicators).toEqual([
    expect.objectContaining({
      dueOn: '2028-12-31',
      dueWords: { en: 'By end of 2028' },
      reading: { en: 'The last day of the year: 31 December 2028.' },
    }),
  ])
  expect(milestones.find(({ code }) => code === 'EX-1.1')?.indicators).toEqual([])
})

it('is worldwide where the table names no place', () => {
  expect(termsOf(plain.plan.commitments[0]!, (code) => code)).toMatchObject({
    scope: 'worldwide',
    places: [],
  })
})

it('publishes what is new under the next number, submitted and screened in one', () => {
  const made = publishImported(
    'cmt_1',
    publishStep(),
    lead,
    nap6,
    7,
    provenance,
    cast.coordinator,
    NOW,
  )
  expect(made).toMatchObject({
    ok: true,
    value: {
      commitment: { state: 'published', number: 'NAP6-2026-0007', version: 1, leadId: LEAD },
      act: {
        kind: 'commitment.published',
        by: { role: 'coordinator' },
        clauses: ['nap6/c01/1'],
        fields: { externalId: 'canada-nap6/C01', provenance: { licence: 'MIT' } },
      },
    },
  })
})

it('publishes nothing for a stranger, a conflicted coordinator or an unverified organisation', () => {
  const refusal = (
    actor: (typeof cast)[keyof typeof cast],
    state: 'verified' | 'suspended' = 'verified',
  ) => {
    const made = publishImported(
      'cmt_1',
      publishStep(),
      { ...lead, state },
      nap6,
      7,
      provenance,
      actor,
      NOW,
    )
    return made.ok ? undefined : made.code
  }
  expect(refusal(cast.person)).toBe('coordinator-only')
  expect(refusal(cast.memberCoordinator)).toBe('conflict-of-interest')
  expect(refusal(cast.coordinator, 'suspended')).toBe('organisation-not-verified')
})

it('does nothing about what has not changed', () => {
  expect(again(first)).toEqual({ ok: true, step: { step: 'nothing' } })
})

it('makes a new version of what has changed, its milestones known by their codes', () => {
  const commitment = onRecord()
  const step = amendStep(again(retitled, commitment))
  expect(step.changes).toEqual([{ field: 'title', from: first.title['en'], to: 'Another title' }])
  expect(step.commitment).toMatchObject({ version: 2, state: 'published' })
  const ids = ({ terms }: Commitment) => (terms as Terms).milestones.map(({ id }) => id)
  expect(ids(step.commitment)).toEqual(ids(commitment))
})

it('says in public how far a deadline moved, and from which table', () => {
  const [milestone] = first.milestones
  const later = {
    ...first,
    milestones: first.milestones.map((one) =>
      one === milestone ? { ...one, dueOn: '2029-12-31' } : one,
    ),
  }
  const step = amendStep(again(later))
  const made = amendImported(step, provenance, cast.coordinator, NOW)
  if (!made.ok) throw new Error(made.code)
  expect(made.value.reason).toContain(provenance.title)
  expect(made.value.act).toMatchObject({ kind: 'commitment.amended', by: { role: 'coordinator' } })
  expect(made.value.act.fields['milestone.mls_1']).toMatchObject({
    dueOn: { to: '2029-12-31', slippageDays: expect.any(Number) },
  })
  const refused = amendImported(step, provenance, cast.memberCoordinator, NOW)
  expect(refused).toEqual({ ok: false, code: 'conflict-of-interest' })
})

it('adds milestones, but reports each one the table has dropped', () => {
  const [, ...rest] = first.milestones
  const fewer = { ...first, milestones: rest }
  expect(problemsOf(again(fewer))).toEqual([['C01.1', 'milestone-dropped']])
  const before = onRecord({}, fewer)
  const step = amendStep(again(first, before))
  expect(step.changes).toMatchObject([{ field: 'milestone.mls_new', from: null }])
})

it('keeps withheld what the table still says, and takes no sign of withholding from it', () => {
  const before = onRecord()
  const terms = { ...before.terms, title: String(before.terms.title).replace(/\S+/, '█') }
  const again1 = again(first, { ...before, terms })
  expect(again1).toEqual({ ok: true, step: { step: 'nothing' } })
  expect(amendStep(again(retitled, { ...before, terms })).commitment.terms.title).toBe(
    'Another title',
  )
  const signed = { ...first, title: { ...first.title, en: 'By █' } }
  expect(problemsOf(again(signed))).toEqual([[first.code, 'withheld-sign']])
  expect(problemsOf(stepFor(signed, undefined, LEAD, counter()))).toEqual([
    [first.code, 'withheld-sign'],
  ])
})

it('leaves alone what was reported on, closed, or is led by another', () => {
  const [milestone] = first.milestones
  const changed = {
    ...first,
    milestones: first.milestones.map((one) => (one === milestone ? { ...one, target: 99 } : one)),
  }
  const latest = { mls_1: 'reported' as const }
  expect(problemsOf(again(changed, onRecord(), latest))).toEqual([
    ['C01.1', 'milestone-already-reported'],
  ])
  expect(again(changed, onRecord(), { mls_1: 'drafted' }).ok).toBe(true)
  expect(again(retitled, onRecord(), latest).ok).toBe(true)
  expect(problemsOf(again(retitled, onRecord({ state: 'withdrawn' })))).toEqual([
    ['C01', 'commitment-not-open'],
  ])
  expect(again(first, onRecord({ state: 'withdrawn' }))).toMatchObject({
    step: { step: 'nothing' },
  })
  expect(problemsOf(again(first, onRecord(), {}, 'org_other'))).toEqual([['C01', 'lead-changed']])
})

it('never publishes twice what it would amend', () => {
  const kinds = [undefined, { commitment: onRecord(), latest: {} }].map((known) => {
    const decided = stepFor(retitled, known, LEAD, counter())
    return decided.ok && (decided.step satisfies ImportStep).step
  })
  expect(kinds).toEqual(['publish', 'amend'])
})
