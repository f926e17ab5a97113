import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

import { keeping, keptOf, openFieldsOf } from '#app/db/read/record-words.server.ts'
import { acts, mails } from '#app/db/schema/acts.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { NOW, published, world } from '#tests/support/world.ts'

const modules = import.meta.glob<Record<string, unknown>>('../../../app/db/schema/*.ts', {
  eager: true,
})
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((one): one is SQLiteTable => is(one, SQLiteTable))

/** Of these no word belongs to a record: accounts, organisations, declarations, and the log itself. */
const elsewhere = new Set([
  ...['users', 'sessions', 'coordinators', 'members', 'invitations', 'organisations'],
  ...['sign_ins', 'account_tokens', 'authenticators', 'recovery_codes', 'passkeys', 'challenges'],
  ...['refused_attempts', 'administrator_proposals'],
  ...['declarations', 'serials', 'commitment_clauses', 'commitment_places', 'evidence_openings'],
  ...['log_entry', 'log_node', 'log_checkpoint', 'log_cosignature', 'disclosures'],
  ...['redaction_pass', 'doomed_files'],
  // Made anew from the record in the same transaction (db/write/search).
  'search_texts',
])

/** Ids, codes, days and names of files that the register made itself: nobody's words. */
const made: Record<string, string[]> = {
  commitments: [
    'declaration',
    'number',
    'group',
    'clause',
    'startOn',
    'endOn',
    'nextDueOn',
    'turnsOn',
  ],
  milestones: ['dueOn'],
  evidence: ['storedName', 'mediaType', 'sha256'],
  acts: ['subject', 'entry', 'address'],
  redactions: ['evidenceIds'],
  // Whom a letter went to is the account's, which has its own end.
  mails: ['to', 'locale'],
}
/** What an import calls it: it finds the record again by it, and a person is no number. */
const ownCodes = ['externalId']
const isWritten = (name: string, column: SQLiteColumn) =>
  column.dataType === 'json' ||
  (column.dataType === 'string' &&
    column.enumValues === undefined &&
    !/^(id|lang|kind|by)$|Id$|By$/.test(name))

it('knows every column in which the words of a record are kept', () => {
  const swept = new Map<string, string[]>(
    keeping.map(({ table, columns }) => [getTableName(table), Object.keys(columns)]),
  )
  const forgotten = tables.flatMap((table) => {
    const name = getTableName(table)
    if (elsewhere.has(name)) return []
    return Object.entries(getTableColumns(table))
      .filter(([key, column]) => isWritten(key, column))
      .map(([key]) => key)
      .filter((key) => !swept.get(name)?.includes(key))
      .filter((key) => !made[name]?.includes(key) && !ownCodes.includes(key))
      .map((key) => `${name}.${key}`)
  })
  expect(tables.length).toBeGreaterThan(20)
  expect(forgotten).toEqual([])
})

it('finds rows of the record asked for, and of letters those that hold the words', async () => {
  const w = await world()
  const name = 'Zebulon Quartermain'
  const { id } = await namedRecord(w, name)
  await published(w, { title: `Another by ${name}` }, NOW)
  const kept = await keptOf(w.db, id, [name])
  const holding = kept.filter(({ columns }) => JSON.stringify(columns).includes(name))
  expect([...new Set(holding.map((one) => one.name))].toSorted()).toEqual(
    keeping
      .map((one) => one.name)
      .filter((one) => one !== 'redactions')
      .toSorted(),
  )
  // Letters name no record: whichever hold the words are swept.
  const own = kept.filter((one) => one.name !== 'letters')
  expect(JSON.stringify(own)).not.toContain('Another by')
  expect((await keptOf(w.db, id, [])).some((one) => one.name === 'letters')).toBe(false)
})

it('finds a letter that spells the words as an address does, or with signs taken apart', async () => {
  const w = await world()
  const { id } = await published(w)
  const spelled = [
    'Jos%C3%A9%20Mart%C3%AD',
    'Jos%c3%a9%20Mart%C3%aD',
    'José Martí'.normalize('NFD'),
  ]
  for (const [i, name] of spelled.entries())
    await w.db.insert(mails).values({
      id: `mail_${i}`,
      to: 'partner@example.org',
      subject: 'A question',
      text: `See https://example.org/${name}`,
      locale: 'en',
      createdAt: NOW,
    })
  const letters = (await keptOf(w.db, id, ['José Martí'])).filter(({ name }) => name === 'letters')
  expect(letters).toHaveLength(spelled.length)
})

it('opens every field of the record’s public acts, and of no others', async () => {
  const w = await world()
  const { id } = await published(w)
  await published(w)
  const open = await openFieldsOf(w.db, id)
  const logged = (await w.db.select().from(acts)).filter(
    ({ commitmentId, entry }) => commitmentId === id && entry !== null,
  )
  expect(logged.length).toBeGreaterThan(0)
  expect([...new Set(open.map(({ entry }) => entry))]).toEqual(logged.map(({ entry }) => entry))
  for (const { entry, kind, fields } of logged) {
    const mine = open.filter((one) => one.entry === entry)
    expect(new Set(mine.map((one) => one.kind))).toEqual(new Set([kind]))
    expect(Object.fromEntries(mine.map(({ field, value }) => [field, value]))).toEqual(fields)
  }
})
