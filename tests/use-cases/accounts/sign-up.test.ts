import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { acts } from '#app/db/schema/acts.ts'
import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'
import { freshDatabase } from '#tests/support/database.ts'

const now = new Date('2027-03-01T08:00:00Z')
const ada = {
  name: 'Ada',
  email: 'ada@example.org',
  password: 'several plain words',
  locale: 'fr' as const,
}

it('keeps the person, a hash of the password, and the act', async () => {
  const db = await freshDatabase()
  await signUp({ db, now }, ada)
  const [account] = await db.select().from(users)
  expect(account).toMatchObject({ name: 'Ada', email: ada.email, locale: 'fr', createdAt: now })
  expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await db.select().from(acts)).toMatchObject([
    { kind: 'account.created', subject: account?.id, entry: null },
  ])
  expect(await checkPassword(db, ada)).toEqual({
    ok: true,
    value: { userId: account?.id, locale: 'fr' },
  })
})

it('changes nothing of an account that exists, and says nothing either', async () => {
  const db = await freshDatabase()
  await signUp({ db, now }, ada)
  const before = await db.select().from(users)
  await signUp({ db, now }, { ...ada, name: 'Eve', password: 'another password' })
  expect(await db.select().from(users)).toEqual(before)
  expect(await db.select().from(acts)).toHaveLength(1)
})

it('makes one account of fifty simultaneous wishes', async () => {
  const db = await freshDatabase()
  await Promise.all(Array.from({ length: 50 }, () => signUp({ db, now }, ada)))
  expect(await db.select().from(users)).toHaveLength(1)
  expect(await db.select().from(acts)).toHaveLength(1)
})
