import fc from 'fast-check'
import { expect, it } from 'vitest'

import { outcomes } from '#app/domain/accountability/outcome.ts'
import { placesIn, placesWithin } from '#app/domain/browsing/places.ts'
import { emptyIndex, putAll, type IndexedCommitment } from '#app/domain/browsing/public-index.ts'
import { countries, placeOf, regions } from '#app/domain/places/m49.ts'

const row = (id: number, some: Partial<IndexedCommitment>): IndexedCommitment => ({
  id: `c${id}`,
  declaration: 'qd2015',
  clauses: ['qd2015/oer/1'],
  group: 'government',
  places: [],
  worldwide: false,
  outcome: 'on-track',
  assurance: null,
  leadId: 'o1',
  publishedAt: Date.UTC(2026, 0, 1),
  nextDueOn: null,
  ...some,
})
const indexOf = (rows: readonly Partial<IndexedCommitment>[]) => {
  const index = emptyIndex()
  putAll(
    index,
    rows.map((some, id) => row(id, some)),
  )
  return index
}
const everyCountry = (places: ReturnType<typeof placesIn>) =>
  places.regions.flatMap(({ groups }) => groups.flatMap((group) => group.countries))

const codes = ['KE', 'TZ', 'FR', 'FJ', '014', '002', '150']
const rows = fc.array(
  fc.record({
    places: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
    worldwide: fc.boolean(),
    outcome: fc.constantFrom(...outcomes),
  }),
  { maxLength: 30 },
)

it('shows every country once, in its smallest region, also on an empty register', () => {
  const places = placesIn(emptyIndex())
  const shown = everyCountry(places).map(({ code }) => code)
  expect(shown).toHaveLength(countries.length)
  expect(new Set(shown)).toEqual(new Set(countries.map(({ code }) => code)))
  expect(places.regions.map(({ code }) => code)).toEqual(['002', '019', '142', '150', '009'])
  for (const { groups } of places.regions)
    for (const group of groups)
      for (const { code } of group.countries) expect(placeOf(code)?.within[0]).toBe(group.code)
  expect(places).toMatchObject({ made: 0, reached: 0, known: countries.length })
})

it('counts each place as a recount does, a region with all that lies in it', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const places = placesIn(indexOf(all))
      const within = (code: string) => (one: string) =>
        one === code || (placeOf(one)?.within.includes(code) ?? false)
      const counted = [
        ...places.regions,
        ...places.regions.flatMap(({ groups }) => groups),
        ...everyCountry(places),
      ]
      for (const { code, made, outcomes: tally } of counted) {
        const here = all.filter((one) => one.places.some(within(code)))
        expect([code, made]).toEqual([code, here.length])
        for (const outcome of outcomes)
          expect(tally[outcome] ?? 0).toBe(here.filter((one) => one.outcome === outcome).length)
      }
      expect(places.worldwide.made).toBe(all.filter((one) => one.worldwide).length)
      expect(places.made).toBe(all.length)
      expect(counted.length).toBeGreaterThan(countries.length)
    }),
    { numRuns: 30 },
  )
})

it('marks a place with its commonest status, of equals the first in their list', () => {
  const places = placesIn(
    indexOf([
      { places: ['KE'], outcome: 'behind' },
      { places: ['KE'], outcome: 'behind' },
      { places: ['KE', 'TZ'], outcome: 'kept' },
      { places: ['TZ'], outcome: 'no-report' },
      { places: ['014'], outcome: 'withdrawn' },
    ]),
  )
  const commonest = (code: string) =>
    everyCountry(places).find((country) => country.code === code)?.commonest
  expect([commonest('KE'), commonest('TZ'), commonest('UG')]).toEqual(['behind', 'kept', null])
  expect(places.reached).toBe(2)
})

it('counts only what the filters leave', () => {
  const index = indexOf([
    { places: ['KE'], outcome: 'behind' },
    { places: ['FR'], outcome: 'kept', publishedAt: Date.UTC(2025, 0, 1) },
  ])
  expect(placesIn(index, { outcome: ['kept'] })).toMatchObject({ made: 1, reached: 1 })
  expect(placesIn(index, { year: ['2026'] }).regions[0]).toMatchObject({ code: '002', made: 1 })
  expect(regions.length).toBe(29)
})

it('shows one region alone, or one within it, with the same counts', () => {
  const all = placesIn(indexOf([{ places: ['KE'] }, { places: ['FR'] }]))
  const africa = placesWithin(all, '002')
  expect(africa.regions).toEqual(all.regions.filter(({ code }) => code === '002'))
  const east = placesWithin(all, '014')
  expect(east.regions.map(({ code, made }) => [code, made])).toEqual([['002', 1]])
  expect(east.regions[0]?.groups.map(({ code }) => code)).toEqual(['014'])
  expect(everyCountry(east)).toHaveLength(22)
  expect([east.reached, east.known, all.reached]).toEqual([1, 22, 2])
  const south = placesWithin(all, '202').regions[0]?.groups.map(({ code }) => code)
  expect(south).toEqual(['014', '017', '018', '011'])
  expect(placesWithin(all, 'KE').regions).toEqual([])
})
