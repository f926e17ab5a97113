import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { createSession, validateSession } from '#app/auth/sessions.server.ts'
import { actorOf } from '#app/db/read/accounts.server.ts'
import { administratorProposals, sessions, users } from '#app/db/schema/accounts.ts'
import { changeAccount } from '#app/use-cases/accounts/change-account.server.ts'
import { again, person } from '#tests/support/people.ts'
import { lastAct, lettersOf } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

const why = { reason: 'He left the ministry in June.' }
const disable = { change: 'disable', ...why } as const

it('closes an account at once, ends its sessions, and tells its owner', async () => {
  const w = await world()
  const place = { db: w.db, secureCookies: false, now: () => NOW }
  const line = await createSession(place, w.partner.userId)
  const request = new Request('http://kept.example', {
    headers: { Cookie: line.split(';', 1)[0] ?? '' },
  })
  expect(await validateSession(place, request)).toBeDefined()

  const letters = await lettersOf(w.db, async () =>
    granted(await changeAccount(w.as(w.administrator), w.partner.userId, disable)),
  )
  expect(letters).toEqual([expect.objectContaining({ to: w.partner.email })])
  expect(letters[0]?.text).toContain(why.reason)
  expect(await validateSession(place, request)).toBeUndefined()
  const left = w.db.select().from(sessions).where(eq(sessions.userId, w.partner.userId))
  expect(await left).toEqual([])
  expect(await actorOf(w.db, w.partner.userId)).toBeUndefined()
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'account.disabled',
    subject: w.partner.userId,
    userId: w.administrator.userId,
    entry: null,
    fields: { before: { disabled: false }, after: { disabled: true }, ...why },
  })

  granted(
    await changeAccount(w.as(w.administrator), w.partner.userId, { change: 'enable', ...why }),
  )
  expect(await actorOf(w.db, w.partner.userId)).toBeDefined()
})

it('makes and ends administrators, each further one by two, and tells the others', async () => {
  const w = await world()
  const made = { change: 'make-administrator', ...why } as const
  const proposed = { change: 'propose-administrator', ...why } as const
  granted(await changeAccount(w.as(w.administrator), w.editor.userId, made))
  const second = await again(w.db, w.editor.userId)
  const third = w.stranger.userId

  const asked = await lettersOf(w.db, async () =>
    granted(await changeAccount(w.as(w.administrator), third, proposed)),
  )
  expect(asked).toEqual([expect.objectContaining({ to: w.editor.email })])
  expect(asked[0]?.text).toContain(w.stranger.name)
  expect(asked[0]?.text).toContain(why.reason)
  expect(await again(w.db, third)).toMatchObject({ administrator: false })
  const alone = () => changeAccount(w.as(w.administrator), third, made)
  expect(await refused(w.db, alone)).toBe('second-administrator')
  // Not even the tables take one whom nobody in office has proposed.
  const direct = () =>
    w.db.update(users).set({ administrator: true }).where(eq(users.id, w.partner.userId))
  await expect(direct()).rejects.toThrow()

  const letters = await lettersOf(w.db, async () =>
    granted(await changeAccount(w.as(second), third, made)),
  )
  expect(letters.map(({ to }) => to).toSorted()).toEqual(
    [w.administrator.email, w.editor.email, w.stranger.email].toSorted(),
  )
  expect(await again(w.db, third)).toMatchObject({ administrator: true })
  expect(await w.db.select().from(administratorProposals)).toEqual([])
  const ended = { change: 'end-administrator', ...why } as const
  granted(
    await changeAccount(w.as(await again(w.db, w.editor.userId)), w.administrator.userId, ended),
  )
  expect(await again(w.db, w.administrator.userId)).toMatchObject({ administrator: false })
})

it('is refused to others and to oneself, and writes nothing', async () => {
  const w = await world()
  const people = ['stranger', 'partner', 'otherPartner', 'coordinator', 'conflicted'] as const
  const told = await refusals(w, people, (acting) =>
    changeAccount(acting, w.editor.userId, disable),
  )
  expect(new Set(Object.values(told))).toEqual(new Set(['administrator-only']))
  const own = () => changeAccount(w.as(w.administrator), w.administrator.userId, disable)
  expect(await refused(w.db, own)).toBe('own-account')
})

it('leaves one administrator of two who close each other out at the same moment', async () => {
  const w = await world()
  const second = await person(w.db, 'second-root', { administrator: true })
  const results = await Promise.all([
    changeAccount(w.as(w.administrator), second.userId, disable),
    changeAccount(w.as(second), w.administrator.userId, disable),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const left = await w.db.select().from(users).where(eq(users.administrator, true))
  expect(left.filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1)
})

it('takes a proposal back, and lets none outlast who made it', async () => {
  const w = await world()
  const second = await person(w.db, 'second-root', { administrator: true })
  const propose = { change: 'propose-administrator', ...why } as const
  const drop = { change: 'drop-proposal', ...why } as const
  const make = { change: 'make-administrator', ...why } as const
  const { userId } = w.stranger

  granted(await changeAccount(w.as(w.administrator), userId, propose))
  const told = await lettersOf(w.db, async () =>
    granted(await changeAccount(w.as(second), userId, drop)),
  )
  expect(told.map(({ to }) => to)).toEqual([w.administrator.email])
  expect(await refused(w.db, () => changeAccount(w.as(second), userId, drop))).toBe('not-proposed')
  expect(await refused(w.db, () => changeAccount(w.as(second), userId, make))).toBe(
    'second-administrator',
  )

  const third = await person(w.db, 'third-root', { administrator: true })
  granted(await changeAccount(w.as(third), userId, propose))
  granted(await changeAccount(w.as(second), third.userId, { change: 'end-administrator', ...why }))
  expect(await refused(w.db, () => changeAccount(w.as(w.administrator), userId, make))).toBe(
    'second-administrator',
  )
  granted(await changeAccount(w.as(second), userId, propose))
  granted(await changeAccount(w.as(w.administrator), userId, make))
})
