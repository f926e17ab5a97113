import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import * as firstRunPage from '#app/routes/account/first-run/route.tsx'
import { firstRun } from '#app/use-cases/accounts/open-register.server.ts'
import { testServer } from '#tests/support/server.ts'

const typed = { name: 'Ada', email: 'ada@example.org', password: 'several plain words' }

async function world() {
  const door = firstRun()
  const routes = { ':locale/first-run': firstRunPage } as Parameters<typeof testServer>[0]
  return {
    ...(await testServer(routes, { firstRun: door })),
    door: `/en/first-run?token=${door.token}`,
  }
}

it('makes the first administrator, once', async () => {
  const { ask, post, db, door } = await world()
  expect((await ask(door)).status).toBe(200)
  const answer = await post(door, typed)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/en/sign-in'])
  expect(await db.select().from(users)).toMatchObject([{ administrator: true }])

  expect((await ask(door)).status).toBe(410)
  expect((await post(door, { ...typed, email: 'eve@example.org' })).status).toBe(410)
  expect(await db.select().from(users)).toHaveLength(1)
})

it('opens to nobody without the token', async () => {
  const { ask, post, db } = await world()
  for (const path of ['/en/first-run', '/en/first-run?token=guess']) {
    expect((await ask(path)).status).toBe(403)
    expect((await post(path, typed)).status).toBe(403)
  }
  expect(await db.select().from(users)).toEqual([])
})

it('asks an administrator for twelve characters', async () => {
  const { post, door } = await world()
  expect((await post(door, { ...typed, password: '12345678901' })).status).toBe(422)
})
