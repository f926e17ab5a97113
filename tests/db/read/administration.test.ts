import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import {
  administrationPage,
  declarationsToImport,
  openedDeclarationsPage,
  outboxPage,
} from '#app/db/read/administration.server.ts'
import { mails } from '#app/db/schema/acts.ts'
import { daysFromNow, NOW, published, world } from '#tests/support/world.ts'

it('counts what the register holds', async () => {
  const w = await world()
  await published(w)
  const [letter] = await w.db.select().from(mails)
  await w.db.update(mails).set({ sentAt: NOW })
  await w.db
    .update(mails)
    .set({ sentAt: null, attempts: 2, lastError: 'no route' })
    .where(eq(mails.id, letter!.id))
  expect(await administrationPage(w.db, w.administrator)).toEqual({
    people: 8,
    coordinators: 3,
    declarations: 1,
    organisations: 2,
    commitments: 1,
    letters: { waiting: 1, failing: 1 },
    proposed: [],
    // The declaration, two organisations, the commitment.
    log: { entries: 4, newestAt: daysFromNow(-198) },
  })
})

it('lists open declarations with their commitments', async () => {
  const w = await world()
  await published(w)
  const opened = [{ key: 'qd2015', code: 'QD', openedAt: daysFromNow(-1100), commitments: 1 }]
  expect(await openedDeclarationsPage(w.db, w.administrator, NOW)).toMatchObject(opened)
  expect(await declarationsToImport(w.db, w.coordinator)).toMatchObject(opened)
})

it('shows the newest letters with their whole text', async () => {
  const w = await world()
  await published(w)
  const outbox = await outboxPage(w.db, w.administrator, NOW)
  expect(outbox?.letters[0]).toMatchObject({
    to: 'partner@people.example',
    sentAt: null,
    attempts: 0,
  })
  expect(outbox?.total).toBe(outbox?.letters.length)
  const times = outbox?.letters.map(({ createdAt }) => createdAt.getTime()) ?? []
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})

it('is for administrators alone, the import list for coordinators', async () => {
  const w = await world()
  for (const viewer of [undefined, w.stranger, w.partner, w.coordinator]) {
    expect(await administrationPage(w.db, viewer)).toBeUndefined()
    expect(await openedDeclarationsPage(w.db, viewer, NOW)).toBeUndefined()
    expect(await outboxPage(w.db, viewer, NOW)).toBeUndefined()
  }
  for (const viewer of [undefined, w.stranger, w.partner, w.administrator])
    expect(await declarationsToImport(w.db, viewer)).toBeUndefined()
})
