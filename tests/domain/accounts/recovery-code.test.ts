import { expect, it } from 'vitest'

import { plainCode, RECOVERY_BYTES, recoveryCode } from '#app/domain/accounts/recovery-code.ts'

it('writes 80 bits as four groups of four', () => {
  expect(RECOVERY_BYTES * 8).toBe(80)
  expect(recoveryCode(new Uint8Array(10))).toBe('0000-0000-0000-0000')
  expect(recoveryCode(new Uint8Array(10).fill(255))).toBe('zzzz-zzzz-zzzz-zzzz')
  const last = new Uint8Array(10)
  last[9] = 33
  expect(recoveryCode(last)).toBe('0000-0000-0000-0011')
})

it('reads it however it was typed', () => {
  expect(plainCode(' AB0O-1ilz 2345 6789 ')).toBe('ab00111z23456789')
})
