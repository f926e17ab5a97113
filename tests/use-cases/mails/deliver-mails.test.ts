import { expect, it } from 'vitest'

import { memoryMailer } from '#app/adapters/mail/memory-mailer.server.ts'
import { mails } from '#app/db/schema/acts.ts'
import { deliverMails } from '#app/use-cases/mails/deliver-mails.server.ts'
import { freshDatabase } from '#tests/support/database.ts'

const start = Date.parse('2027-03-01T08:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000)

async function world() {
  const db = await freshDatabase()
  const letter = { to: 'ada@example.org', subject: 'A report is due', text: 'Dear Ada' }
  await db.insert(mails).values({ id: 'mail_1', ...letter, locale: 'en', createdAt: at(0) })
  const mailer = memoryMailer()
  const deliver = (minutes: number) => deliverMails({ db, now: at(minutes), mailer })
  return { db, letter, mailer, deliver }
}

it('sends a letter once', async () => {
  const { db, letter, mailer, deliver } = await world()
  expect(await deliver(1)).toEqual({ sent: 1, failed: 0 })
  expect(await deliver(2)).toEqual({ sent: 0, failed: 0 })
  expect(mailer.sent).toEqual([letter])
  expect(await db.select().from(mails)).toMatchObject([{ sentAt: at(1), attempts: 1 }])
})

it('tries again later and later, and keeps why it failed', async () => {
  const { db, mailer, deliver } = await world()
  mailer.failing = 'connection refused'
  expect(await deliver(0)).toEqual({ sent: 0, failed: 1 })
  expect(await deliver(0)).toEqual({ sent: 0, failed: 0 })
  expect(await deliver(1)).toEqual({ sent: 0, failed: 1 })
  expect(await deliver(5)).toEqual({ sent: 0, failed: 0 })
  expect(await db.select().from(mails)).toMatchObject([
    { attempts: 2, lastError: 'connection refused', sentAt: null },
  ])
  mailer.failing = undefined
  expect(await deliver(6)).toEqual({ sent: 1, failed: 0 })
  expect(await db.select().from(mails)).toMatchObject([{ lastError: '', attempts: 3 }])
})

it('gives up after seven failures', async () => {
  const { mailer, deliver } = await world()
  mailer.failing = 'no such user'
  let failed = 0
  for (let day = 0; day < 20; day += 1) failed += (await deliver(day * 1_440)).failed
  expect(failed).toBe(7)
})
