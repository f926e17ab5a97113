/**
 * Makes, in the data folder it is given, a register in which every field that people write in holds
 * payloads. Prints as JSON how to be somebody there, what went out in letters, and what is where.
 */
import { mkdir } from 'node:fs/promises'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { htmlPart } from '#app/adapters/mail/html-part.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { createSession } from '#app/auth/sessions.server.ts'
import { configOrExit } from '#app/config.server.ts'
import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { mails } from '#app/db/schema/acts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveAccount } from '#app/db/write/accounts.server.ts'
import { nameSchema } from '#app/domain/accounts/account.ts'
import { isLocale } from '#app/domain/shared/language.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'

import { playHostilePast } from './hostile-past.ts'
import { actingAs, clockFrom, voice, type Stage } from './hostile-voice.ts'
import { payloads } from './payloads.ts'
import { placesOfWords } from './places-of-words.ts'

const roles = ['administrator', 'coordinator', 'second', 'partner'] as const
export type HostileRole = (typeof roles)[number]

export type HostileRegister = {
  /** Each role's cookie. */
  cookies: Record<HostileRole, string>
  letters: { subject: string; html: string }[]
  /** For each place that holds text, which payloads stand there. */
  places: Record<string, number[]>
}

const config = configOrExit()
hashNatively()
await mkdir(config.dataDir, { recursive: true })
const db = await openDatabase(config.databaseUrl)
try {
  await migrateDatabase(db)
  await guardLog({ db, marks: checkpointMarks(config.dataDir) })
  const stage = await stageIn(db)
  await playHostilePast(stage)
  const told: HostileRegister = {
    cookies: await cookiesOf(stage),
    letters: await lettersIn(db),
    places: await placesOfWords(db),
  }
  process.stdout.write(JSON.stringify(told))
} finally {
  closeDatabase(db)
}

async function stageIn(database: Database): Promise<Stage> {
  const now = clockFrom(new Date())
  const { inRecord } = voice()
  for (const [record, role] of roles.entries()) {
    const createdAt = now()
    const account = {
      id: `usr_${role}`,
      email: `${role}@hostile.example`,
      name: nameSchema.parse(inRecord(record)('person.name', { most: 120 })),
      locale: 'en' as const,
      administrator: role === 'administrator',
      createdAt,
      emailConfirmedAt: createdAt,
    }
    await writing(database, (tx) => saveAccount(tx, account, 'none'))
  }
  return {
    db: database,
    files: await diskFiles(config.filesDir),
    inRecord,
    by: (userId) => actingAs(database, userId, now()),
    people: {
      administrator: 'usr_administrator',
      coordinator: 'usr_coordinator',
      second: 'usr_second',
      partner: 'usr_partner',
    },
  }
}

async function cookiesOf({ inRecord, people }: Stage): Promise<HostileRegister['cookies']> {
  const place = { db, secureCookies: false, now: () => new Date(), address: '192.0.2.1' }
  const cookies: Partial<HostileRegister['cookies']> = {}
  for (const record of payloads.keys())
    for (const role of roles) {
      if (role !== 'partner' && record > 0) continue
      const agent = inRecord(record)('browser')
      const beginning = { agent, secondFactor: true, outcome: 'signed-in' as const }
      const header = await createSession(place, people[role], beginning)
      cookies[role] = /=([^;]+)/.exec(header)?.[1] ?? ''
    }
  return cookies as HostileRegister['cookies']
}

async function lettersIn(database: Database) {
  const letters = await database.select().from(mails)
  return letters.map(({ subject, text, locale }) => {
    const said = text.replaceAll(ORIGIN_MARK, config.origin)
    const letter = { subject, text: said, locale: isLocale(locale) ? locale : ('en' as const) }
    return { subject, html: htmlPart(letter, config.origin) }
  })
}
