import type { CursorPlace, Cut, Page, Place } from './public-index.ts'

/** One that matches a search: in its title or elsewhere, and the log entry that published it. */
export type Match = { id: string; entry: number; titled: boolean }

const placeOf = ({ entry, titled }: Match): Place => ({
  key: titled ? 1 : 0,
  id: String(entry),
})

/** Negative where `a` is read before `b`: titles first, then the newest. */
const comes = (a: Place, b: Place): number =>
  Number(b.key) - Number(a.key) || Number(b.id) - Number(a.id)

/** One page of matches, best first; a cursor that leads nowhere starts over, unless it stops. */
export function rankedPage(ranked: readonly Match[], { cursor, limit, stops }: Cut): Page {
  const nowhere = stops ? ranked.length : 0
  const start = cursor ? (startOf(ranked, cursor, limit) ?? nowhere) : 0
  const end = Math.min(start + limit, ranked.length)
  const [first, last] = [ranked[start], ranked[end - 1]]
  return {
    ids: ranked.slice(start, end).map(({ id }) => id),
    total: ranked.length,
    from: start + 1,
    to: end,
    previous: first && start > 0 ? placeOf(first) : undefined,
    next: last && end < ranked.length ? placeOf(last) : undefined,
  }
}

/** A page before a cursor that would be short is the first page. */
function startOf(ranked: readonly Match[], cursor: CursorPlace, limit: number) {
  if ((cursor.key !== 0 && cursor.key !== 1) || !/^\d{1,15}$/.test(cursor.id)) return undefined
  const at = ranked.findIndex((match) => comes(placeOf(match), cursor) >= 0)
  if (at === -1)
    return cursor.direction === 'before' ? Math.max(0, ranked.length - limit) : undefined
  if (cursor.direction === 'before') return Math.max(0, at - limit)
  const isThere = comes(placeOf(ranked[at]!), cursor) === 0
  const start = isThere ? at + 1 : at
  return start < ranked.length ? start : undefined
}
