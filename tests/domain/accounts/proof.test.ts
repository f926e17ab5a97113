import { expect, it } from 'vitest'

import { isGood, tokenExpiry, tokenPurposes } from '#app/domain/accounts/proof.ts'

const now = new Date('2027-03-01T08:00:00Z')

it('gives a day to follow a link to an address, and half an hour for a password', () => {
  const hours = tokenPurposes.map((purpose) => [
    purpose,
    (tokenExpiry(purpose, now).getTime() - now.getTime()) / 3_600_000,
  ])
  expect(Object.fromEntries(hours)).toEqual({
    'confirm-email': 24,
    'reset-password': 0.5,
    'change-email': 24,
  })
})

it('is good until used or over', () => {
  const later = new Date(now.getTime() + 1)
  expect(isGood({ expiresAt: later, usedAt: null }, now)).toBe(true)
  expect(isGood({ expiresAt: now, usedAt: null }, now)).toBe(false)
  expect(isGood({ expiresAt: later, usedAt: now }, now)).toBe(false)
})
