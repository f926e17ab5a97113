import { expect, it } from 'vitest'

import { placesIn } from '#app/domain/browsing/places.ts'
import { emptyIndex, putAll } from '#app/domain/browsing/public-index.ts'
import { csvHeader, csvRow } from '#app/domain/open-data/csv.ts'
import { placeColumns, placeData } from '#app/domain/open-data/places.ts'
import { countries, placeName, regions } from '#app/domain/places/m49.ts'

const index = emptyIndex()
putAll(index, [
  {
    id: 'c1',
    declaration: 'qd2015',
    clauses: ['qd2015/oer/1'],
    group: 'government',
    places: ['KE'],
    worldwide: false,
    outcome: 'kept',
    assurance: null,
    leadId: 'o1',
    publishedAt: 0,
    nextDueOn: null,
  },
])
const data = placeData(placesIn(index))

it('has every place of M49 once and the world, each below the region it lies in', () => {
  const codes = data.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  const groups = regions.filter(
    ({ code, within }) =>
      within.length === 0 || countries.some((country) => country.within[0] === code),
  )
  expect(codes).toHaveLength(countries.length + groups.length + 1)
  for (const { kind, within } of data)
    if (kind === 'country') expect(codes.indexOf(within ?? '')).toBeGreaterThan(-1)
  expect(data.at(-1)).toMatchObject({ code: 'worldwide', kind: 'worldwide', made: 0 })
})

it('is a table with names in the language asked for', () => {
  const columns = placeColumns((code) => placeName(code, 'es'))
  expect(csvHeader(columns)).toMatch(/^code,kind,name,within,made,kept,partly-kept,/)
  const row = data.find(({ code }) => code === '002')
  expect(row && csvRow(columns, row)).toBe('002,region,África,,1,1,0,0,0,0,0,0,0\r\n')
})
