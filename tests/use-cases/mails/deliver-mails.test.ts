import { expect, it } from 'vitest'

import { memoryMailer } from '#app/adapters/mail/memory-mailer.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { accountTokens } from '#app/db/schema/accounts.ts'
import { mails } from '#app/db/schema/acts.ts'
import { checkReceipt } from '#app/domain/ledger/receipt.ts'
import { askReset } from '#app/use-cases/accounts/ask-reset.server.ts'
import { hashOfLink } from '#app/use-cases/accounts/links.server.ts'
import { deliverMails } from '#app/use-cases/mails/deliver-mails.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { linkIn } from '#tests/support/letters.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { growLog, leafAt } from '#tests/support/long-log.ts'
import { testSigner } from '#tests/support/signer.ts'
import { everyTable } from '#tests/support/unchanged.ts'

const start = Date.parse('2027-03-01T08:00:00Z')
const origin = 'https://kept.example'
const at = (minutes: number) => new Date(start + minutes * 60_000)

async function world() {
  const db = await freshDatabase()
  const letter = { to: 'ada@example.org', subject: 'A report is due', text: 'Dear Ada' }
  await db.insert(mails).values({ id: 'mail_1', ...letter, locale: 'en', createdAt: at(0) })
  const mailer = memoryMailer()
  const deliver = (minutes: number) => deliverMails({ db, now: at(minutes), mailer, origin })
  return { db, letter, mailer, deliver }
}

it('sends a letter once', async () => {
  const { db, letter, mailer, deliver } = await world()
  expect(await deliver(1)).toEqual({ sent: 1, failed: 0 })
  expect(await deliver(2)).toEqual({ sent: 0, failed: 0 })
  expect(mailer.sent).toEqual([{ id: 'mail_1', locale: 'en', ...letter }])
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

it('gives up after eight failures', async () => {
  const { db, mailer, deliver } = await world()
  mailer.failing = 'no such user'
  let failed = 0
  for (let day = 0; day < 20; day += 1) failed += (await deliver(day * 1_440)).failed
  expect(failed).toBe(8)
  expect(await db.select().from(mails)).toMatchObject([
    { attempts: 8, gaveUpAt: at(7 * 1_440), nextAttemptAt: null, lastError: 'no such user' },
  ])
})

it('gives up at once what the receiver’s server will never take', async () => {
  const { db, mailer, deliver } = await world()
  mailer.refusing = '550 no such user\r\nX-Forged: yes'
  expect(await deliver(0)).toEqual({ sent: 0, failed: 1 })
  mailer.refusing = undefined
  expect(await deliver(10_000)).toEqual({ sent: 0, failed: 0 })
  expect(await db.select().from(mails)).toMatchObject([
    { attempts: 1, gaveUpAt: at(0), sentAt: null, lastError: '550 no such user X-Forged: yes' },
  ])
})

async function everything(db: Awaited<ReturnType<typeof freshDatabase>>) {
  const tables = Object.keys(await everyTable(db))
  const all = tables.map((table) => db.$client.execute(`SELECT * FROM "${table}"`))
  return JSON.stringify((await Promise.all(all)).map(({ rows }) => rows))
}

it('sends a link that works, which the database never held', async () => {
  const { db, mailer, deliver } = await world()
  await db.delete(mails)
  const person = await savePerson(db, 'bob')
  await askReset({ db, now: at(0) }, { email: person.email, locale: 'en' })
  const before = await everything(db)
  await deliver(0)
  const sent = mailer.sent[0]?.text.replaceAll(origin, ORIGIN_MARK)
  const token = linkIn(sent).searchParams.get('token') ?? ''
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(before + (await everything(db))).not.toContain(token)
  expect(await db.select().from(accountTokens)).toMatchObject([{ tokenHash: hashOfLink(token) }])
})

it('sends no link that was replaced before its letter went out', async () => {
  const { db, mailer, deliver } = await world()
  await db.delete(mails)
  const person = await savePerson(db, 'bob')
  await askReset({ db, now: at(0) }, { email: person.email, locale: 'en' })
  await askReset({ db, now: at(1) }, { email: person.email, locale: 'en' })
  expect(await deliver(2)).toEqual({ sent: 1, failed: 1 })
  expect(mailer.sent).toHaveLength(1)
  const [first] = await db.select().from(mails)
  expect(first).toMatchObject({ gaveUpAt: at(2) })
  expect(first?.lastError).toContain('The link in it had ended')
})

it('puts the register’s own address where letters leave room for it', async () => {
  const { db, mailer, deliver } = await world()
  const letter = { to: 'ada@example.org', subject: 'Join', text: `${ORIGIN_MARK}/en/desk\n` }
  await db.insert(mails).values({ id: 'mail_2', ...letter, locale: 'en', createdAt: at(0) })
  await deliver(1)
  expect(mailer.sent.at(-1)?.text).toBe('https://kept.example/en/desk\n')
})

it('sends a letter with the receipt of its entry, as soon as that is signed', async () => {
  const { db, letter, mailer, deliver } = await world()
  const waiting = { ...letter, text: 'Published.\n', locale: 'fr', entry: 2, createdAt: at(0) }
  await db.insert(mails).values({ id: 'mail_2', ...waiting })
  await growLog(db, 2)
  await signLog(db)
  expect(await deliver(0)).toEqual({ sent: 1, failed: 0 })
  await growLog(db, 3)
  // In the log, but not signed: the letter waits, and that is no failure.
  expect(await deliver(1)).toEqual({ sent: 0, failed: 0 })
  await signLog(db)
  expect(await deliver(2)).toEqual({ sent: 1, failed: 0 })

  const text = mailer.sent.at(-1)?.text ?? ''
  expect(text).toMatch(/^Published\.\n\n\p{L}/u)
  const [receipt = ''] = /c2sp\.org[^]*?\n\n[^]*?\n\n[^]*?\n(?=\n)/.exec(text) ?? []
  const { key } = testSigner()
  expect(checkReceipt({ receipt, leaf: leafAt(2), key, verify }).ok).toBe(true)
  expect(checkReceipt({ receipt, leaf: leafAt(1), key, verify }).ok).toBe(false)
  expect(text.trimEnd().endsWith('entry 2')).toBe(true)
  const rows = await db.select().from(mails)
  expect(rows.map(({ attempts }) => attempts)).toEqual([1, 1])
})
