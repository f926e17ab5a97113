import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Secret } from 'otpauth'
import { expect, it } from 'vitest'

import type { Letter } from '#app/adapters/mail/mailer.ts'
import type { Database } from '#app/db/client.server.ts'
import {
  accountTokens,
  authenticators,
  challenges,
  recoveryCodes,
  sessions,
} from '#app/db/schema/accounts.ts'
import { snapshotInto } from '#app/db/snapshot.server.ts'
import { askForAddress } from '#app/use-cases/accounts/ask-for-address.server.ts'
import { askReset } from '#app/use-cases/accounts/ask-reset.server.ts'
import { openRegister, firstRun } from '#app/use-cases/accounts/open-register.server.ts'
import {
  challengeFor,
  challengeForAnybody,
} from '#app/use-cases/accounts/passkey-challenge.server.ts'
import { sendConfirmation } from '#app/use-cases/accounts/send-confirmation.server.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'
import { deliverMails } from '#app/use-cases/mails/deliver-mails.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { PASSWORD } from '#tests/support/accounts.ts'
import { freshFile } from '#tests/support/database.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { ownFactor } from '#tests/support/own-factor.ts'
import { folderOf } from '#tests/support/traces.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

/** What somebody who has read the database would look for: a secret in any coding people use. */
function codingsOf(secret: string | Uint8Array): Buffer[] {
  const raw = Buffer.from(secret)
  const inBase64 = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64')
    return coded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + raw.length) * 8) / 6))
  })
  const forUrls = inBase64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))
  const inBase32 = new Secret({ buffer: new Uint8Array(raw).buffer }).base32
  const texts = [
    raw.toString('hex'),
    raw.toString('hex').toUpperCase(),
    inBase32,
    inBase32.toLowerCase(),
    ...inBase64,
    ...forUrls,
  ]
  if (typeof secret === 'string') {
    const bare = secret.replaceAll('-', '')
    // A token that is itself base64 or base32 of something is as good as what it spells.
    texts.push(bare, bare.toUpperCase(), encodeURIComponent(secret))
    const bytes = Buffer.from(secret, 'base64url')
    if (/^[\w-]{32,}$/.test(secret)) texts.push(bytes.toString('hex'), bytes.toString('base64'))
    return [raw, Buffer.from(secret, 'utf16le'), ...texts.map((one) => Buffer.from(one))]
  }
  return [raw, ...texts.map((one) => Buffer.from(one))]
}

/** Every text and blob of every row, one after the other: pages may split what columns hold. */
async function everyValue(db: Database): Promise<Buffer> {
  const { rows: tables } = await db.$client.execute(
    "SELECT name FROM pragma_table_list WHERE type IN ('table', 'shadow') AND schema = 'main'",
  )
  const values: Buffer[] = []
  for (const { name } of tables) {
    const { rows } = await db.$client.execute(`SELECT * FROM "${name as string}"`)
    for (const row of rows)
      for (const value of Object.values(row)) {
        if (typeof value === 'string') values.push(Buffer.from(value))
        else if (value instanceof ArrayBuffer) values.push(Buffer.from(value))
        values.push(Buffer.from('\0'))
      }
  }
  return Buffer.concat(values)
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

/** Which of what is known a thief of the database has, in its files, its rows and a copy of it. */
async function found(db: Database, secrets: Readonly<Record<string, string | Uint8Array>>) {
  const copies = await mkdtemp(join(tmpdir(), 'kept-stolen-'))
  try {
    await snapshotInto(db, join(copies, 'kept.db'))
    const stolen = [...filesIn(await folderOf(db)), ...filesIn(copies), await everyValue(db)]
    return Object.entries(secrets).flatMap(([name, secret]) => {
      const codings = codingsOf(secret)
      return stolen.some((bytes) => codings.some((one) => bytes.includes(one))) ? [name] : []
    })
  } finally {
    await rm(copies, { recursive: true, force: true })
  }
}

const cookieOf = (header: string) => header.slice(header.indexOf('=') + 1, header.indexOf(';'))

/** What people were sent, as the letters went out. */
async function delivered(db: Database, now: Date): Promise<string[]> {
  const sent: Letter[] = []
  const mailer = { send: async (letter: Letter) => void sent.push(letter) }
  await deliverMails({ db, now, mailer, origin: 'https://kept.example' })
  return sent.flatMap(({ text }) => {
    const link = /https:\/\/kept\.example\S*?([\w-]{32})(?:[&\s]|$)/m.exec(text)?.[1]
    return link === undefined ? [] : [link]
  })
}

it('opens no session, account or second factor to who has stolen it', async () => {
  const w = await ownFactor()
  const { db, ada, eve } = w
  const now = w.now()
  const secrets: Record<string, string | Uint8Array> = { 'TOTP secret': w.secret }
  secrets['password'] = PASSWORD
  for (const [i, code] of w.recovery.entries()) secrets[`recovery code ${i}`] = code
  for (const who of [ada, eve]) secrets[`cookie of ${who.name}`] = cookieOf(await w.session(who.id))
  secrets['challenge'] = await challengeFor({ db, now }, ada.id)
  const anybody = await challengeForAnybody({ db, now })
  secrets['cookie of a challenge'] = anybody.cookie
  secrets['challenge of anybody'] = anybody.challenge

  await askReset({ db, now }, { email: eve.email, locale: 'en' })
  granted(await askForAddress(await w.as(ada.id), 'ada.new@example.org'))
  const made = await signUp(
    { db, now, isKnown: w.isKnown },
    { email: 'new@example.org', name: 'New', password: 'tall birch forest evening', locale: 'en' },
  )
  secrets['token of a sign-up'] = (made.ok && made.value.token) || ''
  secrets['password of a sign-up'] = 'tall birch forest evening'
  expect(await db.select().from(accountTokens)).toHaveLength(3)
  // Both before the letters have gone, when they wait in the outbox, and after.
  expect(await found(db, secrets)).toEqual([])
  const links = await delivered(db, now)
  expect(links.length).toBeGreaterThanOrEqual(3)
  for (const [i, link] of links.entries()) secrets[`link ${i}`] = link
  expect(links).toContain(secrets['token of a sign-up'])
  expect(await found(db, secrets)).toEqual([])

  // It was all there to be stolen.
  for (const table of [sessions, authenticators, recoveryCodes, challenges])
    expect((await db.select().from(table)).length).toBeGreaterThan(0)
})

it('keeps an address unconfirmed and an invitation open without what their links hold', async () => {
  const w = await ownAccount({ confirmed: false })
  granted(await sendConfirmation(await w.as(w.ada.id), ''))
  const [confirming = ''] = await delivered(w.db, w.now())
  expect(confirming).toHaveLength(32)
  expect(await found(w.db, { confirming })).toEqual([])

  const register = await world()
  const input = { email: 'guest@example.org', role: 'editor' } as const
  const acting = register.as(register.partner)
  const { token } = granted(await inviteMember(acting, register.organisationId, input, 'en'))
  expect(await found(register.db, { token })).toEqual([])
  const links = await delivered(register.db, NOW)
  expect(links).toContain(token)
  expect(await found(register.db, { token })).toEqual([])
})

it('does not know the way in of a first start', async () => {
  const { db } = await freshFile()
  const door = firstRun()
  const person = { email: 'first@example.org', name: 'First', locale: 'en' as const }
  const password = 'quiet river stones at dawn'
  const opening = { db, now: NOW, firstRun: door, isKnown: () => Promise.resolve(false) }
  granted(await openRegister(opening, door.token, { ...person, password }))
  expect(await found(db, { token: door.token, password })).toEqual([])
})

it('would be found out if it held a secret in any of these codings', async () => {
  const w = await ownFactor()
  const token = w.recovery[0] ?? ''
  const planted = [
    token,
    token.replaceAll('-', ''),
    Buffer.from(token).toString('base64'),
    Buffer.from(`x${token}`).toString('base64url'),
    Buffer.from(token).toString('hex'),
  ]
  for (const text of planted) {
    await w.db.$client.execute({
      sql: 'UPDATE users SET name = ? WHERE id = ?',
      args: [text, w.eve.id],
    })
    expect(await found(w.db, { token })).toEqual(['token'])
    await w.db.$client.execute({
      sql: "UPDATE users SET name = 'Eve' WHERE id = ?",
      args: [w.eve.id],
    })
    await w.db.$client.execute('VACUUM')
    await w.db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  }
  const secret = Buffer.from(w.secret)
  const { base32 } = new Secret({ buffer: new Uint8Array(secret).buffer })
  for (const text of [base32, secret.toString('hex')]) {
    await w.db.$client.execute({
      sql: 'UPDATE users SET name = ? WHERE id = ?',
      args: [text, w.eve.id],
    })
    expect(await found(w.db, { totp: w.secret })).toEqual(['totp'])
  }
})
