import { hash } from '@node-rs/argon2'
import { afterEach, expect, it, vi } from 'vitest'

import type * as argon2 from '#app/adapters/passwords/argon2.server.ts'
import { signIns, users } from '#app/db/schema/accounts.ts'
import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'
import { PASSWORD } from '#tests/support/accounts.ts'
import { statementsOf } from '#tests/support/letters.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { unchanged } from '#tests/support/unchanged.ts'

const matches = vi.hoisted(() => vi.fn<typeof argon2.passwordMatches>())
vi.mock('#app/adapters/passwords/argon2.server.ts', async (original) => {
  const real = await original<typeof argon2>()
  matches.mockImplementation(real.passwordMatches)
  return { ...real, passwordMatches: matches }
})
afterEach(() => void matches.mockClear())

const wrong = { ok: false, code: 'wrong-credentials' }
const agent = 'Firefox/140.0'

async function trying() {
  const w = await ownAccount()
  const tried = (password: string, email = w.ada.email) =>
    checkPassword(
      { db: w.db, now: w.now(), tries: w.tries, from: '192.0.2.7', agent },
      { email, password },
    )
  const history = async () => (await w.db.select().from(signIns)).map(({ outcome }) => outcome)
  return { ...w, tried, history }
}

it('knows who it is by the right password only', async () => {
  const w = await trying()
  expect(await w.tried(PASSWORD)).toMatchObject({ ok: true, value: { userId: w.ada.id } })
  expect(await w.tried(`${PASSWORD} `)).toEqual(wrong)
  expect(await w.tried('')).toEqual(wrong)
  expect(await w.db.select().from(signIns)).toMatchObject([
    { userId: w.ada.id, outcome: 'wrong-password', address: '192.0.2.7', agent },
    { outcome: 'wrong-password' },
  ])
})

it('answers an unknown address with the same words, hashes and statements', async () => {
  const w = await trying()
  for (let i = 1; i <= 6; i += 1) {
    const answers: unknown[] = []
    const work = async (email: string) => {
      matches.mockClear()
      const said = await statementsOf(w.db, async () => {
        answers.push(await w.tried('wrong wrong wrong', email))
      })
      return { said, hashes: matches.mock.calls.length }
    }
    const known = await work(w.ada.email)
    const unknown = await unchanged(w.db, () => work('who@example.org'))
    expect(unknown).toEqual(known)
    expect(known.hashes).toBe(i <= 5 ? 1 : 0)
    expect(known.said.length).toBeGreaterThan(1)
    expect(answers[1]).toEqual(answers[0])
  }
})

it('slows tries down after five, says so to the owner once, and refuses the right one too', async () => {
  const w = await trying()
  for (let i = 0; i < 5; i += 1) expect(await w.tried('wrong wrong')).toEqual(wrong)
  for (let i = 0; i < 20; i += 1)
    expect(await w.tried(PASSWORD)).toMatchObject({
      ok: false,
      code: 'too-many-tries',
      seconds: 60,
    })
  expect(await w.history()).toEqual([...Array<string>(5).fill('wrong-password'), 'throttled'])
  const letters = await w.letters()
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({
    to: w.ada.email,
    subject: 'Many wrong passwords for your account',
  })
  // Nobody else has to wait for it.
  expect((await w.tried(PASSWORD, w.eve.email)).ok).toBe(true)
})

it('forgets wrong tries when one is right', async () => {
  const w = await trying()
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 4; i += 1) await w.tried('wrong wrong')
    expect((await w.tried(PASSWORD)).ok).toBe(true)
  }
  expect(await w.letters()).toEqual([])
})

it('tells of a closed account only whoever knows its password, and knows no erased one', async () => {
  const w = await trying()
  await w.db.update(users).set({ disabledAt: w.now() })
  expect(await w.tried('wrong wrong')).toEqual(wrong)
  expect(await w.tried(PASSWORD)).toEqual({ ok: false, code: 'account-disabled' })
  expect(await w.history()).toEqual(['wrong-password', 'disabled'])
  await w.db.update(users).set({ erasedAt: w.now() })
  expect(await w.tried(PASSWORD)).toEqual(wrong)
})

it('hashes anew a password whose hash was made with other settings', async () => {
  const w = await trying()
  const old = await hash(PASSWORD, { algorithm: 2, memoryCost: 8_192, timeCost: 1, parallelism: 1 })
  await w.db.update(users).set({ passwordHash: old })
  expect((await w.tried('wrong wrong')).ok).toBe(false)
  expect((await w.account(w.ada.id))?.passwordHash).toBe(old)
  expect((await w.tried(PASSWORD)).ok).toBe(true)
  const renewed = (await w.account(w.ada.id))?.passwordHash
  expect(renewed).toContain('$m=19456,t=2,p=1$')
  expect((await w.tried(PASSWORD)).ok).toBe(true)
  expect((await w.account(w.ada.id))?.passwordHash).toBe(renewed)
})
