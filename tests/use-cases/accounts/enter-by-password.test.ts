import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { attempts } from '#app/auth/attempts.server.ts'
import { coordinators, users } from '#app/db/schema/accounts.ts'
import { enterByPassword } from '#app/use-cases/accounts/enter-by-password.server.ts'
import { resetPassword } from '#app/use-cases/accounts/reset-password.server.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { ownAccount } from '#tests/support/own-account.ts'

const TEN = 'ten of men'
const TWELVE = 'twelve of us'

async function withShortPassword() {
  const w = await ownAccount()
  const bob = await savePerson(w.db, 'bob', { password: TEN })
  const { passwords: tries, letters } = attempts()
  const enter = (password: string) =>
    enterByPassword({ db: w.db, now: w.now(), tries, letters }, { email: bob.email, password })
  return { ...w, bob, enter }
}

it.each(['administrator', 'coordinator'] as const)(
  'lets nobody in by a password their office as %s has outgrown, and sends a link for a longer one',
  async (office) => {
    const w = await withShortPassword()
    expect(await w.enter(TEN)).toMatchObject({ ok: true, value: { userId: w.bob.id } })
    const userId = w.bob.id
    if (office === 'administrator')
      await w.db.update(users).set({ administrator: true }).where(eq(users.id, userId))
    else
      await w.db
        .insert(coordinators)
        .values({ id: 'coo_bob', userId, appointedAt: w.now(), appointedBy: w.eve.id })

    expect(await w.enter('ten of us.')).toEqual({ ok: false, code: 'wrong-credentials' })
    expect(await w.letters()).toEqual([])
    for (let i = 0; i < 5; i += 1)
      expect(await w.enter(TEN)).toEqual({ ok: false, code: 'password-outgrown' })
    // As many letters as anybody is sent who asks for them.
    expect(await w.letters()).toHaveLength(3)

    const link = (await w.letters()).at(-1)?.token() ?? ''
    const place = { db: w.db, now: w.now(), isKnown: w.isKnown, agent: null }
    expect(await resetPassword(place, link, TEN)).toMatchObject({ code: 'password-too-short' })
    expect(await resetPassword(place, link, TWELVE)).toMatchObject({ ok: true })
    expect(await w.enter(TWELVE)).toMatchObject({ ok: true, value: { userId, factor: false } })
  },
)
