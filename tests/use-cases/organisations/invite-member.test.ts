import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import { invitations } from '#app/db/schema/organisations.ts'
import { withLink } from '#app/use-cases/mails/letter-links.server.ts'
import { hashOfToken, inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { lastAct, lettersOf } from '#tests/support/recorded.ts'
import { everyTable, refusals, refused } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, world } from '#tests/support/world.ts'

const input = { email: 'new@ministry.example', role: 'editor' as const }

it('sends a link for seven days to the one it is meant for', async () => {
  const w = await world()
  let token = ''
  const letters = await lettersOf(w.db, async () => {
    token = granted(await inviteMember(w.as(w.partner), w.organisationId, input, 'en')).token
  })
  expect(letters).toMatchObject([{ to: input.email }])
  expect(letters[0]?.text).not.toContain(token)
  expect(withLink(letters[0]?.text ?? '')).toContain(`/en/account/invitations?token=${token}`)
  const row = await w.db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOfToken(token)))
    .get()
  expect(row).toMatchObject({
    ...input,
    organisationId: w.organisationId,
    invitedBy: w.partner.userId,
    expiresAt: daysFromNow(7),
    acceptedAt: null,
  })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'member.invited',
    subject: w.organisationId,
    fields: {},
    entry: null,
  })
})

it('keeps the token nowhere in the database, not even while its letter waits', async () => {
  const w = await world()
  const { token } = granted(await inviteMember(w.as(w.partner), w.organisationId, input, 'en'))
  const found: string[] = []
  for (const table of Object.keys(await everyTable(w.db))) {
    const { rows } = await w.db.$client.execute(`SELECT * FROM "${table}"`)
    if (JSON.stringify(rows).includes(token)) found.push(table)
  }
  expect(found).toEqual([])
})

it('is for focal points of the organisation', async () => {
  const w = await world()
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  const invite = (acting: Parameters<typeof inviteMember>[0]) =>
    inviteMember(acting, w.organisationId, input, 'en')
  expect(await refusals(w, people, invite)).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
  expect(await refused(w.db, () => inviteMember(w.as(w.partner), 'org_none', input, 'en'))).toBe(
    'organisation-missing',
  )
})

it('sends one letter for a button pressed fifty times at once', async () => {
  const w = await world()
  const input = { email: 'twice@people.example', role: 'editor' } as const
  const invite = (now?: Date) => inviteMember(w.as(w.partner, now), w.organisationId, input, 'en')
  const answers = await Promise.all(Array.from({ length: 50 }, () => invite()))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.code === 'already-invited')).toHaveLength(
    49,
  )
  const letters = await w.db.select().from(mails)
  expect(letters.filter((letter) => letter.to === input.email)).toHaveLength(1)
  expect((await invite(daysFromNow(1))).ok).toBe(true)
})
