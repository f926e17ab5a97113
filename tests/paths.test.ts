import { expect, it } from 'vitest'

import { formatOf, inFormat } from '#app/paths.ts'

it('adds a format to a path, keeps what narrows the list, and drops which page of it is shown', () => {
  expect(inFormat('/en/commitments', 'csv')).toBe('/en/commitments.csv')
  expect(inFormat('/en/clauses/qd2015/oer/1', 'atom')).toBe('/en/clauses/qd2015/oer/1.atom')
  expect(inFormat('/en/commitments?outcome=kept&outcome=behind&after=x&sort=due', 'json')).toBe(
    '/en/commitments.json?outcome=kept&outcome=behind&sort=due',
  )
  expect(inFormat('/en/commitments?before=x', 'ics')).toBe('/en/commitments.ics')
  expect(inFormat('https://kept.example/en/search?q=a%26b%3F', 'atom')).toBe(
    'https://kept.example/en/search.atom?q=a%26b%3F',
  )
})

it('reads the format of an address', () => {
  expect(formatOf('/en/commitments/QD-2027-0147.jsonld')).toBe('jsonld')
  expect(formatOf('/en/commitments/QD-2027-0147.json')).toBe('json')
  expect(formatOf('/en/commitments')).toBeUndefined()
  expect(formatOf('/en/csv')).toBeUndefined()
})
