import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { members } from '#app/db/schema/organisations.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { again, person } from '#tests/support/people.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refused } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, NOW, world, type World } from '#tests/support/world.ts'

const input = { email: 'new@ministry.example', role: 'editor' as const }
const invite = async (w: World, now = NOW) =>
  granted(await inviteMember(w.as(w.partner, now), w.organisationId, input, 'en')).token
const placesOf = (w: World, userId: string) =>
  w.db
    .select()
    .from(members)
    .where(and(eq(members.userId, userId), eq(members.organisationId, w.organisationId)))

it('makes the holder of the link a member in the invited role', async () => {
  const w = await world()
  granted(await acceptInvitation(w.as(w.stranger), await invite(w)))
  expect(await placesOf(w, w.stranger.userId)).toMatchObject([
    { role: 'editor', since: NOW, until: null },
  ])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'member.joined',
    subject: w.organisationId,
    userId: w.stranger.userId,
    role: 'editor',
    entry: null,
  })
})

it('works once, until it expires, and for no other token', async () => {
  const w = await world()
  const token = await invite(w)
  const accept = (with_: string, now = NOW) =>
    refused(w.db, () => acceptInvitation(w.as(w.stranger, now), with_))
  expect(await accept('no such token')).toBe('invitation-missing')
  expect(await accept(token, daysFromNow(7))).toBe('invitation-expired')
  granted(await acceptInvitation(w.as(w.administrator), token))
  expect(await accept(token)).toBe('invitation-used')
})

it('makes nobody a member twice, even with two links and an old page', async () => {
  const w = await world()
  const [first, second] = [await invite(w, daysFromNow(-1)), await invite(w)]
  granted(await acceptInvitation(w.as(w.stranger), first))
  expect(await refused(w.db, () => acceptInvitation(w.as(w.stranger), second))).toBe(
    'already-a-member',
  )
  expect(await placesOf(w, w.stranger.userId)).toHaveLength(1)
})

it('lets somebody back who was removed, and keeps both spans', async () => {
  const w = await world()
  const [old] = await placesOf(w, w.editor.userId)
  granted(await removeMember(w.as(w.partner), old!.id))
  const editor = await again(w.db, w.editor.userId)
  granted(await acceptInvitation(w.as(editor), await invite(w)))
  expect((await placesOf(w, w.editor.userId)).map(({ until }) => until)).toEqual([NOW, null])
})

it('lets one of fifty in who follow the link at once', async () => {
  const w = await world()
  const token = await invite(w)
  const crowd = await Promise.all(Array.from({ length: 50 }, (_, i) => person(w.db, `crowd${i}`)))
  const results = await Promise.all(crowd.map((one) => acceptInvitation(w.as(one), token)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const all = await w.db.select().from(members).where(eq(members.organisationId, w.organisationId))
  expect(all).toHaveLength(4)
})
