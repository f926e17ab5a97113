import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { sessions } from '#app/db/schema/accounts.ts'
import * as erased from '#app/routes/account/erased/route.tsx'
import * as exporting from '#app/routes/account/export-own-data/route.tsx'
import * as ownData from '#app/routes/account/own-data/route.tsx'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { NOW, world, type World } from '#tests/support/world.ts'

const routes = {
  ':locale/account/data/export': exporting,
  ':locale/account/data': ownData,
  ':locale/account/erased': erased,
}
const path = '/en/account/data'
const word = { word: 'erase' }

async function asked() {
  const w = await world()
  return { w, a: await askedBy(w, routes) }
}
/** As if they had given their password that long ago. */
const proved = (w: World, userId: string, ago: number) =>
  w.db
    .update(sessions)
    .set({ provedAt: NOW.getTime() - ago })
    .where(eq(sessions.userId, userId))

it('hands over a file, to nobody but its owner, who has just given the password', async () => {
  const { w, a } = await asked()
  const editor = await a.by(w.editor)
  await proved(w, w.editor.userId, 0)
  const answer = await editor.post(`${path}/export`, {})
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  expect(answer.headers.get('Content-Disposition')).toContain('attachment')
  expect(await answer.json()).toMatchObject({ account: { email: w.editor.email } })
  // There is no link to it that could be sent on.
  expect((await editor.get(`${path}/export`)).headers.get('Location')).toBe(path)

  await proved(w, w.editor.userId, 11 * 60_000)
  for (const [to, form] of [
    [`${path}/export`, {}],
    [path, word],
  ] as const) {
    const later = await unchanged(w.db, () => editor.post(to, form))
    expect(later.status).toBe(303)
    expect(later.headers.get('Location')).toContain('/account/prove')
  }
  const stranger = await unchanged(w.db, () => a.ask(`${path}/export`, { method: 'POST' }))
  expect(stranger.headers.get('Location')).toContain('/sign-in')
})

it('erases on the word alone, and says so to somebody who is nobody now', async () => {
  const { w, a } = await asked()
  const editor = await a.by(w.editor)
  await proved(w, w.editor.userId, 0)
  const wrong = await unchanged(w.db, () => editor.post(path, { word: 'yes' }))
  expect(wrong.status).toBe(422)
  expect(words(await wrong.text())).toContain('Type the word exactly')
  const done = await editor.post(path, word)
  expect(done.headers.get('Location')).toBe('/en/account/erased')
  expect(done.headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect(words(await (await editor.get('/en/account/erased')).text())).toContain(
    'Your account is erased',
  )
  expect((await editor.get(path)).status).toBe(302)
})

it('tells whoever cannot go yet whom to ask first', async () => {
  const { w, a } = await asked()
  for (const [who, said] of [
    [w.partner, 'only focal point of Ministry of Learning'],
    [w.administrator, 'only administrator'],
  ] as const) {
    const one = await a.by(who)
    await proved(w, who.userId, 0)
    expect(words(await (await one.get(path)).text())).toContain(said)
    const answer = await unchanged(w.db, () => one.post(path, word))
    expect(answer.status).toBe(409)
  }
})
