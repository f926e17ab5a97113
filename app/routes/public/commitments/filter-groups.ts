import type { CommitmentsPage as Commitments } from '#app/db/read/commitments.server.ts'
import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { placeOf } from '#app/domain/places/m49.ts'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import type { FilterGroup } from '#app/ui/data/filters.tsx'

type Facets = Commitments['facets']
type Facet = keyof Facets
type Filter = keyof Commitments['filters']

const SHORT = 70
const shorten = (text: string) => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text)

/** What each value of a filter is called. */
function labelOf(
  page: Commitments,
  { t, words, countryName }: Speech,
  name: Filter,
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

/** The order options stand in: as declared, regions before countries, years newest first. */
function placeInOrder(page: Commitments, name: Facet, value: string, label: string): string {
  const position = (values: readonly string[]) => String(values.indexOf(value)).padStart(4, '0')
  switch (name) {
    case 'declaration':
      return position(page.declarations.map(({ key }) => key))
    case 'clause':
      return position(page.clauses.map(({ key }) => key))
    case 'group':
      return position(stakeholderGroups)
    case 'outcome':
      return position(outcomes)
    case 'assurance':
      return position(assurances)
    case 'year':
      return String(9999 - Number(value))
    case 'country':
      return `${value === 'worldwide' ? 0 : placeOf(value)?.kind === 'region' ? 1 : 2}${label}`
  }
}

const facetNames: readonly Facet[] = [
  'outcome',
  'assurance',
  'declaration',
  'clause',
  'group',
  'country',
  'year',
]

/** The filters as a form shows them: only what exists, with how many commitments each leaves. */
export function filterGroups(page: Commitments, speech: Speech): FilterGroup[] {
  return facetNames
    .filter((name) => page.facets[name].length > 0 || page.filters[name] !== undefined)
    .map((name) => ({
      name,
      label: speech.t(`filter.${name}`),
      kind: 'select',
      options: withChosen(page.facets[name], page.filters[name])
        .map(({ value, count }) => {
          const label = labelOf(page, speech, name, value)
          const option = { value, label: shorten(label), count }
          return {
            option: value === page.filters[name] ? { ...option, chosen: true } : option,
            order: placeInOrder(page, name, value, label),
          }
        })
        .toSorted((a, b) => a.order.localeCompare(b.order, speech.locale))
        .map(({ option }) => option),
    }))
}

/** What is chosen stays choosable, even where nothing is left of it. */
const withChosen = (facet: Facets[Facet], chosen: string | undefined) =>
  chosen === undefined || facet.some(({ value }) => value === chosen)
    ? facet
    : [...facet, { value: chosen, count: 0 }]

/** What is chosen, each with the address that is without it. */
export function chosenOf(page: Commitments, speech: Speech) {
  const { filters, sort } = page
  return (Object.keys(filters) as Filter[]).map((name) => {
    const { [name]: value = '', ...others } = filters
    return {
      label: shorten(labelOf(page, speech, name, value)),
      removeHref: paths.commitments(
        speech.locale,
        sort === 'newest' ? others : { ...others, sort },
      ),
    }
  })
}
