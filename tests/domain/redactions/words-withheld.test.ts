import fc from 'fast-check'
import { expect, it } from 'vitest'

import { withoutWords } from '#app/domain/redactions/withhold.ts'
import { wordsIn, wordsWithheld } from '#app/domain/redactions/words-withheld.ts'

it.each([
  ['Ask Jane Doe about it', 'Ask █ about it', ['Jane Doe']],
  ['Jane Doe', '█', ['Jane Doe']],
  ['Jane Doe knows', '█ knows', ['Jane Doe']],
  ['known by Jane Doe', 'known by █', ['Jane Doe']],
  ['Jane and Joe and me', '█ and █ and me', ['Jane', 'Joe']],
  ['nothing withheld', 'nothing withheld', []],
])('reads out of %j and %j', (original, left, words) => {
  expect(wordsIn(original, left)).toEqual(words)
})

it('reads what explains the signs where there are several ways', () => {
  expect(wordsIn('Jane Doe Jane Doe', '█ █')).toEqual(['Jane Doe'])
  expect(wordsIn('Jo a Jane a Doe', '█ a █')).toEqual(['Jo a Jane', 'Doe'])
})

it('takes what was withheld before for no word', () => {
  expect(wordsIn('█ and Joe', '█ and █')).toEqual(['Joe'])
  expect(wordsIn('█Joe', '██')).toEqual(['Joe'])
  expect(wordsIn('█ and Joe', '█ and Joe')).toEqual([])
})

it('comes to an end where there are very many', () => {
  const original = 'xyz a '.repeat(60)
  expect(wordsIn(original, '█ a '.repeat(20))?.length).toBeGreaterThan(0)
  expect(wordsIn(original, `${'█ a '.repeat(20)}z`)).toBeUndefined()
})

it.each([
  ['another text', '█ here'],
  ['Ask about it', 'Ask █ about it'],
  ['Jane and me', '█ or █ and me'],
  ['Jane', 'Joe'],
  ['ab', 'ab█'],
  ['aa', 'a█a'],
  ['an ax', 'an █'],
])('does not make words up: %j is not where %j is from', (original, left) => {
  expect(wordsIn(original, left)).toBeUndefined()
})

it('goes through a whole value, and refuses one that was another', () => {
  const original = { title: 'Jane Doe’s list', notes: ['by Jane Doe', 'and others'], n: 3 }
  const left = withoutWords(original, ['Jane Doe'])
  expect(wordsWithheld(original, left)).toEqual(['Jane Doe'])
  expect(wordsWithheld({ ...original, notes: ['by Jane Doe'] }, left)).toBeUndefined()
  expect(wordsWithheld({ ...original, title: 'Another list' }, left)).toBeUndefined()
})

it('withholds again whatever was withheld once', () => {
  const word = fc.constantFrom('Jane Doe', 'Joe', 'aaa', 'été', 'ete\u0301', '王小明')
  const text = fc
    .array(fc.oneof(word, fc.constantFrom(' ', 'a', 'and', '. ', '👩')), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.array(word, { minLength: 1, maxLength: 3 }), (original, words) => {
      const left = withoutWords(original, words) as string
      const found = wordsIn(original, left)
      if (left === original) return
      expect(withoutWords(original, found ?? [])).toBe(left)
    }),
    { numRuns: 2_000 },
  )
})
