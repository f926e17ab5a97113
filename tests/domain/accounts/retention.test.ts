import { expect, it } from 'vitest'

import { kept, keptSince } from '#app/domain/accounts/retention.ts'

it('counts months and days back from now', () => {
  expect(keptSince(new Date('2027-03-31T08:00:00Z'))).toEqual({
    signIns: new Date('2026-03-31T08:00:00Z'),
    refused: new Date('2026-03-31T08:00:00Z'),
    addresses: new Date('2026-03-31T08:00:00Z'),
    letterTexts: new Date('2027-03-01T08:00:00Z'),
    letters: new Date('2026-03-31T08:00:00Z'),
    links: new Date('2027-03-01T08:00:00Z'),
  })
})

it('keeps nothing longer than a year', () => {
  expect(Math.max(kept.signInMonths, kept.refusedMonths, kept.addressMonths)).toBeLessThan(13)
})
