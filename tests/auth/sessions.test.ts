import { createHash } from 'node:crypto'

import { expect, it } from 'vitest'

import {
  createSession,
  endSession,
  proveSession,
  startSession,
  validateSession,
} from '#app/auth/sessions.server.ts'
import { coordinators, sessions, signIns, users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { freshDatabase } from '#tests/support/database.ts'

const HOUR = 3_600_000

async function world(secureCookies = false) {
  const db = await freshDatabase()
  const ada = await savePerson(db, 'ada')
  let clock = Date.parse('2027-03-01T08:00:00Z')
  return {
    place: { db, secureCookies, now: () => new Date(clock) },
    ada,
    pass: (ms: number) => (clock += ms),
  }
}
const carrying = (setCookie: string) =>
  new Request('http://localhost', { headers: { Cookie: setCookie.split(';', 1)[0] ?? '' } })

it('lets the person in who holds the cookie, and nobody else', async () => {
  const { place, ada } = await world()
  const cookie = await createSession(place, ada.id)
  expect(await validateSession(place, carrying(cookie))).toMatchObject({ userId: ada.id })
  expect(await validateSession(place, new Request('http://localhost'))).toBeUndefined()
  expect(await validateSession(place, carrying('session=made-up'))).toBeUndefined()
  expect(await validateSession(place, carrying(cookie.replace('session', 'other')))).toBeUndefined()
})

it('makes a cookie no script reads and no other site sends', async () => {
  const { place, ada } = await world()
  expect(await createSession(place, ada.id)).toMatch(
    /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})

it('binds the cookie to the host where there is https', async () => {
  const { place, ada } = await world(true)
  const cookie = await createSession(place, ada.id)
  expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  expect(await validateSession(place, carrying(cookie))).toMatchObject({ userId: ada.id })
})

it('keeps only a hash: the database opens no session', async () => {
  const { place, ada } = await world()
  const cookie = await createSession(place, ada.id)
  const value = /^session=([^;]+)/.exec(cookie)?.[1] ?? ''
  const [row] = await place.db.select().from(sessions)
  expect(row?.id).toBe(createHash('sha256').update(value).digest('hex'))
  expect(await validateSession(place, carrying(`session=${row?.id}`))).toBeUndefined()
})

it('ends after two idle hours', async () => {
  const { place, ada, pass } = await world()
  const cookie = await createSession(place, ada.id)
  pass(2 * HOUR - 1_000)
  expect(await validateSession(place, carrying(cookie))).toBeDefined()
  pass(2 * HOUR - 1_000)
  expect(await validateSession(place, carrying(cookie))).toBeDefined()
  pass(2 * HOUR)
  expect(await validateSession(place, carrying(cookie))).toBeUndefined()
})

it('ends after twelve hours however busy', async () => {
  const { place, ada, pass } = await world()
  const cookie = await createSession(place, ada.id)
  for (let hour = 1; hour < 12; hour += 1) {
    pass(HOUR)
    expect(await validateSession(place, carrying(cookie))).toBeDefined()
  }
  pass(HOUR)
  expect(await validateSession(place, carrying(cookie))).toBeUndefined()
})

it('ends when told to, one or all of a person', async () => {
  const { place, ada } = await world()
  const eve = await savePerson(place.db, 'eve')
  const [first, second] = [await createSession(place, ada.id), await createSession(place, ada.id)]
  const hers = await createSession(place, eve.id)
  expect(await endSession(place, carrying(first))).toMatch(/^session=; .*Max-Age=0$/)
  expect(await validateSession(place, carrying(first))).toBeUndefined()
  expect(await validateSession(place, carrying(second))).toBeDefined()

  await writing(place.db, (tx) => endSessionsOf(tx, ada.id))
  expect(await validateSession(place, carrying(second))).toBeUndefined()
  expect(await validateSession(place, carrying(hers))).toBeDefined()
})

it('writes nothing on a request that follows shortly', async () => {
  const { place, ada, pass } = await world()
  const cookie = await createSession(place, ada.id)
  const before = (await place.db.select().from(sessions))[0]?.expiresAt
  pass(60_000)
  await validateSession(place, carrying(cookie))
  expect((await place.db.select().from(sessions))[0]?.expiresAt).toBe(before)
})

const browser = (setCookie = '') =>
  new Request('http://localhost', {
    headers: { Cookie: setCookie.split(';', 1)[0] ?? '', 'User-Agent': 'Firefox/140.0 (Linux)' },
  })

it('ends after half an idle hour where more could be done with it', async () => {
  const { place, ada, pass } = await world()
  const before = await createSession(place, ada.id)
  const appointed = { id: 'c1', userId: ada.id, appointedAt: place.now(), appointedBy: ada.id }
  await place.db.insert(coordinators).values(appointed)
  pass(0.5 * HOUR - 1_000)
  expect(await validateSession(place, carrying(before))).toBeDefined()
  pass(0.5 * HOUR)
  // The role came after the session, and shortens it all the same.
  expect(await validateSession(place, carrying(before))).toBeUndefined()

  const after = await createSession(place, ada.id)
  pass(0.5 * HOUR)
  expect(await validateSession(place, carrying(after))).toBeUndefined()
})

it('begins with a new id at each sign-in, and remembers when, where and by what', async () => {
  const { place, ada } = await world()
  const there = { ...place, address: '192.0.2.7' }
  const first = await startSession(there, browser(), ada.id, { outcome: 'signed-in' })
  const second = await startSession(there, browser(first), ada.id, { secondFactor: true })
  expect(second).not.toBe(first)
  expect(await validateSession(place, carrying(first))).toBeUndefined()
  const now = place.now().getTime()
  expect(await place.db.select().from(sessions)).toMatchObject([
    {
      userId: ada.id,
      createdAt: now,
      seenAt: now,
      provedAt: now,
      secondFactorAt: now,
      address: '192.0.2.7',
      agent: 'Firefox/140.0 (Linux)',
    },
  ])
  // Half a sign-in is none.
  expect(await place.db.select().from(signIns)).toMatchObject([
    { userId: ada.id, outcome: 'signed-in', address: '192.0.2.7', agent: 'Firefox/140.0 (Linux)' },
  ])
})

it('takes no id that somebody else chose', async () => {
  const { place, ada } = await world()
  const made = await startSession(place, browser('session=chosen'), ada.id, {})
  expect(made).not.toContain('chosen')
  expect(await validateSession(place, carrying('session=chosen'))).toBeUndefined()
})

it.each(['disabledAt', 'erasedAt'] as const)('ends at once when the account is %s', async (how) => {
  const { place, ada } = await world()
  const cookie = await createSession(place, ada.id)
  await place.db.update(users).set({ [how]: place.now() })
  expect(await validateSession(place, carrying(cookie))).toBeUndefined()
})

it('notes that its owner has said once more who they are', async () => {
  const { place, ada, pass } = await world()
  const cookie = await createSession(place, ada.id)
  pass(60_000)
  const session = await validateSession(place, carrying(cookie))
  expect(session?.provedAt).toBe(place.now().getTime() - 60_000)
  await proveSession(place, { id: session?.id ?? '' })
  expect((await validateSession(place, carrying(cookie)))?.provedAt).toBe(place.now().getTime())
})
