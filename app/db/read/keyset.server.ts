import type { Page, Place } from '#app/domain/browsing/public-index.ts'

/** Where a page of a list begins or ends: a row's sort key and its id. */
export type Cursor = {
  direction: 'after' | 'before'
  key: string | number | null
  id: string
}

export const PAGE_SIZE = 25

export const writeCursor = (key: Cursor['key'], id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** The cursor an address carries; one that cannot be read means the first page. */
export function readCursor(search: URLSearchParams): Cursor | undefined {
  for (const direction of ['after', 'before'] as const) {
    const read = decode(search.get(direction))
    if (read) return { direction, key: read[0], id: read[1] }
  }
  return undefined
}

/** Whether this is a cursor that could be read. */
export const isCursor = (text: string): boolean => decode(text) !== undefined

function decode(text: string | null): [Cursor['key'], string] | undefined {
  if (!text || text.length > 1000) return undefined
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(read) || read.length !== 2) return undefined
    const [key, id] = read as unknown[]
    const isKey = key === null || typeof key === 'string' || typeof key === 'number'
    return isKey && typeof id === 'string' ? [key, id] : undefined
  } catch {
    return undefined
  }
}

/** Which rows of how many a page shows, and the cursors to the pages beside it. */
export type Shown = {
  from: number
  to: number
  total: number
  page: number
  previous: string | undefined
  next: string | undefined
}

type Keyed = { key: Cursor['key']; id: string }

/** `beyond` counts the rows on the cursor's far side, this page's own among them. */
export function shownOf(
  rows: readonly Keyed[],
  total: number,
  cursor: Cursor | undefined,
  beyond: number,
): Shown {
  const from =
    cursor === undefined
      ? 1
      : cursor.direction === 'after'
        ? total - beyond + 1
        : beyond - rows.length + 1
  return shownFrom(rows, from - 1, total)
}

/** The same where it is known how many rows stand before these. */
export function shownFrom(rows: readonly Keyed[], before: number, total: number): Shown {
  const to = before + rows.length
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    from: before + 1,
    to,
    total,
    page: Math.ceil((before + 1) / PAGE_SIZE),
    previous: first && before > 0 ? writeCursor(first.key, first.id) : undefined,
    next: last && to < total ? writeCursor(last.key, last.id) : undefined,
  }
}

const written = (place: Place | undefined) => place && writeCursor(place.key, place.id)

/** The same of a page that was found in memory. */
export const shownOn = ({ from, to, total, previous, next }: Page): Shown => ({
  from,
  to,
  total,
  page: Math.ceil(from / PAGE_SIZE),
  previous: written(previous),
  next: written(next),
})
