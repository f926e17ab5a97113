import fc from 'fast-check'
import { expect, it } from 'vitest'

import { plainly } from '#app/domain/audit/plainly.ts'

it('shows what is not seen, and leaves every script as it is', () => {
  expect(plainly('Ada\r\n2026-11-23 root signed in')).toBe('Ada\\r\\n2026-11-23 root signed in')
  expect(plainly('a\u202Egpj.exe')).toBe('a\\u{202E}gpj.exe')
  expect(plainly('\u0000\u001b[31m\u0085\u2028\u2066\ufeff')).toBe(
    '\\u{0}\\u{1B}[31m\\u{85}\\u{2028}\\u{2066}\\u{FEFF}',
  )
  for (const name of ['وزارة التعلّم', '学习部', 'Министерство', 'Æ “O’Neill” & Söhne'])
    expect(plainly(name)).toBe(name)
})

it('is always one line without a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainly(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
