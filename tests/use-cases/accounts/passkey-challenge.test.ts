import { expect, it } from 'vitest'

import { challenges } from '#app/db/schema/accounts.ts'
import {
  challengeFor,
  challengeForAnybody,
  challengeIn,
  challengeOfCookie,
  readUsed,
} from '#app/use-cases/accounts/passkey-challenge.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'

it('keeps a hash of what it asks, and forgets what is over', async () => {
  const w = await ownAccount()
  const place = () => ({ db: w.db, now: w.now() })
  const challenge = await challengeFor(place(), w.ada.id)
  const [kept] = await w.db.select().from(challenges)
  expect(kept?.id).not.toContain(challenge)
  expect(kept?.userId).toBe(w.ada.id)
  w.pass(5)
  const { cookie, challenge: other } = await challengeForAnybody(place())
  expect(challengeOfCookie(cookie)).toBe(other)
  expect(await w.db.select().from(challenges)).toMatchObject([{ userId: null }])
})

it('reads answers of the one shape, and anything else as none', () => {
  for (const text of ['', 'null', '{}', '{"id":"a","rawId":"a","type":"public-key"}'])
    expect(readUsed(text)).toBeUndefined()
  expect(challengeIn('???')).toBe('')
  expect(challengeIn(Buffer.from('{"challenge":"abc"}').toString('base64url'))).toBe('abc')
})
