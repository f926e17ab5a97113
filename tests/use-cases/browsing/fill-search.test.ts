import { expect, it } from 'vitest'

import { fillSearch } from '#app/use-cases/browsing/fill-search.server.ts'
import { foundBy } from '#tests/support/check-search.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, published, submitted, world } from '#tests/support/world.ts'

it('lets everything be found that was published before there was a search, and nothing else', async () => {
  const w = await world()
  const first = await published(w, { title: 'Zebras in every school' })
  const second = await published(w, { title: 'More zebras' })
  await drafted(w, { title: 'Zebras to come' })
  await submitted(w, { title: 'Zebras, perhaps' })
  await w.db.$client.execute('DELETE FROM search_texts')
  const third = await published(w, { title: 'Zebras once more' })
  expect(await foundBy(w.db, 'zebras')).toEqual([third.id])

  expect(await fillSearch(w.db)).toBe(2)
  expect(await foundBy(w.db, 'zebras')).toEqual([third.id, second.id, first.id])
  expect(await unchanged(w.db, () => fillSearch(w.db))).toBe(0)
})

it('stops when it is told to, and goes on another time', async () => {
  const w = await world()
  const { id } = await published(w)
  await w.db.$client.execute('DELETE FROM search_texts')
  expect(await unchanged(w.db, () => fillSearch(w.db, () => false))).toBe(0)
  expect(await fillSearch(w.db)).toBe(1)
  expect(await foundBy(w.db, 'teachers')).toEqual([id])
})
