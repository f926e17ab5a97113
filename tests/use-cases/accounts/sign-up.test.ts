import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { accountTokens, users } from '#app/db/schema/accounts.ts'
import { acts, mails } from '#app/db/schema/acts.ts'
import { invitations } from '#app/db/schema/organisations.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { linkIn, statementsOf } from '#tests/support/letters.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, world } from '#tests/support/world.ts'

const now = new Date('2027-03-01T08:00:00Z')
const isKnown = () => Promise.resolve(false)
const eqEmail = (email: string) => eq(users.email, email)
const ada = {
  name: 'Ada',
  email: 'ada@example.org',
  password: 'several plain words',
  locale: 'fr' as const,
}

it('keeps the person, a hash of the password, the act and a letter, and confirms nobody', async () => {
  const db = await freshDatabase()
  await signUp({ db, now, isKnown, from: '192.0.2.7' }, { ...ada, to: '/fr/desk' })
  const [account] = await db.select().from(users)
  expect(account).toMatchObject({ name: 'Ada', email: ada.email, locale: 'fr', createdAt: now })
  expect(account?.emailConfirmedAt).toBeNull()
  expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await db.select().from(acts)).toMatchObject([
    { kind: 'account.created', subject: account?.id, entry: null, address: '192.0.2.7' },
  ])
  const [letter] = await db.select().from(mails)
  expect(letter).toMatchObject({ to: ada.email, locale: 'fr', createdAt: now })
  expect(letter?.subject).toBe('Confirmez votre adresse pour le registre')
  expect(letter?.text).toMatch(/token=letter-link-[0-9a-f]{64}&/)
  const link = linkIn(letter?.text)
  expect(link.pathname).toBe('/fr/account/confirm')
  expect(link.searchParams.get('to')).toBe('/fr/desk')
  const token = link.searchParams.get('token') ?? ''
  // 24 random bytes are 192 bits.
  expect(token).toMatch(/^[\w-]{32}$/)
  const kept = await db.select().from(accountTokens)
  expect(kept).toMatchObject([{ purpose: 'confirm-email', email: ada.email, usedAt: null }])
  expect(kept[0]?.expiresAt).toEqual(new Date(now.getTime() + 24 * 3_600_000))
  expect(JSON.stringify(kept)).not.toContain(token)
})

it('changes nothing of an account that exists, and tells its owner by letter', async () => {
  const db = await freshDatabase()
  const place = { db, now, isKnown }
  await signUp(place, ada)
  const before = await db.select().from(users)
  await signUp(place, { ...ada, name: 'Eve', password: 'another password', locale: 'en' })
  expect(await db.select().from(users)).toEqual(before)
  expect((await db.select().from(acts)).map(({ kind }) => kind)).toEqual([
    'account.created',
    'account.sign-up-repeated',
  ])
  const [, letter] = await db.select().from(mails)
  expect(letter).toMatchObject({ to: ada.email, locale: 'fr' })
  expect(linkIn(letter?.text).pathname).toBe('/fr/account/reset')
})

it('does the same work for an address that is new and for one that is known', async () => {
  const db = await freshDatabase()
  const place = { db, now, isKnown }
  await signUp(place, { ...ada, email: 'first@example.org' })
  const unknown = await statementsOf(db, () => signUp(place, ada))
  const known = await statementsOf(db, () => signUp(place, ada))
  expect(unknown.length).toBeGreaterThan(5)
  expect(known).toEqual(unknown)
})

it('makes one account of fifty simultaneous wishes', async () => {
  const db = await freshDatabase()
  await Promise.all(Array.from({ length: 50 }, () => signUp({ db, now, isKnown }, ada)))
  expect(await db.select().from(users)).toHaveLength(1)
  const kinds = (await db.select().from(acts)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'account.created')).toHaveLength(1)
})

it('refuses passwords that are tried first, the same for known and unknown addresses', async () => {
  const db = await freshDatabase()
  const place = { db, now, isKnown: (tried: string) => Promise.resolve(tried === ada.password) }
  await signUp({ ...place, isKnown }, { ...ada, email: 'known@example.org' })
  for (const email of ['known@example.org', 'unknown@example.org']) {
    const tried = (changes: object) =>
      unchanged(db, () => signUp(place, { ...ada, email, ...changes }))
    expect(await tried({})).toEqual({ ok: false, code: 'password-known' })
    const own = { password: 'my ADALOVELACE rules', name: 'Ádalovelace' }
    expect(await tried(own)).toEqual({ ok: false, code: 'password-personal' })
  }
})

it('confirms at once whoever comes from a letter to that very address, and nobody else', async () => {
  const w = await world()
  const input = { email: ada.email, role: 'editor' as const }
  const invite = async (on = w.now) =>
    granted(await inviteMember(w.as(w.partner, on), w.organisationId, input, 'en')).token
  const token = await invite()
  const place = { db: w.db, now: w.now, isKnown }
  const confirmed = async (email: string, invitation: string) => {
    const made = granted(await signUp(place, { ...ada, email, invitation }))
    const one = (await w.db.select().from(users)).find((person) => person.email === email)
    expect(one?.emailConfirmedAt !== null).toBe(made.confirmed)
    return made.confirmed
  }
  expect(await confirmed('eve@example.org', token)).toBe(false)
  expect(await confirmed('guessing@example.org', 'made-up')).toBe(false)
  expect(await confirmed(ada.email, token)).toBe(true)

  await w.db.update(invitations).set({ acceptedAt: w.now })
  await w.db.update(users).set({ email: 'gone@example.org' }).where(eqEmail(ada.email))
  expect(await confirmed(ada.email, token)).toBe(false)
  await w.db.update(users).set({ email: 'gone2@example.org' }).where(eqEmail(ada.email))
  expect(await confirmed(ada.email, await invite(daysFromNow(-8)))).toBe(false)
})
