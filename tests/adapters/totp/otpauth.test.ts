import { expect, it } from 'vitest'

import { enrolment, newSecret, stepOf } from '#app/adapters/totp/otpauth.server.ts'

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const secret = new TextEncoder().encode('12345678901234567890')
const vectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const

it.each(vectors)('takes the code of second %i', (seconds, code) => {
  expect(stepOf(secret, code, new Date(seconds * 1_000))).toBe(Math.floor(seconds / 30))
})

it('takes a code one step early or late, and none further off', () => {
  const at = (seconds: number) => stepOf(secret, '287082', new Date(seconds * 1_000))
  expect([at(0), at(29), at(30), at(59), at(60), at(89)]).toEqual([1, 1, 1, 1, 1, 1])
  expect([at(90), at(120)]).toEqual([undefined, undefined])
})

it('makes secrets of 160 bits, and tells apps of them', () => {
  expect(newSecret()).toHaveLength(20)
  expect(newSecret()).not.toEqual(newSecret())
  const { uri, typed } = enrolment(secret, 'Kept', 'ada@example.org')
  expect(uri).toBe(
    'otpauth://totp/Kept:ada%40example.org?issuer=Kept&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
  )
  expect(typed).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
})
