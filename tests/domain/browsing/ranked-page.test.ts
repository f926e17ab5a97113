import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { CursorPlace, Place } from '#app/domain/browsing/public-index.ts'
import { rankedPage, type Match } from '#app/domain/browsing/ranked-page.ts'

const match = (entry: number, titled: boolean): Match => ({ id: `cmt_${entry}`, entry, titled })
/** Titles first, then the newest, as a search answers. */
const ranked = (titled: readonly boolean[]) =>
  titled
    .map((is, entry) => match(entry, is))
    .toSorted((a, b) => Number(b.titled) - Number(a.titled) || b.entry - a.entry)

const walk = (
  all: readonly Match[],
  direction: CursorPlace['direction'],
  from?: Place,
  limit = 3,
): string[] => {
  const page = rankedPage(all, { cursor: from && { ...from, direction }, limit })
  const [further, before] = direction === 'after' ? [page.next, false] : [page.previous, true]
  const rest = further ? walk(all, direction, further, limit) : []
  return before ? [...rest, ...page.ids] : [...page.ids, ...rest]
}

it('leads through all matches once, forwards and back', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (titled) => {
      const all = ranked(titled)
      const ids = all.map(({ id }) => id)
      expect(walk(all, 'after')).toEqual(ids)
      const last = all.at(-1)!
      const end = { key: last.titled ? 1 : 0, id: String(last.entry) }
      expect(new Set([...walk(all, 'before', end), last.id])).toEqual(new Set(ids))
    }),
  )
})

it('goes on behind a place, though matches have come before it or it is gone', () => {
  const all = ranked([false, true, false, false, true, false])
  const { next } = rankedPage(all, { limit: 2 })
  const more = [match(9, true), match(8, true), ...all.filter(({ entry }) => entry !== 1)]
  const page = rankedPage(more, { cursor: { ...next!, direction: 'after' }, limit: 2 })
  expect(page.ids).toEqual(['cmt_5', 'cmt_3'])
  expect([page.from, page.to, page.total]).toEqual([4, 5, 7])
})

it.each([
  { key: null, id: '1' },
  { key: 'x', id: '1' },
  { key: 2, id: '1' },
  { key: 1, id: 'one' },
  { key: 0, id: '-1' },
  { key: 0, id: '0' },
])('starts over from %o', (place) => {
  const all = ranked([false, false, false])
  expect(rankedPage(all, { cursor: { ...place, direction: 'after' }, limit: 2 })).toEqual(
    rankedPage(all, { limit: 2 }),
  )
  const end = rankedPage(all, { cursor: { ...place, direction: 'after' }, limit: 2, stops: true })
  expect(end).toMatchObject({ ids: [], total: 3, next: undefined })
})

it('says that nothing is nothing', () => {
  expect(rankedPage([], { limit: 25 })).toMatchObject({ ids: [], total: 0, previous: undefined })
})
