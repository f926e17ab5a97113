import { expect, it } from 'vitest'

import { acts, refusedAttempts } from '#app/db/schema/acts.ts'
import { noteRefused } from '#app/use-cases/accounts/note-refused.server.ts'
import { NOW, world } from '#tests/support/world.ts'

it('keeps what was tried, by whom, and records no act of it', async () => {
  const { db, stranger } = await world()
  const before = await db.$count(acts)
  const attempt = {
    at: NOW,
    userId: stranger.userId,
    address: '192.0.2.7',
    method: 'POST',
    path: '/en/desk/queue',
    status: 403,
    requestId: 'r1',
  }
  await noteRefused(db, attempt)
  expect(await db.select().from(refusedAttempts)).toMatchObject([attempt])
  expect(await db.$count(acts)).toBe(before)
})
