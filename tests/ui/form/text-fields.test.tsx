import { expect, it } from 'vitest'

import { FileField, NumberField, TextArea, TextField } from '#app/ui/form/text-fields.tsx'
import { said, words } from '#tests/support/said.tsx'

it('no control validates in the browser: the server answers in words', () => {
  const html = said(
    <>
      <TextField name="mail" label="E-mail" type="email" />
      <NumberField name="target" label="Target" unit="teachers" value="12,000" />
      <TextArea name="text" label="Text" max={4000} />
      <FileField name="file" label="File" />
    </>,
  )
  expect(html).not.toMatch(/ required| pattern=| maxlength=|type="number"/i)
  expect(html).toContain('value="12,000"')
  expect(words(html)).toContain('Up to 4,000 characters')
})

it('a password never comes back', () => {
  expect(
    said(<TextField name="p" label="Password" type="password" value="secret" />),
  ).not.toContain('secret')
})

it('a unit belongs to its number', () => {
  const html = said(<NumberField name="target" label="Target" unit="teachers" />)
  expect(html).toContain('aria-describedby="f-target-unit"')
  expect(html).toContain('<span id="f-target-unit">teachers</span>')
})

it('what is not asked for may be left out, in words', () => {
  expect(words(said(<TextField name="x" label="Web site" optional />))).toBe('Web site (optional)')
})

it('a text in another language is typed in its direction', () => {
  expect(said(<TextArea name="x" label="Text" lang="ar" value="وعد" />)).toContain(
    'lang="ar" dir="rtl"',
  )
})
