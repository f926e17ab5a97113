import fc from 'fast-check'
import { expect, it } from 'vitest'

import { nearestWord, piecesOf } from '#app/domain/browsing/nearest-word.ts'

const words = ['teachers', 'teaching', 'learning', 'learners', 'school', 'schools', 'school', 'ict']

it.each([
  ['taechers', 'teachers'],
  ['teachrs', 'teachers'],
  ['teachersss', 'teachers'],
  ['shcool', 'school'],
  ['scool', 'school'],
  ['leaning', 'learning'],
  ['zebra', undefined],
  ['schl', undefined],
  ['ict', undefined],
])('thinks of %s as %s', (word, nearest) => {
  expect(nearestWord(word, words)).toBe(nearest)
})

it('prefers the nearer, and of two as near the one that stands more often', () => {
  expect(nearestWord('leerning', ['learning', 'leering'])).toBe('learning')
  expect(nearestWord('schoot', ['school', 'shoot', 'school', 'schools'])).toBe('school')
})

it('asks for pieces of which one is left whole by a slip', () => {
  expect(piecesOf('learning')).toEqual(['lear', 'earn', 'arni', 'rnin', 'ning'])
  expect(piecesOf('data')).toEqual(['dat', 'ata'])
  expect([piecesOf('ict'), piecesOf('two words'), piecesOf('教师培训')]).toEqual([[], [], []])
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', 'м', 'я'),
    minLength: 9,
    maxLength: 14,
  })
  fc.assert(
    fc.property(word, fc.nat(8), (right, at) => {
      const wrong = `${right.slice(0, at)}x${right.slice(at + 1)}`
      if (nearestWord(wrong, [right]) === undefined) return
      expect(piecesOf(wrong).some((piece) => right.includes(piece))).toBe(true)
    }),
  )
})
