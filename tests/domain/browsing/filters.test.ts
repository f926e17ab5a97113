import fc from 'fast-check'
import { expect, it } from 'vitest'

import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import {
  dueChoices,
  eachFilter,
  filterQuery,
  notUnderstood,
  readFilters,
  reportingChoices,
  withoutFilter,
  type CommitmentFilters,
} from '#app/domain/browsing/filters.ts'
import { clausesOf, stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { countries, regions } from '#app/domain/places/m49.ts'
import { withQuery } from '#app/paths.ts'
import { qingdao } from '#tests/support/world.ts'

const read = (query: string, organisation?: string) =>
  readFilters(new URLSearchParams(query), { declarations: [qingdao], organisation })

const some = <value>(values: readonly value[]) =>
  fc.subarray([...values], { maxLength: Math.min(5, values.length) })
const anyFilters: fc.Arbitrary<CommitmentFilters> = fc
  .record(
    {
      outcome: some(outcomes),
      assurance: some(assurances),
      declaration: some([qingdao.key]),
      clause: some(clausesOf(qingdao).map(({ key }) => key)),
      group: some(stakeholderGroups),
      country: some(['worldwide', ...[...countries, ...regions].map(({ code }) => code)]).map(
        (codes) => codes.toSorted(),
      ),
      year: some(['2024', '2025', '2026']),
      organisation: fc.constant('org_one'),
      due: fc.constantFrom(...dueChoices),
      reporting: fc.constantFrom(...reportingChoices),
    },
    { requiredKeys: [] },
  )
  .map(filterQuery)

it('reads back what it wrote, in whichever order it is written', () => {
  fc.assert(
    fc.property(anyFilters, fc.nat(), (filters, turn) => {
      const { search } = new URL(withQuery('https://kept.example/x', filters))
      const pairs = [...new URLSearchParams(search)]
      const turned = [...pairs.slice(turn % (pairs.length + 1)), ...pairs]
      const again = read(new URLSearchParams(turned).toString(), filters.organisation)
      expect(again).toEqual(filters)
      expect(withQuery('', again)).toBe(withQuery('', filters))
    }),
  )
})

it('reads an address of one value each, as they were before there were several', () => {
  expect(
    read('country=KE&year=2026&clause=qd2015/oer/1&group=academia&due=soon&reporting=late'),
  ).toEqual({
    country: ['KE'],
    year: ['2026'],
    clause: ['qd2015/oer/1'],
    group: ['academia'],
    due: 'soon',
    reporting: 'late',
  })
})

it('leaves out what nothing answers to, and what is said twice', () => {
  expect(
    read(
      "country=XX&country=&country=142&country=142&year=1999&year=%27&clause=' or 1=1&group=kings" +
        '&outcome=KEPT&outcome=kept&assurance=&declaration=qd2016&organisation=org_x&due=never&reporting=',
    ),
  ).toEqual({ country: ['142'], outcome: ['kept'] })
})

it('takes out one value at a time, and names each', () => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      const all = eachFilter(filters)
      const left = all.reduce((rest, { name, value }) => withoutFilter(rest, name, value), filters)
      expect(left).toEqual({})
      for (const { name, value } of all)
        expect(eachFilter(withoutFilter(filters, name, value))).toEqual(
          all.filter((one) => one.name !== name || one.value !== value),
        )
    }),
  )
})

it('names the first value that came to nothing', () => {
  const read = { outcome: ['kept'], organisation: 'org_1' } as const
  const found = (query: string) => notUnderstood(new URLSearchParams(query), read)
  expect(found('outcome=kept&organisation=org_1&sort=due')).toBeUndefined()
  expect(found('outcome=kept&outcome=won')).toEqual({ name: 'outcome', value: 'won' })
  expect(found('organisation=org_1&organisation=org_2')).toEqual({
    name: 'organisation',
    value: 'org_2',
  })
  expect(found('group=')).toEqual({ name: 'group', value: '' })
})
