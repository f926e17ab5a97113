import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import {
  deskOrganisation,
  invitationPage,
  memberPage,
} from '#app/db/read/desk-organisations.server.ts'
import { members } from '#app/db/schema/organisations.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { hashOfToken, inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { again } from '#tests/support/people.ts'
import { daysFromNow, granted, NOW, world, type World } from '#tests/support/world.ts'

const outsiders = (w: World) => [
  undefined,
  w.stranger,
  w.otherPartner,
  w.coordinator,
  w.administrator,
]
const editorInvite = { email: 'new@people.example', role: 'editor' as const }

it('shows an organisation to its members alone', async () => {
  const w = await world()
  for (const [who, mayManage] of [
    [w.partner, true],
    [w.editor, false],
  ] as const)
    expect(await deskOrganisation(w.db, who, w.organisationId, NOW)).toMatchObject({
      organisation: { id: w.organisationId },
      mayManage,
    })
  for (const who of outsiders(w))
    expect(await deskOrganisation(w.db, who, w.organisationId, NOW)).toBeUndefined()
})

it('lists who belongs to it now, and invitations that can still be used', async () => {
  const w = await world()
  const editorPlace = await w.db
    .select()
    .from(members)
    .where(eq(members.userId, w.editor.userId))
    .get()
  granted(await removeMember(w.as(w.partner), editorPlace?.id ?? ''))
  granted(await inviteMember(w.as(w.partner), w.organisationId, editorInvite, 'en'))
  granted(
    await inviteMember(
      w.as(w.partner, daysFromNow(-8)),
      w.organisationId,
      { ...editorInvite, email: 'late@people.example' },
      'en',
    ),
  )
  const page = await deskOrganisation(w.db, w.partner, w.organisationId, NOW)
  expect(page?.people.map(({ name }) => name)).toEqual(['Person partner', 'Person conflicted'])
  expect(page?.pending.map(({ email }) => email)).toEqual(['new@people.example'])
  const gone = await memberPage(w.db, w.partner, editorPlace?.id ?? '', NOW)
  expect(gone?.member.until).toEqual(NOW)
})

it('shows a member to colleagues alone', async () => {
  const w = await world()
  const place = await w.db.select().from(members).where(eq(members.userId, w.editor.userId)).get()
  const id = place?.id ?? ''
  expect(await memberPage(w.db, w.partner, id, NOW)).toMatchObject({
    isViewer: false,
    mayManage: true,
  })
  expect(await memberPage(w.db, w.editor, id, NOW)).toMatchObject({
    isViewer: true,
    mayManage: false,
  })
  for (const who of outsiders(w)) expect(await memberPage(w.db, who, id, NOW)).toBeUndefined()
})

it('opens an invitation to whoever holds its link, and says when it is over', async () => {
  const w = await world()
  const { token } = granted(
    await inviteMember(w.as(w.partner), w.organisationId, editorInvite, 'en'),
  )
  const at = async (now: Date, who = w.stranger) =>
    await invitationPage(w.db, who, hashOfToken(token), now)
  expect((await at(NOW))?.over).toBeUndefined()
  expect((await at(daysFromNow(7)))?.over).toBe('expired')
  expect(await invitationPage(w.db, w.stranger, token, NOW)).toBeUndefined()
  granted(await acceptInvitation(w.as(w.stranger), token))
  expect(await at(NOW)).toMatchObject({ over: 'used', isMember: false })
  expect(await at(NOW, await again(w.db, w.stranger.userId))).toMatchObject({ isMember: true })
})
