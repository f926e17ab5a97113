import { expect, it } from 'vitest'

import { Filters, type FilterGroup } from '#app/ui/data/filters.tsx'
import { said } from '#tests/support/said.tsx'

const group = (name: string, changes: Partial<FilterGroup> = {}): FilterGroup => ({
  name,
  label: name,
  kind: 'checkboxes',
  options: [
    { value: 'some', label: 'Some', count: 3 },
    { value: 'none', label: 'None', count: 0 },
    { value: 'asked', label: 'Asked', count: 0, chosen: true },
  ],
  ...changes,
})

it('cannot be set to what finds nothing, but can be taken back from it', () => {
  const html = said(<Filters action="/en/commitments" groups={[group('outcome')]} />)
  const inputOf = (value: string) =>
    html.match(new RegExp(`<input[^>]*value="${value}"[^>]*>`))?.[0]
  expect(inputOf('some')).not.toMatch(/disabled|checked=/)
  expect(inputOf('none')).toContain('disabled')
  expect(inputOf('asked')).toContain('checked')
  expect(inputOf('asked')).not.toContain('disabled')
})

it('opens the part of a long list in which something is chosen', () => {
  const [some, , asked] = group('x').options
  const sections = [
    { label: 'Closed', options: [some!] },
    { label: 'Open', options: [asked!] },
  ]
  const html = said(<Filters action="/x" groups={[group('country', { options: [], sections })]} />)
  expect(html).toContain('<details><summary>Closed</summary>')
  expect(html).toContain('<details open=""><summary>Open</summary>')
})

it('has its button at both ends where there is much between', () => {
  const buttons = (...names: string[]) =>
    said(<Filters action="/x" groups={names.map((name) => group(name))} />).match(/<button/g)
  expect(buttons('outcome')).toHaveLength(1)
  expect(buttons('outcome', 'group')).toHaveLength(2)
})
