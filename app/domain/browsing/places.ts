import { outcomes, type Outcome } from '../accountability/outcome.ts'
import { countriesIn, placeOf, regions } from '../places/m49.ts'
import { countOf } from './bits.ts'
import type { CommitmentFilters } from './filters.ts'
import { countsOf, select, tableOf, type PublicIndex } from './public-index.ts'

/** What was promised for a country or area, for a region with all within it, or for the world. */
export type PlaceCount = {
  /** ISO alpha-2, M49 region or `worldwide`. */
  code: string
  made: number
  outcomes: Readonly<Partial<Record<Outcome, number>>>
  /** The outcome most of them have; of equals, the first as outcomes are listed. */
  commonest: Outcome | null
}
export type PlaceGroup = PlaceCount & { countries: readonly PlaceCount[] }
export type PlaceRegion = PlaceCount & { groups: readonly PlaceGroup[] }
export type Places = {
  worldwide: PlaceCount
  regions: readonly PlaceRegion[]
  /** All that were counted, worldwide ones included. */
  made: number
  /** Countries and areas with a commitment of their own, of those shown. */
  reached: number
  known: number
}

/**
 * Every country and area of M49 in its smallest region, whether or not anything was promised
 * there. A commitment for a region counts with it and what it lies in, not with its countries.
 */
export function placesIn(index: PublicIndex, filters: CommitmentFilters = {}): Places {
  const bits = select(index, filters)
  const made = new Map(countsOf(index, bits, 'country').map(({ value, count }) => [value, count]))
  const withOutcome = tableOf(index, bits, 'country', 'outcome')
  const counted = (code: string): PlaceCount => {
    const tally = Object.fromEntries(
      outcomes
        .map((outcome) => [outcome, made.get(code) ? withOutcome(code, outcome) : 0] as const)
        .filter(([, count]) => count > 0),
    ) as PlaceCount['outcomes']
    return { code, made: made.get(code) ?? 0, outcomes: tally, commonest: commonestOf(tally) }
  }
  // The smallest regions are those that no other lies in.
  const isSmallest = (code: string) => !regions.some(({ within }) => within[0] === code)
  const all = regions
    .filter(({ within }) => within.length === 0)
    .map((region) => ({
      ...counted(region.code),
      groups: regions
        .filter(({ code, within }) => within.includes(region.code) && isSmallest(code))
        .map(({ code }) => ({
          ...counted(code),
          countries: countriesIn(code).map((country) => counted(country.code)),
        })),
    }))
  return { worldwide: counted('worldwide'), regions: all, made: countOf(bits), ...reachedIn(all) }
}

/** Only what lies in one region, with the countries that are reached there. */
export function placesWithin(places: Places, code: string): Places {
  const regions = places.regions
    .map((region) => ({
      ...region,
      groups: region.groups.filter(
        (group) => group.code === code || placeOf(group.code)?.within.includes(code),
      ),
    }))
    .filter(({ groups }) => groups.length > 0)
  return { ...places, regions, ...reachedIn(regions) }
}

const reachedIn = (regions: readonly PlaceRegion[]) => {
  const countries = regions.flatMap(({ groups }) => groups.flatMap((group) => group.countries))
  return {
    reached: countries.filter((country) => country.made > 0).length,
    known: countries.length,
  }
}

function commonestOf(tally: PlaceCount['outcomes']): Outcome | null {
  let found: Outcome | null = null
  for (const outcome of outcomes)
    if ((tally[outcome] ?? 0) > (found === null ? 0 : (tally[found] ?? 0))) found = outcome
  return found
}
