import fc from 'fast-check'
import { expect, it } from 'vitest'

import { commitmentNumber, isCommitmentNumber } from '#app/domain/commitments/number.ts'

it('writes declaration code, year and serial', () => {
  expect(commitmentNumber('QD', 2027, 147)).toBe('QD-2027-0147')
  expect(commitmentNumber('QD', 2027, 1)).toBe('QD-2027-0001')
  expect(commitmentNumber('QD', 2027, 12_345)).toBe('QD-2027-12345')
})

it('knows every number it writes, and writes each only once', () => {
  const code = fc.stringMatching(/^[A-Z][A-Z0-9]{1,7}$/)
  const year = fc.integer({ min: 2015, max: 2999 })
  const serial = fc.integer({ min: 1, max: 999_999 })
  fc.assert(
    fc.property(code, year, serial, serial, (of, on, one, other) => {
      expect(isCommitmentNumber(commitmentNumber(of, on, one))).toBe(true)
      expect(commitmentNumber(of, on, one) === commitmentNumber(of, on, other)).toBe(one === other)
    }),
  )
})

it('takes nothing else for a number', () => {
  const wrong = ['qd-2027-0147', 'QD-27-0147', 'QD-2027-147', 'Q-2027-0147', 'QD-2027-0147x', '']
  expect(wrong.filter((text) => isCommitmentNumber(text))).toEqual([])
})
