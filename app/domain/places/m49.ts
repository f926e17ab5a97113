import type { Locale } from '../shared/language.ts'
import { countryTable, regionTable } from './m49-table.ts'
import { ar } from './names/ar.ts'
import { es } from './names/es.ts'
import { fr } from './names/fr.ts'
import { ru } from './names/ru.ts'
import { zh } from './names/zh.ts'

export type Region = {
  kind: 'region'
  /** M49 number, three digits. */
  code: string
  name: string
  /** The regions it lies in, the smallest first. */
  within: readonly string[]
}
export type Country = {
  kind: 'country'
  /** ISO 3166-1 alpha-2. */
  code: string
  iso3: string
  m49: string
  /** The short name in English that the United Nations uses. */
  name: string
  within: readonly string[]
}
export type Place = Region | Country

const byName = (a: Place, b: Place) => a.name.localeCompare(b.name, 'en')

const parents = new Map(regionTable.map(([code, , within]) => [code, within]))
const around = (code: string | undefined): string[] =>
  code === undefined ? [] : [code, ...around(parents.get(code))]

/** The world's five regions and the subregions within them, the larger before the smaller. */
export const regions: readonly Region[] = regionTable.map(([code, name, within]) => ({
  kind: 'region',
  code,
  name,
  within: around(within),
}))

/** Countries and areas of the United Nations list, by their names in English. */
export const countries: readonly Country[] = Object.entries(countryTable)
  .flatMap(([region, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line): Country => {
        const [code = '', iso3 = '', m49 = '', ...name] = line.trim().split(' ')
        return { kind: 'country', code, iso3, m49, name: name.join(' '), within: around(region) }
      }),
  )
  .toSorted(byName)

const places: ReadonlyMap<string, Place> = new Map(
  [...regions, ...countries].map((place) => [place.code, place]),
)

/** A country by its two letters, or a region by its three digits. The whole world is no place. */
export const placeOf = (code: string): Place | undefined => places.get(code)

export const isPlace = (code: string): boolean => places.has(code)

export const isCountry = (code: string): boolean => places.get(code)?.kind === 'country'

/** Which of the five regions of the world a country lies in. */
export function regionOf(iso2: string): Region | undefined {
  const place = places.get(iso2)
  if (place?.kind !== 'country') return undefined
  const region = places.get(place.within.at(-1) ?? '')
  return region?.kind === 'region' ? region : undefined
}

/** Countries and areas within a region, at any depth. */
export const countriesIn = (region: string): Country[] =>
  countries.filter((country) => country.within.includes(region))

const namesIn = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [, code = '', name = ''] = /^\s*(\S+) (.+)$/.exec(line) ?? []
        return [code, name]
      }),
  )
const translated = {
  ar: namesIn(ar),
  es: namesIn(es),
  fr: namesIn(fr),
  ru: namesIn(ru),
  zh: namesIn(zh),
} satisfies Record<Exclude<Locale, 'en'>, ReadonlyMap<string, string>>

/** The name the United Nations uses; a code of no place is given back as it came. */
export function placeName(code: string, language: Locale = 'en'): string {
  const translation = language === 'en' ? undefined : translated[language].get(code)
  return translation ?? places.get(code)?.name ?? code
}
