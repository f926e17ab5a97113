import { expect, it } from 'vitest'

import { readAsked, selectionOf } from '#app/db/read/selection.server.ts'
import { countOf } from '#app/domain/browsing/bits.ts'
import { drafted, NOW, published, world } from '#tests/support/world.ts'

it('names the organisation an address asks for, and nobody who never joined', async () => {
  const w = await world()
  const asked = (query: string) => readAsked(w.db, new URLSearchParams(query))
  const { filters, organisation } = await asked(`organisation=${w.organisationId}&group=academia`)
  expect(filters).toEqual({ group: ['academia'], organisation: w.organisationId })
  expect(organisation?.names).toEqual({ en: 'Ministry of Learning' })
  expect(await asked('organisation=org_nobody')).toMatchObject({
    filters: {},
    organisation: undefined,
  })
})

it('narrows by ids found elsewhere, and never to what is not public', async () => {
  const w = await world()
  const draft = await drafted(w)
  const [one, two] = [await published(w), await published(w)]
  const found = async (ids: string[]) => {
    const { selected, within } = await selectionOf(w.db, { group: ['government'] }, NOW, ids)
    return [countOf(selected), within && countOf(within)]
  }
  expect(await found([draft.id, one.id, 'cmt_nobody'])).toEqual([1, 1])
  expect(await found([one.id, two.id])).toEqual([2, 2])
  expect(await found([])).toEqual([0, 0])
  const { within, selected } = await selectionOf(w.db, {}, NOW)
  expect([within, countOf(selected)]).toEqual([undefined, 2])
})
