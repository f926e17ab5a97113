import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import * as outbox from '#app/routes/desk/administrator/outbox/route.tsx'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, NOW, published, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/administration/outbox': outbox }
const path = '/en/desk/administration/outbox'

it('shows letters with the register’s own address in their links, sent or not', async () => {
  const w = await world()
  await published(w)
  const [first, second] = await w.db.select().from(mails)
  await w.db.update(mails).set({ sentAt: NOW }).where(eq(mails.id, first!.id))
  const failed = { attempts: 2, lastError: 'no route to host' }
  await w.db.update(mails).set(failed).where(eq(mails.id, second!.id))
  const s = await (await askedBy(w, routes)).by(w.administrator)
  const html = await (await s.get(path)).text()
  expect(html).not.toContain('{{origin}}')
  expect(html).toMatch(/http:\/\/127\.0\.0\.1:\d+\/en\/desk/)
  const said = words(html)
  expect(said).toContain('partner@people.example')
  expect(said).toContain('Sent 23 November 2026, 10:00 UTC')
  expect(said).toContain('Failed 2 times: no route to host')
  expect(said).toContain('Waiting to be sent')
})

it('shows no secret of a link', async () => {
  const w = await world()
  const invited = { email: 'new@ministry.example', role: 'editor' as const }
  const { token } = granted(await inviteMember(w.as(w.partner), w.organisationId, invited, 'en'))
  const s = await (await askedBy(w, routes)).by(w.administrator)
  const html = await (await s.get(path)).text()
  expect(html).toContain('/en/account/invitations?token=…')
  expect(html).not.toContain(token)
  expect(html).not.toMatch(/letter-link-/)
})

it('asks once more, then puts a letter that was given up back, and keeps who did', async () => {
  const w = await world()
  await published(w)
  const [one, other] = await w.db.select().from(mails).orderBy(mails.createdAt)
  const gaveUp = { attempts: 1, lastError: '550 <b>no such user</b>', gaveUpAt: NOW }
  await w.db.update(mails).set(gaveUp).where(eq(mails.id, one!.id))
  const s = await (await askedBy(w, routes)).by(w.administrator)
  const html = await (await s.get(path)).text()
  expect(words(html)).toContain('Given up 23 November 2026, 10:00 UTC after one try:')
  expect(html).toContain('550 &lt;b&gt;no such user')
  expect(words(html).indexOf('Given up')).toBeLessThan(words(html).indexOf('Waiting to be sent'))
  expect(html).toContain(`${path}?again=${one!.id}`)

  const asked = await unchanged(w.db, () => s.get(`${path}?again=${one!.id}`))
  expect(words(await asked.text())).toContain('Send this letter again?')
  const vain = await (await s.get(`${path}?again=${other!.id}`)).text()
  expect(words(vain)).not.toContain('Send this letter again?')

  const done = await s.post(path, { letter: one!.id })
  expect([done.status, done.headers.get('Location')]).toEqual([303, path])
  const [now] = await w.db.select().from(mails).where(eq(mails.id, one!.id))
  expect(now).toMatchObject({ attempts: 0, gaveUpAt: null, sentAt: null })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'letter.tried-again',
    subject: one!.id,
    userId: w.administrator.userId,
    entry: null,
  })
  const twice = await unchanged(w.db, () => s.post(path, { letter: one!.id }))
  expect(twice.status).toBe(409)
  expect(words(await twice.text())).toContain('has gone out already, or is still being tried')
})

it('says when there is no letter yet', async () => {
  const w = await world()
  await w.db.delete(mails)
  const s = await (await askedBy(w, routes)).by(w.administrator)
  expect(words(await (await s.get(path)).text())).toContain('No letter has been written yet')
})

it('is closed to everybody but administrators', async () => {
  const w = await world()
  const a = await askedBy(w, routes)
  for (const who of [w.stranger, w.partner, w.coordinator, w.conflicted]) {
    const s = await a.by(who)
    expect((await s.get(path)).status).toBe(403)
    const posted = await unchanged(w.db, () => s.post(path, { letter: 'mal_1' }))
    expect(posted.status).toBe(403)
  }
  expect((await a.ask(path)).status).toBe(302)
})
