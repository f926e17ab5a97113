import { expect, it } from 'vitest'

import { facetNames, filterQuery, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import type { Facets } from '#app/domain/browsing/public-index.ts'
import { clausesOf } from '#app/domain/declarations/declaration.ts'
import { speak } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import {
  chosenFilters,
  filterGroups,
  keptFilters,
  type Narrowed,
} from '#app/ui/data/commitment-filters.ts'
import { qingdao } from '#tests/support/world.ts'

const speech = speak('en')
const none = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Facets
const narrowed = (facets: Partial<Facets>, filters: CommitmentFilters = {}): Narrowed => ({
  filters,
  facets: { ...none, ...facets },
  organisation: { names: { en: 'Ministry of Learning' } },
  declarations: [qingdao],
  clauses: clausesOf(qingdao).map(({ key, number, summary }) => ({
    key,
    number,
    summary,
    code: qingdao.code,
  })),
})
const groupOf = (page: Narrowed, name: string) =>
  filterGroups(page, speech).find((group) => group.name === name)

it('offers what exists, in the order of the rules, with how much it finds', () => {
  const page = narrowed({
    outcome: [
      { value: 'behind', count: 0 },
      { value: 'kept', count: 12 },
    ],
    year: [
      { value: '2025', count: 1 },
      { value: '2026', count: 2 },
    ],
  })
  expect(filterGroups(page, speech).map(({ name }) => name)).toEqual(['outcome', 'year'])
  expect(groupOf(page, 'outcome')?.options).toEqual([
    { value: 'kept', label: 'Kept', count: 12, chosen: false },
    { value: 'behind', label: 'Behind', count: 0, chosen: false },
  ])
  expect(groupOf(page, 'year')?.options.map(({ label }) => label)).toEqual(['2026', '2025'])
})

it('keeps what is chosen choosable where nothing is left of it', () => {
  const page = narrowed({}, { outcome: ['kept'], year: ['2024'] })
  expect(groupOf(page, 'outcome')?.options).toMatchObject([
    { value: 'kept', count: 0, chosen: true },
  ])
  expect(groupOf(page, 'year')?.options).toMatchObject([{ value: '2024', count: 0, chosen: true }])
})

it('lists countries within the five regions, and smaller regions only where asked for', () => {
  const country = [
    { value: 'worldwide', count: 4 },
    { value: '002', count: 3 },
    { value: '202', count: 3 },
    { value: '014', count: 3 },
    { value: 'KE', count: 2 },
    { value: 'BW', count: 0 },
    { value: 'TD', count: 1 },
  ]
  const named = (filters: CommitmentFilters) => {
    const group = groupOf(narrowed({ country }, filters), 'country')
    return [group?.options, ...(group?.sections ?? []).map(({ options }) => options)].map(
      (options) => options?.map(({ value }) => value),
    )
  }
  expect(named({})).toEqual([['worldwide'], ['002', 'TD', 'KE']])
  // What finds nothing is left out of so long a list, unless it is what was asked.
  expect(named({ country: ['014', 'BW'] })).toEqual([
    ['worldwide'],
    ['002', 'BW', 'TD', '014', 'KE'],
  ])
})

it('puts clauses behind the name of their declaration', () => {
  const page = narrowed({ clause: [{ value: 'qd2015/oer/1', count: 1 }] })
  expect(groupOf(page, 'clause')).toMatchObject({
    options: [],
    sections: [{ label: 'Qingdao Declaration', options: [{ value: 'qd2015/oer/1' }] }],
  })
})

it('names each value that is chosen, with the address that is without it', () => {
  const filters = filterQuery({
    outcome: ['kept', 'behind'],
    country: ['KE'],
    organisation: 'org_one',
    due: 'soon',
    reporting: 'late',
  })
  const chosen = chosenFilters(narrowed({}, filters), speech, (rest) =>
    paths.commitments('en', rest),
  )
  expect(chosen.map(({ label }) => label)).toEqual([
    'Kept',
    'Behind',
    'Kenya',
    'Ministry of Learning',
    'Due in the next 60 days',
    'With late reports',
  ])
  expect(chosen[1]?.removeHref).toBe(
    '/en/commitments?outcome=kept&country=KE&organisation=org_one&due=soon&reporting=late',
  )
  expect(chosen[4]?.removeHref).not.toContain('due')
  expect(keptFilters(filters)).toEqual({ organisation: 'org_one', due: 'soon', reporting: 'late' })
  expect(keptFilters({ outcome: ['kept'] })).toEqual({})
})
