import { expect, it } from 'vitest'

import { Checkboxes, LanguageSelect, Radios, Select } from '#app/ui/form/choice-fields.tsx'
import { said, words } from '#tests/support/said.tsx'

const options = [
  { value: 'a', label: 'A', hint: 'the first' },
  { value: 'b', label: 'B' },
]

it('what was chosen is chosen still', () => {
  expect(said(<Radios name="x" label="X" options={options} value="b" />)).toMatch(
    /value="b"[^>]*checked|checked=""[^>]*value="b"/,
  )
  const boxes = said(<Checkboxes name="x" label="X" options={options} values={['a', 'b']} />)
  expect(boxes.match(/checked=""/g)).toHaveLength(2)
  expect(said(<Select name="x" label="X" options={options} value="b" />)).toContain(
    '<option value="b" selected="">',
  )
})

it('a group is asked by its legend, and each answer by its label', () => {
  const html = said(<Radios name="x" label="Which one?" options={options} />)
  expect(html).toMatch(/<fieldset[^>]*><legend>Which one\?<\/legend>/)
  expect(html).toContain('<label for="f-x">A</label>')
  expect(html).toContain('aria-describedby="f-x-note"')
})

it('a list of languages is in the reader’s own', () => {
  expect(words(said(<LanguageSelect name="lang" />, 'fr'))).toContain('russe')
})
