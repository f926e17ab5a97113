import fc from 'fast-check'
import { expect, it } from 'vitest'

import { differencesBetween } from '#app/domain/open-data/differences.ts'

const paths = (shown: unknown, fromLog: unknown) =>
  differencesBetween(shown, fromLog).map(({ path }) => path)

it('finds none between equal values, whatever order their members are in', () => {
  expect(differencesBetween({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([])
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(differencesBetween(value, JSON.parse(JSON.stringify(value)))).toEqual([])
    }),
  )
})

it('finds one whenever two values differ', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [a, b].map((value) => JSON.parse(JSON.stringify(value)) as unknown)
      const equal = stable(left) === stable(right)
      expect(differencesBetween(left, right).length === 0).toBe(equal)
    }),
  )
})

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? ['an object', ...Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))]
      : inner,
  )

it('says where, deepest first, with what is shown and what the log says', () => {
  const shown = { title: 'A', milestones: [{ id: 'mls_1', target: 3 }] }
  const fromLog = { title: 'A', milestones: [{ id: 'mls_1', target: 4 }] }
  expect(differencesBetween(shown, fromLog)).toEqual([
    { path: 'milestones[mls_1].target', shown: 3, fromLog: 4 },
  ])
  expect(differencesBetween(1, '1')).toEqual([{ path: '', shown: 1, fromLog: '1' }])
  expect(paths({ a: {} }, { a: [] })).toEqual(['a'])
})

it('names what one of them lacks', () => {
  expect(differencesBetween({ a: 1 }, {})).toEqual([{ path: 'a', shown: 1, fromLog: undefined }])
  expect(differencesBetween({}, { a: null })).toEqual([
    { path: 'a', shown: undefined, fromLog: null },
  ])
  expect(paths({}, { constructor: 1, toString: 2 })).toEqual(['constructor', 'toString'])
})

it('pairs things by what names them, so that one missing thing is one difference', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ id, n: 1 }))
  expect(paths([three[0], three[2]], three)).toEqual(['[b]'])
  expect(paths([{ round: 1, id: 'x' }], [{ round: 2, id: 'x' }])).toEqual(['[x].round'])
})

it('minds the order of a list', () => {
  const [a, b] = [{ id: 'a' }, { id: 'b' }]
  expect(differencesBetween({ list: [a, b] }, { list: [b, a] })).toEqual([
    { path: 'list', shown: ['a', 'b'], fromLog: ['b', 'a'] },
  ])
  expect(paths(['a', 'b'], ['b', 'a'])).toEqual(['[0]', '[1]'])
})

it('falls back to places where names repeat or are missing', () => {
  const twice = [
    { id: 'a', n: 1 },
    { id: 'a', n: 2 },
  ]
  expect(
    paths(twice, [
      { id: 'a', n: 1 },
      { id: 'a', n: 3 },
    ]),
  ).toEqual(['[1].n'])
  expect(paths([1, 2, 3], [1, 2])).toEqual(['[2]'])
  expect(paths([{ id: 'a' }, null], [{ id: 'a' }, { id: 'b' }])).toEqual(['[1]'])
})
