import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import type { PublicDeclaration } from '#app/domain/open-data/declaration.ts'
import type { PublicOrganisation } from '#app/domain/open-data/organisation.ts'
import { registerTables } from '#app/domain/open-data/register-tables.ts'

import { freshDatabase } from './database.ts'
import { importedPart } from './exported.ts'
import { person } from './people.ts'

/** A register with nobody in it but who opens declarations, imports or looks on. */
export async function emptyRegister() {
  const db: Database = await freshDatabase()
  const importer = await person(db, 'importer', { administrator: true, coordinator: true })
  const coordinator = await person(db, 'coordinator', { coordinator: true })
  const stranger = await person(db, 'stranger')
  return { db, importer, coordinator, stranger }
}

export const linesOf = <record>(text = ''): record[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as record)

const without = <one extends object, key extends keyof one>(
  thing: one,
  ...keys: readonly key[]
): Omit<one, key> =>
  Object.fromEntries(
    Object.entries(thing).filter(([key]) => !keys.some((left) => left === key)),
  ) as Omit<one, key>

/**
 * A record without what belongs to the log that holds it: which of its entries tell it, and which of
 * them withhold something of it.
 */
const ofAnyLog = (one: PublicCommitment) => ({
  ...without(one, 'entries', 'provenance'),
  withheld: one.withheld.map((order) => without(order, 'entry', 'of')),
})

type Files = ReadonlyMap<string, string>

/** Holds what was exported against what was exported again from where it was brought in. */
export function sameRecord(exported: Files, imported: Files, leftOut: readonly string[] = []) {
  const [before, after] = [exported, imported].map((files) =>
    linesOf<PublicCommitment>(files.get('commitments.jsonl')).filter(
      ({ number }) => !leftOut.includes(number),
    ),
  ) as [PublicCommitment[], PublicCommitment[]]
  expect(after.map(ofAnyLog)).toEqual(before.map(ofAnyLog))
  for (const [place, { provenance, number }] of after.entries())
    expect(provenance).toEqual(
      before[place]?.provenance ??
        expect.objectContaining({ url: `https://first.example/r/${number}` }),
    )

  const organisations = [exported, imported].map((files) =>
    linesOf<PublicOrganisation>(files.get('organisations.jsonl')).map((one) =>
      without(one, 'entries'),
    ),
  )
  expect(organisations[1]).toEqual(organisations[0])
  const declarations = [exported, imported].map((files) =>
    (
      JSON.parse(files.get('declarations.json') ?? '') as { declarations: PublicDeclaration[] }
    ).declarations
      .map((one) => without(one, 'entries'))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  )
  expect(declarations[1]).toEqual(declarations[0])
}

/** Columns in which two registers differ that say the same: places in their own logs. */
const ofOneLog: Readonly<Record<string, readonly string[]>> = {
  withheld: ['entry', 'of'],
}

/** The same tables byte for byte, in the columns an import reads. A provenance may be new. */
export function sameTables(exported: Files, imported: Files) {
  for (const { name, imported: isRead } of registerTables) {
    if (!isRead) continue
    const own = ofOneLog[name] ?? []
    const part = (files: Files) =>
      importedPart(
        name,
        files.get(`${name}.csv`) ?? '',
        (of) => !of.startsWith('provenance') && !own.includes(of),
      )
    expect(part(imported).length).toBeGreaterThan(10)
    expect([name, part(imported)]).toEqual([name, part(exported)])
  }
}
