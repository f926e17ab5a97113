import fc from 'fast-check'
import { expect, it } from 'vitest'

import { localeOf, safePath, statusOf } from '#app/http/responses.server.ts'

const origin = 'https://kept.example'

it.each([
  ['/', '/'],
  ['/en/desk', '/en/desk'],
  ['/en/desk?to=//evil#x', '/en/desk?to=//evil#x'],
  ['/en/ключ', '/en/%D0%BA%D0%BB%D1%8E%D1%87'],
  ['', '/'],
  [null, '/'],
  [undefined, '/'],
  [['/en'], '/'],
  ['en/desk', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['/./\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['https://kept.example/en', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['/en\r\nSet-Cookie: a=b', '/'],
  [' /en', '/'],
])('takes %o as %s', (wanted, path) => {
  expect(safePath(wanted, origin)).toBe(path)
})

it('never leads to another host, whatever it is given', () => {
  const bits = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    'evil.example',
    '%2f',
    '\t',
    'a',
  )
  fc.assert(
    fc.property(
      fc.array(bits).map((some) => some.join('')),
      (wanted) => {
        const path = safePath(wanted, origin)
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(new URL(path, origin).origin).toBe(origin)
      },
    ),
    { numRuns: 2_000 },
  )
})

it('has a page in the six languages only', () => {
  expect(localeOf({ locale: 'ar' })).toBe('ar')
  for (const locale of ['de', 'EN', 'toString', undefined])
    expect(() => localeOf({ locale })).toThrow(expect.objectContaining({ status: 404 }))
})

it.each([
  ['conflict-of-interest', 403],
  ['administrator-only', 403],
  ['not-your-organisation', 403],
  ['report-missing', 404],
  ['report-not-editable', 409],
  ['register-already-open', 410],
  ['toString', 409],
])('answers %s with %i', (code, status) => {
  expect(statusOf(code)).toBe(status)
})
