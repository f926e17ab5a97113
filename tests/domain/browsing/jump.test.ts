import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readJump } from '#app/domain/browsing/jump.ts'
import { base64, base64url, hex } from '#app/domain/ledger/bytes.ts'

it.each([
  'QD-2027-0147',
  'qd-2027-147',
  ' Qd 2027 000147 ',
  'QD–2027–0147',
  'ＱＤ－２０２７－０１４７',
  'QD-٢٠٢٧-٠١٤٧',
  'QD/2027/0147.',
])('knows the record in %s', (typed) => {
  expect(readJump(typed)).toEqual({ kind: 'number', number: 'QD-2027-0147' })
})

it.each([
  ['#0', 0],
  ['# 1,234', undefined],
  ['#123', 123],
  ['№ 7', 7],
  ['#٤٢', 42],
  ['#1234567890123', undefined],
  ['#', undefined],
])('knows the entry in %s', (typed, entry) => {
  expect(readJump(typed)).toEqual(entry === undefined ? undefined : { kind: 'entry', entry })
})

it('knows a hash in each way it is spelled', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const jump = { kind: 'hash', bytes }
      for (const typed of [
        hex(bytes),
        hex(bytes).toUpperCase(),
        `sha256:${hex(bytes)}`,
        `SHA-256 ${hex(bytes)}`,
        base64(bytes),
        base64url(bytes),
      ])
        expect(readJump(typed)).toEqual(jump)
    }),
  )
})

it.each([
  '',
  'teachers',
  'QD-2027',
  '2027-0147',
  'QD-2027-1234567',
  'f'.repeat(63),
  'A'.repeat(42),
])('takes %j for words', (typed) => {
  expect(readJump(typed)).toBeUndefined()
})

it('answers to anything', () => {
  const anything = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(anything, (typed) => {
      expect(() => readJump(typed)).not.toThrow()
    }),
  )
})
