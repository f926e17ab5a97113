import { assurances, type Assurance } from '../accountability/assurance.ts'
import { outcomes, type Outcome } from '../accountability/outcome.ts'
import {
  clausesOf,
  stakeholderGroups,
  type Declaration,
  type StakeholderGroup,
} from '../declarations/declaration.ts'
import { isPlace } from '../places/m49.ts'

/** The outcomes an account is due for: what the headline and its bar are made of. */
export const dueOutcomes = ['kept', 'partly-kept', 'not-kept', 'no-report'] as const

/** What was withdrawn owes no report any more. */
export const owingOutcomes = outcomes.filter((outcome) => outcome !== 'withdrawn')

export const dueChoices = ['by-today', 'soon'] as const
export const reportingChoices = ['on-time', 'late', 'missing'] as const
export type DueChoice = (typeof dueChoices)[number]
export type ReportingChoice = (typeof reportingChoices)[number]

/**
 * What a list of commitments is narrowed to; everything absent is not asked. Of several values of
 * one facet any will do; different facets must all hold.
 */
export type CommitmentFilters = Readonly<
  Partial<{
    declaration: readonly string[]
    clause: readonly string[]
    group: readonly StakeholderGroup[]
    /** Two letters, the digits of an M49 region, which means all within it, or `worldwide`. */
    country: readonly string[]
    outcome: readonly Outcome[]
    assurance: readonly Assurance[]
    /** The year of publication, UTC. */
    year: readonly string[]
    organisation: string
    due: DueChoice
    reporting: ReportingChoice
  }>
>
export type FilterName = keyof CommitmentFilters
export type FacetName = Exclude<FilterName, 'organisation' | 'due' | 'reporting'>

/** In the order in which they are shown and written into addresses. */
export const facetNames = [
  'outcome',
  'assurance',
  'declaration',
  'clause',
  'group',
  'country',
  'year',
] as const satisfies readonly FacetName[]
export const filterNames = [...facetNames, 'organisation', 'due', 'reporting'] as const

export const isFacet = (name: FilterName): name is FacetName =>
  (facetNames as readonly string[]).includes(name)

type Known = { declarations: readonly Declaration[]; organisation: string | undefined }

/**
 * What an address asks for, in one order whichever way it was written. A value nothing answers to
 * is left out, never an error.
 */
export function readFilters(
  search: URLSearchParams,
  { declarations, organisation }: Known,
): CommitmentFilters {
  const of = <value extends string>(name: FacetName, known: readonly value[]) => {
    const asked = new Set(search.getAll(name))
    return known.filter((value) => asked.has(value))
  }
  const written = (name: FacetName, isKnown: (value: string) => boolean) =>
    [...new Set(search.getAll(name))].filter(isKnown).toSorted()
  const one = <choice extends string>(name: FilterName, choices: readonly choice[]) => {
    const asked = search.getAll(name)
    return choices.find((choice) => asked.includes(choice))
  }
  return filterQuery({
    outcome: of('outcome', outcomes),
    assurance: of('assurance', assurances),
    declaration: of(
      'declaration',
      declarations.map(({ key }) => key),
    ),
    clause: of(
      'clause',
      declarations.flatMap((body) => clausesOf(body).map(({ key }) => key)),
    ),
    group: of('group', stakeholderGroups),
    country: written('country', (code) => code === 'worldwide' || isPlace(code)),
    year: written('year', (year) => /^20\d\d$/.test(year)),
    organisation,
    due: one('due', dueChoices),
    reporting: one('reporting', reportingChoices),
  })
}

type Loose = { [name in FilterName]?: CommitmentFilters[name] | undefined }

/** The same as an address writes it: in the order of the names, without what asks for nothing. */
export const filterQuery = (filters: Loose): CommitmentFilters =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const asked = filters[name]
      return asked === undefined || asked.length === 0 ? [] : [[name, asked]]
    }),
  )

/** What is left when one value is no longer asked for. */
export const withoutFilter = (
  filters: CommitmentFilters,
  name: FilterName,
  value: string,
): CommitmentFilters =>
  filterQuery({
    ...filters,
    [name]: isFacet(name) ? filters[name]?.filter((one) => one !== value) : undefined,
  })

/** Every value that is asked for, one by one. */
export const eachFilter = (filters: CommitmentFilters): { name: FilterName; value: string }[] =>
  filterNames.flatMap((name) => {
    const asked = filters[name]
    const values = asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked
    return values.map((value) => ({ name, value }))
  })

/**
 * The first value an address gives a filter that did not come to anything in what was read of it:
 * lists pass over it, programs are told.
 */
export const notUnderstood = (
  search: URLSearchParams,
  filters: CommitmentFilters,
): { name: FilterName; value: string } | undefined =>
  filterNames
    .flatMap((name) => search.getAll(name).map((value) => ({ name, value })))
    .find(({ name, value }) => {
      const read = filters[name]
      return typeof read === 'string'
        ? read !== value
        : !(read as string[] | undefined)?.includes(value)
    })
