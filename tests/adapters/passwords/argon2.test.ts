import { hash as argon2 } from '@node-rs/argon2'
import { expect, it } from 'vitest'

import { hashPassword, isOutdated, passwordMatches } from '#app/adapters/passwords/argon2.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'

it('knows the password again, and no other', async () => {
  const hash = await hashPassword('several plain words')
  expect(hash).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(await hashPassword('several plain words')).not.toBe(hash)
  expect(await passwordMatches('several plain words', hash)).toBe(true)
  expect(await passwordMatches('Several plain words', hash)).toBe(false)
  expect(await passwordMatches('several plain words', undefined)).toBe(false)
  expect(await passwordMatches('nobody has this account', undefined)).toBe(false)
})

it('reads all of a long password', async () => {
  const long = 'x'.repeat(1_000)
  const hash = await hashPassword(`${long}a`)
  expect(await passwordMatches(`${long}b`, hash)).toBe(false)
})

it('works through a flood a few at a time', async () => {
  const hash = await hashPassword('several plain words')
  const before = process.memoryUsage.rss()
  const all = await Promise.all(
    Array.from({ length: 60 }, () => passwordMatches('several plain words', hash)),
  )
  expect(all.every(Boolean)).toBe(true)
  // Sixty at once would hold over a gigabyte.
  expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1024 * 1024)
})

it('knows a hash that was made with other settings', async () => {
  const password = 'several plain words'
  expect(isOutdated(await hashPassword(password))).toBe(false)
  const light = { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 }
  expect(isOutdated(await argon2(password, light))).toBe(true)
  expect(isOutdated('none')).toBe(true)
})

it('has whoever comes after two hundred come back later, and goes on', async () => {
  // Settings so light that only the number of them counts.
  const stored = await argon2('quick', { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 })
  const tried = () => passwordMatches('quick', stored)
  const all = await Promise.allSettled(Array.from({ length: 300 }, tried))
  const turnedAway = all.filter(({ status }) => status === 'rejected')
  expect(turnedAway).toHaveLength(300 - 204)
  for (const one of turnedAway)
    expect(one.status === 'rejected' && one.reason).toBeInstanceOf(DatabaseUnavailable)
  expect(await tried()).toBe(true)
})
