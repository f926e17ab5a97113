import { expect, it } from 'vitest'

import type { PackagedOrder } from '#app/domain/imports/package-commitment.ts'
import { ordersOf, toldOrderAct } from '#app/domain/imports/told-orders.ts'
import { sayingsOf } from '#app/domain/imports/told-record.ts'
import { cast } from '#tests/support/cast.ts'
import { from, lead, packaged } from '#tests/support/packaged.ts'
import { NOW } from '#tests/support/world.ts'

const [version] = packaged().versions
const blackened = packaged({
  versions: [{ ...version!, terms: { ...version!.terms, text: 'We promise █.' } }],
})
const sayings = sayingsOf(blackened, lead)
const order: PackagedOrder = {
  of: { act: 'commitment.published', subject: 'cmt_a', turn: 1 },
  at: '2026-02-01T09:00:00Z',
  ...{ basis: 'court', reason: 'As ordered.' },
}

it('pairs an order with the saying whose words it withholds', () => {
  expect(ordersOf([order], sayings)).toEqual([{ order, of: sayings[0] }])
  expect(ordersOf([], sayingsOf(packaged(), lead))).toEqual([])
})

it('is nothing where who ordered what would be a guess, or nobody did', () => {
  expect(ordersOf([], sayings)).toBeUndefined()
  expect(ordersOf([order, order], sayings)).toBeUndefined()
  expect(ordersOf([order], sayingsOf(packaged(), lead))).toBeUndefined()
  const another = { ...order, of: { ...order.of, act: 'commitment.amended' } }
  expect(ordersOf([another], sayings)).toBeUndefined()
})

it('is told as an order of this register on the disclosures of its own log', () => {
  const [told] = ordersOf([order], sayings) ?? []
  const open = [
    { digest: 'D2', field: 'text', value: 'We promise █.' },
    { digest: 'D1', field: 'title', value: 'A promise' },
  ]
  expect(
    toldOrderAct(told!, { entry: 9, open }, 'cmt_a', from, cast.coordinator, NOW),
  ).toMatchObject({
    ...{ of: 9, digests: ['D2'] },
    act: {
      ...{ kind: 'content.redacted', subject: 'cmt_a', by: { role: 'coordinator' }, at: NOW },
      redacts: { basis: 'court', digests: ['D2'], of: 9 },
      fields: {
        reason: 'As ordered.',
        'remains.D2': { field: 'text', value: 'We promise █.' },
        told: { at: '2026-02-01T09:00:00Z', ...from },
      },
    },
  })
})
