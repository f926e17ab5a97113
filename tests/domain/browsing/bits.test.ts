import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  allOf,
  anyOf,
  bitsAt,
  clearBit,
  countBoth,
  countOf,
  hasBit,
  isEmpty,
  setBit,
} from '#app/domain/browsing/bits.ts'

const LAST = 500
const anyPlaces = fc.array(fc.integer({ min: 0, max: LAST }), { maxLength: 120 })
const every = Array.from({ length: LAST + 40 }, (_, place) => place)

it('holds and counts what a plain set would, whatever the lengths', () => {
  fc.assert(
    fc.property(fc.array(anyPlaces, { minLength: 1, maxLength: 4 }), anyPlaces, (lists, out) => {
      const sets = lists.map((list) => new Set(list))
      const [first, ...others] = lists.map((list) => bitsAt(list))
      const all = every.filter((place) => sets.every((set) => set.has(place)))
      const any = every.filter((place) => sets.some((set) => set.has(place)))
      const [both, either] = [allOf(first!, ...others), anyOf([first!, ...others])]
      expect(every.filter((place) => hasBit(both, place))).toEqual(all)
      expect(every.filter((place) => hasBit(either, place))).toEqual(any)
      expect([countOf(both), countOf(either)]).toEqual([all.length, any.length])
      for (const other of others)
        expect(countBoth(first!, other)).toBe(countOf(allOf(first!, other)))
      for (const place of out) clearBit(first!, place)
      const left = [...sets[0]!].filter((place) => !out.includes(place))
      expect(countOf(first!)).toBe(left.length)
      expect(isEmpty(first!)).toBe(left.length === 0)
      expect(countBoth(bitsAt(every), first!)).toBe(left.length)
      for (const place of out) setBit(first!, place)
      expect(countBoth(bitsAt(every), first!)).toBe(new Set([...left, ...out]).size)
    }),
  )
})

it('leaves the sets it was made from as they were', () => {
  const [a, b] = [bitsAt([1, 40]), bitsAt([40])]
  const both = allOf(a, b)
  setBit(both, 3)
  setBit(anyOf([a, b]), 3)
  expect([hasBit(a, 3), hasBit(b, 3), countOf(a)]).toEqual([false, false, 2])
})

it('counts a full word, the sign bit with it', () => {
  expect(countOf(bitsAt(every.slice(0, 32)))).toBe(32)
  expect(hasBit(bitsAt([31]), 31)).toBe(true)
})
