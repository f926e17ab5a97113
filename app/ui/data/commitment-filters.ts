import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import {
  eachFilter,
  facetNames,
  withoutFilter,
  type CommitmentFilters,
  type FacetName,
  type FilterName,
} from '#app/domain/browsing/filters.ts'
import type { Facets } from '#app/domain/browsing/public-index.ts'
import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { isCountry, placeOf, regions } from '#app/domain/places/m49.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import type { Speech } from '#app/i18n/speech.ts'

import type { FilterGroup, FilterOption } from './filters.tsx'

/** What the filters of a list of commitments say, and the names of what they say it of. */
export type Narrowed = {
  filters: CommitmentFilters
  facets: Facets
  organisation: { names: LocalText } | undefined
  declarations: readonly { key: string; code: string; title: LocalText }[]
  clauses: readonly { key: string; number: string; code: string; summary: LocalText }[]
}

/** What a line or two can hold beside a box. */
const SHORT = 48
const shorten = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text)

/** What each value of a filter is called. */
export function labelOf(
  page: Narrowed,
  { t, words, countryName }: Speech,
  name: FilterName,
  value: string,
) {
  const known = <choice extends string>(choices: readonly choice[]) =>
    choices.find((one) => one === value)
  switch (name) {
    case 'declaration': {
      const declaration = page.declarations.find(({ key }) => key === value)
      return declaration ? words(declaration.title).text : value
    }
    case 'clause': {
      const clause = page.clauses.find(({ key }) => key === value)
      return clause ? `${clause.code} ${clause.number} ${words(clause.summary).text}` : value
    }
    case 'group': {
      const group = known(stakeholderGroups)
      return group ? t(`groups.${group}`) : value
    }
    case 'outcome': {
      const outcome = known(outcomes)
      return outcome ? t(`status.${outcome}`) : value
    }
    case 'assurance': {
      const assurance = known(assurances)
      return assurance ? t(`assurance.${assurance}`) : value
    }
    case 'country':
      return value === 'worldwide' ? t('place.worldwide') : countryName(value)
    case 'organisation':
      return page.organisation ? words(page.organisation.names).text : value
    case 'due':
      return t(value === 'soon' ? 'filter.due.soon' : 'filter.due.by-today')
    case 'reporting':
      return t(
        value === 'late'
          ? 'filter.reporting.late'
          : value === 'missing'
            ? 'filter.reporting.missing'
            : 'filter.reporting.on-time',
      )
    case 'year':
      return t('filter.year.label', { year: value })
  }
}

/** The filters as a form shows them: only what exists, with how many commitments each finds. */
export const filterGroups = (page: Narrowed, speech: Speech): FilterGroup[] =>
  facetNames
    // One declaration is no choice.
    .filter((name) => name !== 'declaration' || page.declarations.length > 1)
    .map((name) => ({
      name,
      label: speech.t(`filter.${name}`),
      kind: 'checkboxes' as const,
      ...arranged(page, speech, name),
    }))
    .filter(({ options, sections }) => options.length + (sections?.length ?? 0) > 0)

function arranged(page: Narrowed, speech: Speech, name: FacetName) {
  const counts = new Map(page.facets[name].map(({ value, count }) => [value, count]))
  const chosen = new Set<string>(page.filters[name])
  // What is chosen stays choosable, even where nothing is left of it.
  const isOffered = (value: string) => counts.has(value) || chosen.has(value)
  const option = (value: string, label?: string): FilterOption => ({
    value,
    label: label ?? shorten(labelOf(page, speech, name, value)),
    count: counts.get(value) ?? 0,
    chosen: chosen.has(value),
  })
  const among = (values: readonly string[]) =>
    values.filter(isOffered).map((value) => option(value))
  switch (name) {
    case 'outcome':
      return { options: among(outcomes) }
    case 'assurance':
      return { options: among(assurances) }
    case 'declaration':
      return { options: among(page.declarations.map(({ key }) => key)) }
    case 'group':
      return { options: among(stakeholderGroups) }
    case 'year':
      return {
        options: among([...new Set([...counts.keys(), ...chosen])].toSorted().toReversed()).map(
          (year) => ({ ...year, label: year.value }),
        ),
      }
    case 'clause':
      return {
        options: [],
        sections: page.declarations
          .map(({ code, title }) => ({
            label: speech.words(title).text,
            options: among(
              page.clauses.filter((clause) => clause.code === code).map(({ key }) => key),
            ),
          }))
          .filter(({ options }) => options.length > 0),
      }
    case 'country': {
      // Some two hundred: those where nothing would be found are left out.
      const found = [...counts].flatMap(([code, n]) => (n > 0 && isCountry(code) ? [code] : []))
      const codes = [...new Set([...found, ...chosen])]
      return {
        options: among(['worldwide']),
        sections: regions
          .filter(({ code, within }) => within.length === 0 && isOffered(code))
          .map(({ code: region }) => ({
            label: speech.countryName(region),
            options: [
              option(region, speech.t('filter.region', { region: speech.countryName(region) })),
              ...insideOf(region, codes)
                .map((code) => option(code))
                .toSorted((a, b) => a.label.localeCompare(b.label, speech.locale)),
            ],
          })),
      }
    }
  }
}

const insideOf = (region: string, codes: readonly string[]) =>
  codes.filter((code) => placeOf(code)?.within.includes(region))

/** What is chosen, each with the address that is without it. */
export const chosenFilters = (
  page: Narrowed,
  speech: Speech,
  addressOf: (filters: CommitmentFilters) => string,
) =>
  eachFilter(page.filters).map(({ name, value }) => ({
    label: shorten(labelOf(page, speech, name, value)),
    removeHref: addressOf(withoutFilter(page.filters, name, value)),
  }))

/** What the form has no field for, and must not lose. */
export const keptFilters = ({ organisation, due, reporting }: CommitmentFilters) => ({
  ...(organisation && { organisation }),
  ...(due && { due }),
  ...(reporting && { reporting }),
})
