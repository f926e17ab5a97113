import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { Outcome } from '#app/domain/accountability/outcome.ts'
import {
  clauseTotal,
  coverageIn,
  coverageOf,
  coverageTotal,
  gapsOf,
  isGap,
  leastKept,
  mostSilent,
  readCoverageView,
  sharePercent,
  type CellCount,
} from '#app/domain/browsing/coverage.ts'
import { emptyIndex, putAll, removeAll } from '#app/domain/browsing/public-index.ts'
import {
  clausesOf,
  declarationSchema,
  stakeholderGroups,
} from '#app/domain/declarations/declaration.ts'

const declaration = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')),
)
const clauses = clausesOf(declaration)
const keys = clauses.map(({ key }) => key)

const outcomes = ['kept', 'not-kept', 'no-report', 'on-track'] as const
type Row = { clauses: string[]; group: (typeof stakeholderGroups)[number]; outcome: string }
const rows = fc.array(
  fc.record({
    clauses: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 }),
    group: fc.constantFrom(...stakeholderGroups),
    outcome: fc.constantFrom(...outcomes),
  }),
  { maxLength: 60 },
)

const counting =
  (all: readonly Row[], which: (row: Row) => boolean = () => true): CellCount =>
  (clause, group) =>
    all.filter(
      (row) =>
        which(row) && row.group === group && (clause === null || row.clauses.includes(clause)),
    ).length
const covered = (all: readonly Row[]) =>
  coverageOf(declaration, {
    made: counting(all),
    due: counting(all, ({ outcome }) => outcome !== 'on-track'),
    kept: counting(all, ({ outcome }) => outcome === 'kept'),
    silent: counting(all, ({ outcome }) => outcome === 'no-report'),
  })
const made = (clause: string, group: Row['group'], outcome = 'on-track'): Row => ({
  clauses: [clause],
  group,
  outcome,
})

it('its cells add up to a recount, clause by clause and in all', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const coverage = covered(all)
      const cells = coverage.rows.flatMap((row) => row.cells)
      const total = cells.reduce((sum, cell) => sum + cell.made, 0)
      expect(total).toBe(all.reduce((sum, row) => sum + row.clauses.length, 0))
      // One under three clauses stands in three cells, and once in what its group made.
      expect(coverageTotal(coverage).made).toBe(all.length)
      for (const [place, key] of keys.entries()) {
        const under = all.filter((row) => row.clauses.includes(key))
        expect(clauseTotal(coverage, place)).toEqual({
          made: under.length,
          due: under.filter(({ outcome }) => outcome !== 'on-track').length,
          kept: under.filter(({ outcome }) => outcome === 'kept').length,
          silent: under.filter(({ outcome }) => outcome === 'no-report').length,
          addressed: true,
        })
      }
      for (const cell of cells) {
        expect(cell.kept + cell.silent).toBeLessThanOrEqual(cell.due)
        expect(cell.due).toBeLessThanOrEqual(cell.made)
      }
    }),
  )
})

it('a gap is exactly where a clause speaks to a group that has promised nothing', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const told = gapsOf(covered(all)).flatMap(({ group, clauses: under }) =>
        under.map(({ key }) => `${group} ${key}`),
      )
      const count = counting(all)
      const expected = clauses.flatMap(({ key, addressees }) =>
        addressees.filter((group) => count(key, group) === 0).map((group) => `${group} ${key}`),
      )
      expect(told.toSorted()).toEqual(expected.toSorted())
      const sizes = gapsOf(covered(all)).map((gap) => gap.clauses.length)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
  )
})

it('says how many clauses address the group with the gap', () => {
  const [largest] = gapsOf(covered([]))
  expect(largest).toMatchObject({ group: 'government', addressed: 16 })
  expect(largest?.clauses).toHaveLength(16)
  expect(gapsOf(covered([])).map(({ group }) => group)).toHaveLength(7)
})

it('has a row for a group that nobody addressed but that promised something all the same', () => {
  const one = {
    ...declaration,
    themes: [{ ...declaration.themes[0]!, clauses: [declaration.themes[0]!.clauses[1]!] }],
  }
  const none = () => 0
  const counts = { made: none, due: none, kept: none, silent: none }
  const groups = (count: CellCount) =>
    coverageOf(one, { ...counts, made: count }).rows.map(({ group }) => group)
  expect(groups(none)).toEqual(['government', 'civil-society', 'academia'])
  expect(groups((_, group) => (group === 'private-sector' ? 1 : 0))).toEqual([
    'government',
    'civil-society',
    'private-sector',
    'academia',
  ])
  expect(isGap({ made: 0, due: 0, kept: 0, silent: 0, addressed: false })).toBe(false)
})

it('never rounds a kept commitment away, nor one that was not kept', () => {
  expect(sharePercent({ due: 0, kept: 0 })).toBeNull()
  expect(sharePercent({ due: 3, kept: 0 })).toBe(0)
  expect(sharePercent({ due: 3, kept: 2 })).toBe(67)
  expect(sharePercent({ due: 1000, kept: 1 })).toBe(1)
  expect(sharePercent({ due: 1000, kept: 999 })).toBe(99)
  expect(sharePercent({ due: 3, kept: 3 })).toBe(100)
})

it('names the worst spot of each view, and none where there is none', () => {
  const all = [
    made('qd2015/oer/1', 'academia', 'kept'),
    made('qd2015/oer/1', 'government', 'not-kept'),
    made('qd2015/oer/2', 'government', 'not-kept'),
    made('qd2015/oer/2', 'government', 'no-report'),
    made('qd2015/oer/2', 'civil-society', 'no-report'),
  ]
  const coverage = covered(all)
  expect(leastKept(coverage)).toMatchObject({
    group: 'government',
    clause: { key: 'qd2015/oer/2' },
    cell: { kept: 0, due: 2 },
  })
  expect(mostSilent(coverage)).toMatchObject({ group: 'civil-society', cell: { silent: 1 } })
  expect(leastKept(covered([made('qd2015/oer/1', 'academia')]))).toBeUndefined()
  expect(mostSilent(covered([]))).toBeUndefined()
})

it('reads the view from an address, counts being what nothing is said of', () => {
  const view = (query: string) => readCoverageView(new URLSearchParams(query))
  expect([view(''), view('show=kept'), view('show=silent'), view('show=constructor')]).toEqual([
    'made',
    'kept',
    'silent',
    'made',
  ])
})

it('counted from the index it is what a recount gives, narrowed or not', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const index = emptyIndex()
      putAll(
        index,
        all.map((row, id) => ({
          ...row,
          id: `c${id}`,
          declaration: declaration.key,
          outcome: row.outcome as Outcome,
          places: id % 2 === 0 ? ['KE'] : [],
          worldwide: false,
          assurance: null,
          leadId: 'o1',
          publishedAt: Date.UTC(2026, 0, 1),
          nextDueOn: null,
        })),
      )
      expect(coverageIn(index, declaration)).toEqual(covered(all))
      const inAfrica = all.filter((_, id) => id % 2 === 0)
      expect(coverageIn(index, declaration, { country: ['002'] })).toEqual(covered(inAfrica))
      // What was counted is kept, and forgotten as soon as anything changes.
      expect(coverageIn(index, declaration)).toEqual(covered(all))
      removeAll(index, ['c0'])
      expect(coverageIn(index, declaration)).toEqual(covered(all.slice(1)))
    }),
    { numRuns: 40 },
  )
})
