import { expect, it } from 'vitest'

import * as accept from '#app/routes/account/accept-invitation/route.tsx'
import * as old from '#app/routes/account/old-invitation/route.tsx'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { again } from '#tests/support/people.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, world } from '#tests/support/world.ts'

const routes = {
  ':locale/account/invitations': accept,
  ':locale/account/invitations/:token': old,
}

async function invited(sentAt = daysFromNow(-1)) {
  const w = await world()
  const input = { email: 'somebody@people.example', role: 'editor' as const }
  const { token } = granted(
    await inviteMember(w.as(w.partner, sentAt), w.organisationId, input, 'en'),
  )
  return { w, path: `/en/account/invitations?token=${token}`, asked: await askedBy(w, routes) }
}

it('lets whoever holds the link join, once, and forgives a second click', async () => {
  const { w, path, asked } = await invited()
  const s = await asked.by(w.stranger)
  const shown = await s.get(path)
  expect(shown.status).toBe(200)
  expect(await shown.text()).toContain('Join Ministry of Learning')
  const answer = await s.post(path, {})
  const done = `/en/desk/organisations/${w.organisationId}?done=joined`
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, done])
  expect((await again(w.db, w.stranger.userId)).memberships).toMatchObject([
    { organisationId: w.organisationId, role: 'editor', until: null },
  ])
  const second = await unchanged(w.db, () => s.post(path, {}))
  expect(second.headers.get('Location')).toBe(done)
})

it('is gone for the next one who tries the same link', async () => {
  const { w, path, asked } = await invited()
  await (await asked.by(w.stranger)).post(path, {})
  const late = await asked.by(w.otherPartner)
  const shown = await late.get(path)
  expect(shown.status).toBe(410)
  expect(await shown.text()).toContain('Somebody has used this link already')
  expect((await unchanged(w.db, () => late.post(path, {}))).status).toBe(410)
})

it('is gone once it has expired', async () => {
  const { w, path, asked } = await invited(daysFromNow(-8))
  const s = await asked.by(w.stranger)
  const shown = await s.get(path)
  expect(shown.status).toBe(410)
  expect(await shown.text()).toContain('The link has expired')
  expect((await unchanged(w.db, () => s.post(path, {}))).status).toBe(410)
})

it('knows no made-up link, and sends whoever is not signed in to sign in first', async () => {
  const { w, path, asked } = await invited()
  const s = await asked.by(w.stranger)
  expect((await s.get('/en/account/invitations?token=made-up')).status).toBe(404)
  const answer = await asked.ask(path)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    302,
    `/en/sign-in?to=${encodeURIComponent(path)}`,
  ])
})

it('still opens for a letter that had the token in the path, which no log repeats', async () => {
  const { w, path, asked } = await invited()
  const token = path.split('=')[1] ?? ''
  const s = await asked.by(w.stranger)
  const answer = await s.get(`/en/account/invitations/${token}`)
  expect([answer.status, answer.headers.get('Location')]).toEqual([307, path])
  const lines = JSON.stringify(asked.lines)
  expect(lines).toContain('/en/account/invitations/')
  expect(lines).not.toContain(token)
})
