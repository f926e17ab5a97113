import { expect, it } from 'vitest'

import { passwordMatches } from '#app/adapters/passwords/argon2.server.ts'
import { coordinators, sessions } from '#app/db/schema/accounts.ts'
import { withoutPrivileges } from '#app/domain/accounts/second-factor.ts'
import { askReset } from '#app/use-cases/accounts/ask-reset.server.ts'
import { changePassword } from '#app/use-cases/accounts/change-password.server.ts'
import { resetPassword } from '#app/use-cases/accounts/reset-password.server.ts'
import { PASSWORD } from '#tests/support/accounts.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { refused } from '#tests/support/unchanged.ts'

const NEW = 'another plain sentence'

async function signedIn() {
  const w = await ownAccount()
  await w.session(w.ada.id)
  const [session] = await w.db.select().from(sessions)
  const sessionId = session?.id ?? ''
  const change = async (current: string, password: string, isKnown = w.isKnown) => {
    const { tries, ada } = w
    const acting = await w.as(ada.id)
    return changePassword(
      // As somebody without the second factor their role needs comes to the page.
      { ...acting, actor: withoutPrivileges(acting.actor), isKnown, tries, sessionId, agent: null },
      { current, password },
    )
  }
  return { ...w, sessionId, change }
}

it('changes it for who knows the present one; other sessions and links end, and a letter tells', async () => {
  const w = await signedIn()
  await w.session(w.ada.id)
  await w.session(w.eve.id)
  await askReset({ db: w.db, now: w.now() }, { email: w.ada.email, locale: 'en' })
  const link = (await w.letters())[0]?.token() ?? ''
  expect((await w.change(PASSWORD, NEW)).ok).toBe(true)
  const account = await w.account(w.ada.id)
  expect(await passwordMatches(NEW, account?.passwordHash)).toBe(true)
  expect(account?.passwordChangedAt).toEqual(w.now())
  const left = await w.db.select().from(sessions)
  expect(left.map(({ userId }) => userId).toSorted()).toEqual([w.ada.id, w.eve.id])
  expect(left.some(({ id }) => id === w.sessionId)).toBe(true)
  expect(await w.kinds()).toEqual(['account.password-changed'])
  expect((await w.letters()).at(-1)).toMatchObject({ subject: 'Your password was changed' })
  const place = { db: w.db, now: w.now(), isKnown: w.isKnown, agent: null }
  expect(await refused(w.db, () => resetPassword(place, link, NEW))).toBe('link-over')
})

it('changes nothing for who does not know it, and counts their tries', async () => {
  const w = await signedIn()
  for (let i = 0; i < 5; i += 1)
    expect(await w.change('a guess', NEW)).toEqual({ ok: false, code: 'wrong-password' })
  expect(await w.change(PASSWORD, NEW)).toMatchObject({ code: 'too-many-tries', seconds: 60 })
  expect(await w.kinds()).toEqual([])
  expect(await passwordMatches(PASSWORD, (await w.account(w.ada.id))?.passwordHash)).toBe(true)
})

it('takes no password that is short, personal or known', async () => {
  const w = await signedIn()
  const code = (password: string, isKnown = w.isKnown) =>
    refused(w.db, () => w.change(PASSWORD, password, isKnown))
  expect(await code('short')).toBe('password-too-short')
  expect(await code(NEW, () => Promise.resolve(true))).toBe('password-known')
  expect(await code('my kept secrets')).toBe('password-personal')
  const now = w.now()
  await w.db
    .insert(coordinators)
    .values({ id: 'c1', userId: w.ada.id, appointedAt: now, appointedBy: w.ada.id })
  expect(await code('eleven char')).toBe('password-too-short')
})
