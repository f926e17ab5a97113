import fc from 'fast-check'
import { expect, it } from 'vitest'

import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { countOf } from '#app/domain/browsing/bits.ts'
import {
  dueOutcomes,
  facetNames,
  type CommitmentFilters,
  type FacetName,
} from '#app/domain/browsing/filters.ts'
import {
  bitsOf,
  countsOf,
  emptyIndex,
  facetsOf,
  ledBy,
  pageOf,
  putAll,
  removeAll,
  select,
  sortNames,
  tableOf,
  type CursorPlace,
  type IndexedCommitment,
  type PublicIndex,
  type SortName,
} from '#app/domain/browsing/public-index.ts'
import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { placeOf } from '#app/domain/places/m49.ts'

const clauses = ['qd2015/access/1', 'qd2015/oer/1', 'qd2015/oer/2']
const places = ['KE', 'UG', 'FR', 'CN', '202', '002', '150']
const years = [2024, 2025, 2026]
const leads = ['org_a', 'org_b', 'org_c']
const days = ['2026-01-01', '2026-11-23', '2027-05-01']

const ids = fc.integer({ min: 0, max: 60 }).map((n) => `cmt_${n}`)
const anyRow: fc.Arbitrary<IndexedCommitment> = fc.record({
  id: ids,
  declaration: fc.constantFrom('qd2015', 'other'),
  clauses: fc.subarray(clauses, { minLength: 1 }),
  group: fc.constantFrom(...stakeholderGroups),
  places: fc.subarray(places),
  worldwide: fc.boolean(),
  outcome: fc.constantFrom(...outcomes),
  assurance: fc.option(fc.constantFrom(...assurances)),
  leadId: fc.constantFrom(...leads),
  publishedAt: fc
    .tuple(fc.constantFrom(...years), fc.integer({ min: 0, max: 20 }))
    .map(([year, day]) => Date.UTC(year, 0, 1) + day * 86_400_000),
  nextDueOn: fc.option(fc.constantFrom(...days)),
})
const anyChange = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyRow, { maxLength: 25 }).map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.array(ids, { maxLength: 8 }).map((remove) => ({ remove })) },
)
const some = <value>(values: readonly value[]) => fc.subarray([...values], { minLength: 1 })
const anyFilters: fc.Arbitrary<CommitmentFilters> = fc.record(
  {
    outcome: some(outcomes),
    assurance: some(assurances),
    declaration: some(['qd2015', 'other', 'none']),
    clause: some(clauses),
    group: some(stakeholderGroups),
    country: some([...places, 'worldwide', '142', 'PE']),
    year: some(['2024', '2025', '2026', '2027']),
    organisation: fc.constantFrom(...leads, 'org_nobody'),
    due: fc.constant('by-today'),
  },
  { requiredKeys: [] },
)

/** What a commitment has of a facet, said once more in other words. */
function has(row: IndexedCommitment, facet: FacetName, value: string): boolean {
  if (facet === 'clause') return row.clauses.includes(value)
  if (facet === 'year') return new Date(row.publishedAt).toISOString().startsWith(`${value}-`)
  if (facet !== 'country') return row[facet] === value
  if (value === 'worldwide') return row.worldwide
  return row.places.some((code) => code === value || placeOf(code)?.within.includes(value))
}

const answers = (row: IndexedCommitment, filters: CommitmentFilters, except?: string) =>
  facetNames.every(
    (facet) =>
      facet === except || !filters[facet] || filters[facet].some((value) => has(row, facet, value)),
  ) &&
  (!filters.organisation || row.leadId === filters.organisation) &&
  (!filters.due || dueOutcomes.some((outcome) => row.outcome === outcome))

type Change = { put: IndexedCommitment[] } | { remove: string[] }

/** The index after these changes, and the same as plain rows. */
function played(changes: readonly Change[]) {
  const index = emptyIndex()
  const plain = new Map<string, IndexedCommitment>()
  for (const change of changes)
    if ('put' in change) {
      putAll(index, change.put)
      for (const row of change.put) plain.set(row.id, row)
    } else {
      const held = new Set(change.remove.filter((id) => plain.delete(id)))
      expect(removeAll(index, change.remove)).toBe(held.size)
    }
  return { index, rows: [...plain.values()] }
}

const everyValue = ['none', ...outcomes, ...assurances, 'qd2015', 'other', ...clauses, 'PE'].concat(
  stakeholderGroups,
  places,
  ['142', '202', '014', 'worldwide', '2024', '2025', '2026', '2027'],
)

it('counts as one would by hand, for any filters after any changes', () => {
  fc.assert(
    fc.property(
      fc.array(anyChange, { minLength: 1, maxLength: 6 }),
      anyFilters,
      fc.subarray(Array.from({ length: 60 }, (_, n) => `cmt_${n}`)),
      fc.constantFrom(...facetNames),
      fc.constantFrom(...facetNames),
      (changes, filters, found, across, down) => {
        const { index, rows } = played(changes)
        const within = bitsOf(index, found)
        const wanted = rows.filter((row) => answers(row, filters))
        expect(countOf(select(index, filters))).toBe(wanted.length)
        const narrowed = wanted.filter((row) => found.includes(row.id))
        const selected = select(index, filters, { within })
        expect(countOf(selected)).toBe(narrowed.length)
        expect(countOf(ledBy(index, ['org_a', 'org_c', 'org_nobody']))).toBe(
          rows.filter((row) => row.leadId === 'org_a' || row.leadId === 'org_c').length,
        )
        const facets = facetsOf(index, filters, within)
        for (const facet of facetNames)
          expect(new Map(facets[facet].map(({ value, count }) => [value, count]))).toEqual(
            new Map(
              [...everyValue, '001', '019', '030', '155', '143']
                .filter((value) => rows.some((row) => has(row, facet, value)))
                .map((value) => [
                  value,
                  rows.filter(
                    (row) =>
                      answers(row, filters, facet) &&
                      found.includes(row.id) &&
                      has(row, facet, value),
                  ).length,
                ]),
            ),
          )
        const table = tableOf(index, selected, down, across)
        for (const row of everyValue)
          for (const column of everyValue)
            expect(table(row, column)).toBe(
              narrowed.filter((one) => has(one, down, row) && has(one, across, column)).length,
            )
      },
    ),
    { numRuns: 60 },
  )
})

const inOrder: Record<SortName, (a: IndexedCommitment, b: IndexedCommitment) => number> = {
  newest: (a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1),
  due: (a, b) => {
    const [of, other] = [a.nextDueOn ?? '9999', b.nextDueOn ?? '9999']
    return of === other ? (a.id < b.id ? -1 : 1) : of < other ? -1 : 1
  },
}

const turn = (index: PublicIndex, filters: CommitmentFilters, sort: SortName, limit: number) => {
  const bits = select(index, filters)
  return (cursor?: CursorPlace, atOnce = limit) =>
    pageOf(index, bits, { sort, cursor, limit: atOnce })
}

it('turns over every page once, forward and back, in each order', () => {
  fc.assert(
    fc.property(
      fc.array(anyChange, { minLength: 1, maxLength: 5 }),
      anyFilters,
      fc.constantFrom(...sortNames),
      fc.integer({ min: 1, max: 9 }),
      (changes, filters, sort, limit) => {
        const { index, rows } = played(changes)
        const wanted = rows.filter((row) => answers(row, filters)).toSorted(inOrder[sort])
        const page = turn(index, filters, sort, limit)
        const pages = [page()]
        for (let next = pages[0]!.next; next; next = pages.at(-1)!.next)
          pages.push(page({ ...next, direction: 'after' }))
        expect(pages.flatMap((one) => one.ids)).toEqual(wanted.map((row) => row.id))
        expect(page(undefined, Infinity).ids).toEqual(wanted.map((row) => row.id))
        expect(pages[0]!.previous).toBeUndefined()
        pages.forEach((one, i) => {
          expect(one.total).toBe(wanted.length)
          expect([one.from, one.to]).toEqual([
            i * limit + 1,
            Math.min((i + 1) * limit, wanted.length),
          ])
          const before = pages[i + 1]?.previous
          if (before) expect(page({ ...before, direction: 'before' })).toEqual(one)
        })
      },
    ),
  )
})

const row = (id: string, changes: Partial<IndexedCommitment> = {}): IndexedCommitment => ({
  id,
  declaration: 'qd2015',
  clauses: ['qd2015/oer/1'],
  group: 'government',
  places: ['KE'],
  worldwide: false,
  outcome: 'on-track',
  assurance: null,
  leadId: 'org_a',
  publishedAt: Date.UTC(2026, 0, 1),
  nextDueOn: '2026-11-23',
  ...changes,
})

it('starts over where a cursor leads nowhere or is of another order', () => {
  const index = emptyIndex()
  putAll(index, [row('cmt_1'), row('cmt_2'), row('cmt_3')])
  const first = turn(index, {}, 'newest', 2)()
  const cursors: CursorPlace[] = [
    { direction: 'after', key: 0, id: '' },
    { direction: 'after', key: '2026-11-23', id: 'cmt_1' },
    { direction: 'before', key: Date.UTC(2099, 0, 1), id: '' },
    // A page before the second row would be short: the first page is shown instead.
    { direction: 'before', key: Date.UTC(2026, 0, 1), id: 'cmt_2' },
  ]
  for (const cursor of cursors) expect(turn(index, {}, 'newest', 2)(cursor)).toEqual(first)
})

it('stops for a program where nothing follows its cursor', () => {
  const index = emptyIndex()
  putAll(index, [row('cmt_1'), row('cmt_2')])
  for (const key of [0, '2026-11-23']) {
    const cursor: CursorPlace = { direction: 'after', key, id: '' }
    const page = pageOf(index, index.all, { sort: 'newest', cursor, limit: 2, stops: true })
    expect(page).toMatchObject({ ids: [], total: 2, next: undefined })
  }
  expect(pageOf(index, index.all, { sort: 'newest', limit: 2, stops: true }).ids).toHaveLength(2)
})

it('goes on from where a row was that has moved since', () => {
  const index = emptyIndex()
  putAll(index, [row('cmt_1'), row('cmt_2'), row('cmt_3', { nextDueOn: '2027-01-01' })])
  const { next } = turn(index, {}, 'due', 1)()
  putAll(index, [row('cmt_1', { nextDueOn: '2026-12-01' })])
  const rest = turn(index, {}, 'due', 9)({ ...next!, direction: 'after' })
  expect(rest.ids).toEqual(['cmt_2', 'cmt_1', 'cmt_3'])
})

it('tells whether anything changed', () => {
  const index = emptyIndex()
  expect(putAll(index, [row('cmt_1'), row('cmt_2')])).toBe(2)
  expect(putAll(index, [row('cmt_1'), row('cmt_2', { outcome: 'behind' })])).toBe(1)
  for (const change of [
    { assurance: 'claimed' as const },
    { clauses: ['qd2015/oer/1', 'qd2015/oer/2'] },
    { places: ['KE', 'UG'] },
    { worldwide: true },
    { nextDueOn: null },
    { leadId: 'org_b' },
    { publishedAt: Date.UTC(2026, 0, 2) },
  ])
    expect(putAll(index, [row('cmt_1', change), row('cmt_2', { outcome: 'behind' })])).toBe(1)
  expect(removeAll(index, ['cmt_9'])).toBe(0)
})

it('forgets a value that nobody has any more, and uses a place that was given back', () => {
  const index = emptyIndex()
  putAll(index, [row('cmt_1', { outcome: 'kept' }), row('cmt_2')])
  removeAll(index, ['cmt_1'])
  expect(countsOf(index, index.all, 'outcome')).toEqual([{ value: 'on-track', count: 1 }])
  putAll(index, [row('cmt_3')])
  expect(index.ids).toHaveLength(2)
  expect(countOf(select(index, { outcome: ['kept'] }))).toBe(0)
  expect(turn(index, {}, 'newest', 9)().ids).toEqual(['cmt_3', 'cmt_2'])
})
