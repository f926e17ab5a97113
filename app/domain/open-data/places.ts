import { outcomes } from '../accountability/outcome.ts'
import type { PlaceCount, Places } from '../browsing/places.ts'
import type { Columns } from './csv.ts'

/** What was promised for one country or area, for a region with all within it, or for the world. */
export type PlaceDatum = PlaceCount & {
  kind: 'country' | 'region' | 'worldwide'
  /** The M49 region it lies in directly; null for the five of the world and for the world. */
  within: string | null
}

/**
 * Every place of M49, each region before what lies in it, the whole world last. Counts are of
 * commitments; one for several places counts in each, one for a region not in its countries.
 */
export const placeData = ({ regions, worldwide }: Places): PlaceDatum[] => [
  ...regions.flatMap(({ groups, ...region }) => [
    { ...region, kind: 'region' as const, within: null },
    ...groups.flatMap(({ countries, ...group }) => [
      { ...group, kind: 'region' as const, within: region.code },
      ...countries.map((one) => ({ ...one, kind: 'country' as const, within: group.code })),
    ]),
  ]),
  { ...worldwide, kind: 'worldwide' as const, within: null },
]

/** The same as the columns of a table, named in a language by what is handed in. */
export const placeColumns = (nameOf: (code: string) => string): Columns<PlaceDatum> => [
  ['code', ({ code }) => code],
  ['kind', ({ kind }) => kind],
  ['name', ({ code }) => nameOf(code)],
  ['within', ({ within }) => within],
  ['made', ({ made }) => made],
  ...outcomes.map((outcome) => [outcome, (row: PlaceDatum) => row.outcomes[outcome] ?? 0] as const),
]
