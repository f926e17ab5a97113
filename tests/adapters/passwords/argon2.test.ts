import { expect, it } from 'vitest'

import { hashPassword, passwordMatches } from '#app/adapters/passwords/argon2.server.ts'

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
