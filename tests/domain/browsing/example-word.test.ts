import { expect, it } from 'vitest'

import { examplePhrase, exampleWord } from '#app/domain/browsing/example-word.ts'

it('thinks of the word most titles share, as they write it', () => {
  expect(exampleWord(['Open schools', 'Éducation for all', 'The éducation of girls'])).toBe(
    'Éducation',
  )
  expect(exampleWord(['乡村教师培训', '教师数字能力'])).toBe('教师')
  expect(exampleWord(['12,000 a b c', 'AI'])).toBeUndefined()
  expect(exampleWord([])).toBeUndefined()
})

it('thinks of two words that stand beside each other', () => {
  expect(examplePhrase(['A to B', 'For open resources'])).toBe('open resources')
  expect(examplePhrase(['教师', 'AI'])).toBeUndefined()
})
