import type { Assurance } from '../accountability/assurance.ts'
import type { Outcome } from '../accountability/outcome.ts'
import type { StakeholderGroup } from '../declarations/declaration.ts'
import { placeOf } from '../places/m49.ts'
import type { Day } from '../shared/dates.ts'
import {
  allOf,
  anyOf,
  bitsAt,
  clearBit,
  countBoth,
  countIn,
  countOf,
  hasBit,
  inBoth,
  isEmpty,
  noBits,
  setBit,
  type Bits,
} from './bits.ts'
import {
  dueOutcomes,
  facetNames,
  type CommitmentFilters,
  type FacetName,
  type FilterName,
} from './filters.ts'

/** What a public commitment can be found and counted by. */
export type IndexedCommitment = {
  id: string
  declaration: string
  clauses: readonly string[]
  group: StakeholderGroup
  /** Two-letter codes and M49 regions, as registered. */
  places: readonly string[]
  worldwide: boolean
  outcome: Outcome | null
  assurance: Assurance | null
  leadId: string
  /** Milliseconds since 1970. */
  publishedAt: number
  nextDueOn: Day | null
}

export const sortNames = ['newest', 'due'] as const
export type SortName = (typeof sortNames)[number]

/** Where a commitment stands in an order: what it is sorted by, then its id. */
export type Place = { key: string | number | null; id: string }

/** Ordinals in reading order; only the first `length` count. */
type Order = { at: Uint32Array; length: number }

/**
 * The public commitments by everything they are counted by. Each has an ordinal for good; each value
 * of a facet is the set of the ordinals that have it. Changed in place, by one owner.
 */
export type PublicIndex = {
  /** Rises with every change: what was counted of one version is true of it for ever. */
  version: number
  readonly ordinals: Map<string, number>
  /** By ordinal, what the orders need. */
  readonly ids: string[]
  readonly publishedAt: number[]
  readonly nextDueOn: (Day | null)[]
  readonly leadIds: string[]
  /** Ordinals that were given back. */
  readonly free: number[]
  readonly all: Bits
  readonly facets: Readonly<Record<FacetName, Map<string, Bits>>>
  /** Few commitments each and many organisations: lists are smaller than sets. */
  readonly leads: Map<string, Set<number>>
  readonly orders: Readonly<Record<SortName, Order>>
}

const noOrder = (): Order => ({ at: new Uint32Array(64), length: 0 })

export const emptyIndex = (): PublicIndex => ({
  version: 0,
  ordinals: new Map(),
  ids: [],
  publishedAt: [],
  nextDueOn: [],
  leadIds: [],
  free: [],
  all: noBits(),
  facets: {
    outcome: new Map(),
    assurance: new Map(),
    declaration: new Map(),
    clause: new Map(),
    group: new Map(),
    country: new Map(),
    year: new Map(),
  },
  leads: new Map(),
  orders: { newest: noOrder(), due: noOrder() },
})

/** A place and every region it lies in: who asks for the region finds what is within. */
const placesOf = ({ places, worldwide }: IndexedCommitment): string[] => [
  ...new Set(places.flatMap((code) => [code, ...(placeOf(code)?.within ?? [])])),
  ...(worldwide ? ['worldwide'] : []),
]

const valuesOf = (row: IndexedCommitment): Record<FacetName, readonly string[]> => ({
  outcome: row.outcome ? [row.outcome] : [],
  assurance: row.assurance ? [row.assurance] : [],
  declaration: [row.declaration],
  clause: [...new Set(row.clauses)],
  group: [row.group],
  country: placesOf(row),
  year: [String(new Date(row.publishedAt).getUTCFullYear())],
})

/** Adds these, or puts them in the place of what stood under their ids. Answers what changed. */
export function putAll(index: PublicIndex, rows: readonly IndexedCommitment[]): number {
  const changed = [...new Map(rows.map((row) => [row.id, row])).values()].filter(
    (row) => !isAsBefore(index, row),
  )
  leave(
    index,
    changed.flatMap(({ id }) => index.ordinals.get(id) ?? []),
  )
  const entering = changed.map((row) => {
    const ordinal = index.ordinals.get(row.id) ?? index.free.pop() ?? index.ids.length
    index.ordinals.set(row.id, ordinal)
    index.ids[ordinal] = row.id
    index.publishedAt[ordinal] = row.publishedAt
    index.nextDueOn[ordinal] = row.nextDueOn
    index.leadIds[ordinal] = row.leadId
    setBit(index.all, ordinal)
    const values = valuesOf(row)
    for (const facet of facetNames)
      for (const value of values[facet])
        setBit(entryOf(index.facets[facet], value, noBits), ordinal)
    entryOf(index.leads, row.leadId, () => new Set<number>()).add(ordinal)
    return ordinal
  })
  for (const sort of sortNames) enter(index, sort, entering)
  if (changed.length > 0) index.version++
  return changed.length
}

/** Takes these out, where they are in it. Answers how many were. */
export function removeAll(index: PublicIndex, ids: readonly string[]): number {
  const ordinals = [...new Set(ids)].flatMap((id) => index.ordinals.get(id) ?? [])
  leave(index, ordinals)
  for (const ordinal of ordinals) {
    index.ordinals.delete(index.ids[ordinal]!)
    index.free.push(ordinal)
  }
  if (ordinals.length > 0) index.version++
  return ordinals.length
}

function entryOf<value>(map: Map<string, value>, key: string, make: () => value): value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function isAsBefore(index: PublicIndex, row: IndexedCommitment): boolean {
  const ordinal = index.ordinals.get(row.id)
  if (
    ordinal === undefined ||
    index.publishedAt[ordinal] !== row.publishedAt ||
    index.nextDueOn[ordinal] !== row.nextDueOn ||
    index.leadIds[ordinal] !== row.leadId
  )
    return false
  const values = valuesOf(row)
  return facetNames.every((facet) => {
    let held = 0
    for (const bits of index.facets[facet].values()) if (hasBit(bits, ordinal)) held++
    return (
      held === values[facet].length &&
      values[facet].every((value) => {
        const bits = index.facets[facet].get(value)
        return bits !== undefined && hasBit(bits, ordinal)
      })
    )
  })
}

function leave(index: PublicIndex, ordinals: readonly number[]) {
  if (ordinals.length === 0) return
  // While their keys are still those they were sorted by.
  for (const sort of sortNames) leaveOrder(index, sort, ordinals)
  for (const ordinal of ordinals) {
    clearBit(index.all, ordinal)
    for (const facet of facetNames)
      for (const bits of index.facets[facet].values()) clearBit(bits, ordinal)
    index.leads.get(index.leadIds[ordinal]!)?.delete(ordinal)
  }
}

const placeAt = (index: PublicIndex, sort: SortName, ordinal: number): Place => ({
  key: sort === 'newest' ? index.publishedAt[ordinal]! : index.nextDueOn[ordinal]!,
  id: index.ids[ordinal]!,
})

const by = <value>(a: value, b: value) => (a < b ? -1 : a > b ? 1 : 0)

/** Negative where the ordinal is read before the place, 0 where it is there. */
const comes: Readonly<
  Record<SortName, (index: PublicIndex, ordinal: number, place: Place) => number>
> = {
  newest: ({ publishedAt, ids }, ordinal, { key, id }) =>
    Number(key) - publishedAt[ordinal]! || by(id, ids[ordinal]!),
  /** What has nothing left to report is due at the end of days. */
  due: ({ nextDueOn, ids }, ordinal, { key, id }) => {
    const due = nextDueOn[ordinal]!
    return Number(due === null) - Number(key === null) || by(due, key) || by(ids[ordinal]!, id)
  },
}

/** The first position in an order that is not read before the place. */
function positionOf(index: PublicIndex, sort: SortName, place: Place): number {
  const { at, length } = index.orders[sort]
  let [from, to] = [0, length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (comes[sort](index, at[middle]!, place) < 0) from = middle + 1
    else to = middle
  }
  return from
}

function leaveOrder(index: PublicIndex, sort: SortName, ordinals: readonly number[]) {
  const order = index.orders[sort]
  const left = ordinals
    .map((ordinal) => positionOf(index, sort, placeAt(index, sort, ordinal)))
    .toSorted((a, b) => a - b)
  left.forEach((position, i) =>
    order.at.copyWithin(position - i, position + 1, left[i + 1] ?? order.length),
  )
  order.length -= left.length
}

/** Each stretch between two that enter is moved once, from the end. */
function enter(index: PublicIndex, sort: SortName, ordinals: readonly number[]) {
  const order = index.orders[sort]
  const placed = ordinals.map((ordinal) => ({ ordinal, place: placeAt(index, sort, ordinal) }))
  placed.sort((a, b) => comes[sort](index, a.ordinal, b.place))
  const positions = placed.map(({ place }) => positionOf(index, sort, place))
  const sorted = placed.map(({ ordinal }) => ordinal)
  const length = order.length + sorted.length
  if (length > order.at.length) {
    const grown = new Uint32Array(Math.max(length, order.at.length * 2))
    grown.set(order.at)
    order.at = grown
  }
  for (let i = sorted.length - 1, end = order.length; i >= 0; i--) {
    order.at.copyWithin(positions[i]! + i + 1, positions[i]!, end)
    order.at[positions[i]! + i] = sorted[i]!
    end = positions[i]!
  }
  order.length = length
}

export function bitsOf({ ordinals }: PublicIndex, ids: Iterable<string>): Bits {
  const bits = noBits()
  for (const id of ids) {
    const ordinal = ordinals.get(id)
    if (ordinal !== undefined) setBit(bits, ordinal)
  }
  return bits
}

/** The commitments these organisations lead. */
export const ledBy = (index: PublicIndex, leadIds: readonly string[]): Bits =>
  bitsAt(leadIds.flatMap((id) => [...(index.leads.get(id) ?? [])]))

const nothing: Bits = noBits()

/**
 * The commitments that a reader asks for. What the index does not know of, `due: soon` and
 * `reporting`, comes as `within`, with whatever else narrows them.
 */
export function select(
  index: PublicIndex,
  filters: CommitmentFilters,
  { except = [], within }: { except?: readonly FilterName[]; within?: Bits | undefined } = {},
): Bits {
  const having = (facet: FacetName, values: readonly string[]) =>
    anyOf(values.map((value) => index.facets[facet].get(value) ?? nothing))
  const sets: Bits[] = within ? [within] : []
  for (const facet of facetNames) {
    const asked = filters[facet]
    if (asked?.length && !except.includes(facet)) sets.push(having(facet, asked))
  }
  if (filters.organisation !== undefined && !except.includes('organisation'))
    sets.push(ledBy(index, [filters.organisation]))
  if (filters.due === 'by-today' && !except.includes('due'))
    sets.push(having('outcome', dueOutcomes))
  return allOf(index.all, ...sets)
}

export type Counted = { value: string; count: number }
/** What each filter could be set to, with how many commitments that would find. */
export type Facets = Readonly<Record<FacetName, readonly Counted[]>>

/** How many of these have each value; values that none at all has are left out. */
export function countsOf(index: PublicIndex, bits: Bits, facet: FacetName): Counted[] {
  return [...index.facets[facet]]
    .map(([value, set]) => ({ value, count: countBoth(bits, set), set }))
    .filter(({ count, set }) => count > 0 || !isEmpty(set))
    .map(({ value, count }) => ({ value, count }))
}

/** Each facet is counted with all other filters applied, and `within`, but not itself. */
export function facetsOf(index: PublicIndex, filters: CommitmentFilters, within?: Bits): Facets {
  const selected = select(index, filters, { within })
  const of = (facet: FacetName) =>
    countsOf(
      index,
      filters[facet] ? select(index, filters, { except: [facet], within }) : selected,
      facet,
    )
  return {
    outcome: of('outcome'),
    assurance: of('assurance'),
    declaration: of('declaration'),
    clause: of('clause'),
    group: of('group'),
    country: of('country'),
    year: of('year'),
  }
}

/** How many of these have both values, for every two; one under three clauses counts in each. */
export function tableOf(
  index: PublicIndex,
  bits: Bits,
  rows: FacetName,
  columns: FacetName,
): (row: string, column: string) => number {
  const held = new Map([...index.facets[rows]].map(([value, set]) => [value, inBoth(set, bits)]))
  return (row, column) => {
    const [inRow, inColumn] = [held.get(row), index.facets[columns].get(column)]
    return inRow && inColumn ? countIn(inRow, inColumn) : 0
  }
}

export type CursorPlace = Place & { direction: 'after' | 'before' }
export type Cut = {
  cursor?: CursorPlace | undefined
  limit: number
  /** Programs that follow a list to its end read nothing there; people are shown its start again. */
  stops?: boolean
}
type Paging = Cut & { sort: SortName }
export type Page = {
  ids: string[]
  total: number
  /** The first and the last of them in the whole, counted from one. */
  from: number
  to: number
  /** Where the pages beside it end and begin. */
  previous: Place | undefined
  next: Place | undefined
}

/** One page of these in their order; a cursor that leads nowhere starts over, unless it stops. */
export function pageOf(index: PublicIndex, bits: Bits, paging: Paging): Page {
  const { sort, cursor, limit, stops } = paging
  const order = index.orders[sort]
  const total = countOf(bits)
  const walk = (start: number, step: 1 | -1) => {
    const found: number[] = []
    for (let i = start; i >= 0 && i < order.length && found.length < limit; i += step)
      if (hasBit(bits, order.at[i]!)) found.push(i)
    return found
  }
  let positions: number[] = []
  if (cursor && isKey[sort](cursor.key)) {
    const at = positionOf(index, sort, cursor)
    const isThere = at < order.length && comes[sort](index, order.at[at]!, cursor) === 0
    positions =
      cursor.direction === 'after' ? walk(isThere ? at + 1 : at, 1) : walk(at - 1, -1).toReversed()
    // A page before a cursor that would be short is the first page.
    if (cursor.direction === 'before' && positions.length < limit) positions = []
  }
  if (positions.length === 0 && !(stops && cursor)) positions = walk(0, 1)
  const before = countBefore(order, bits, positions[0] ?? 0, total)
  const ordinals = positions.map((position) => order.at[position]!)
  const to = before + ordinals.length
  const placeOf = (ordinal: number | undefined) =>
    ordinal === undefined ? undefined : placeAt(index, sort, ordinal)
  return {
    ids: ordinals.map((ordinal) => index.ids[ordinal]!),
    total,
    from: before + 1,
    to,
    previous: before > 0 ? placeOf(ordinals[0]) : undefined,
    next: to < total ? placeOf(ordinals.at(-1)) : undefined,
  }
}

/** How many of these stand before a position; counted from whichever end is nearer. */
function countBefore({ at, length }: Order, bits: Bits, position: number, total: number): number {
  let n = 0
  if (position * 2 <= length) {
    for (let i = 0; i < position; i++) if (hasBit(bits, at[i]!)) n++
    return n
  }
  for (let i = position; i < length; i++) if (hasBit(bits, at[i]!)) n++
  return total - n
}

const isKey: Readonly<Record<SortName, (key: Place['key']) => boolean>> = {
  newest: (key) => typeof key === 'number',
  due: (key) => key === null || typeof key === 'string',
}
