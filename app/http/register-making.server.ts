import { logSize } from '#app/db/read/log-tiles.server.ts'
import { declarationsData } from '#app/db/read/open-data.server.ts'
import {
  commitmentSlices,
  organisationSlices,
  partiesOf,
} from '#app/db/read/whole-register.server.ts'
import { clausesOf } from '#app/domain/declarations/declaration.ts'
import { FORMAT, type PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { dataPackage } from '#app/domain/open-data/data-package.ts'
import type { PublicDeclaration } from '#app/domain/open-data/declaration.ts'
import { IATI_CLOSING, iatiActivity, iatiOpening } from '#app/domain/open-data/iati.ts'
import {
  commitmentTables,
  declarationTables,
  organisationsTable,
} from '#app/domain/open-data/register-tables.ts'
import { headerLine, linesOf, type Table } from '#app/domain/open-data/table.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { speak } from '#app/i18n/speech.ts'
import { registerFiles, tableFile } from '#app/paths.ts'

import type { Register } from './context.server.ts'
import { spooled, zipped, type ZipPart } from './zip.server.ts'

/** What a download is made from: the register, and its log as it stood when the making began. */
export type Making = {
  db: Register['db']
  origin: string
  now: Date
  log: { size: number; root: string }
}
type Maker = (making: Making) => AsyncIterable<string | Uint8Array>

async function* commitmentLines(
  table: Table<PublicCommitment>,
  { db, log, now }: Making,
): AsyncGenerator<string> {
  yield headerLine(table)
  for await (const slice of commitmentSlices(db, { size: log.size, now })) {
    const lines = slice.map((one) => linesOf(table, one)).join('')
    if (lines !== '') yield lines
  }
}

async function* organisationLines({ db }: Making): AsyncGenerator<string> {
  yield headerLine(organisationsTable)
  for await (const slice of organisationSlices(db))
    yield slice.map((one) => linesOf(organisationsTable, one)).join('')
}

async function* declarationLines(
  table: Table<PublicDeclaration>,
  { db }: Making,
): AsyncGenerator<string> {
  const { declarations } = await declarationsData(db)
  yield headerLine(table) + declarations.map((one) => linesOf(table, one)).join('')
}

async function* declarationsWhole({ db }: Making): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, ...(await declarationsData(db)) }, null, 1)}\n`
}

async function* jsonLines(slices: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  for await (const slice of slices) yield slice.map((one) => `${JSON.stringify(one)}\n`).join('')
}

async function* iati({ db, origin, now, log }: Making): AsyncGenerator<string> {
  const { declarations } = await declarationsData(db)
  const known = {
    origin,
    register: speak('en').t('register.name'),
    clauses: new Map(declarations.flatMap(clausesOf).map((one) => [one.key, one])),
    today: dayOf(now),
  }
  yield iatiOpening(now, log)
  for await (const slice of commitmentSlices(db, { size: log.size, now })) {
    const facts = { ...known, organisations: await partiesOf(db, slice) }
    yield slice.map((one) => iatiActivity(one, facts)).join('')
  }
  yield IATI_CLOSING
}

/** `datapackage.json`; `grewTo` where the tables beside it have been made already. */
async function* described(
  { db, origin, now, log }: Making,
  grewTo?: number,
): AsyncGenerator<string> {
  const { declarations } = await declarationsData(db)
  const { t } = speak('en')
  const said = dataPackage({
    origin,
    title: t('register.name'),
    says: t('downloads.lead'),
    declarations,
    log,
    created: now,
    ...(grewTo === undefined ? {} : { grewTo }),
  })
  yield `${JSON.stringify(said, null, 1)}\n`
}

/**
 * The whole package in one archive. The commitments are read once: their own table goes out while
 * the others are laid aside, so that every row of every table is of the same reading of its record.
 */
async function* archive(making: Making): AsyncGenerator<Uint8Array> {
  const { db, log, now } = making
  const [first, ...others] = commitmentTables
  const aside = await spooled(others.map((table) => table.name))
  try {
    yield* zipped(parts(), now)
  } finally {
    await aside.remove()
  }

  async function* parts(): AsyncGenerator<ZipPart> {
    yield { name: tableFile(first.name), chunks: whileOthersAreLaidAside() }
    for (const { name } of others) yield { name: tableFile(name), chunks: aside.read(name) }
    for (const table of declarationTables)
      yield { name: tableFile(table.name), chunks: declarationLines(table, making) }
    yield { name: registerFiles.declarations, chunks: declarationsWhole(making) }
    yield { name: tableFile(organisationsTable.name), chunks: organisationLines(making) }
    // Last, when it is known how far the log has grown meanwhile.
    const grewTo = await logSize(db)
    yield { name: registerFiles.descriptor, chunks: described(making, grewTo) }
  }

  async function* whileOthersAreLaidAside(): AsyncGenerator<string> {
    yield headerLine(first)
    for (const table of others) await aside.write(table.name, headerLine(table))
    for await (const slice of commitmentSlices(db, { size: log.size, now })) {
      yield slice.map((one) => linesOf(first, one)).join('')
      for (const table of others)
        await aside.write(table.name, slice.map((one) => linesOf(table, one)).join(''))
    }
  }
}

/** Everything that is a file under /data, by its name, and how it is made. */
export const registerMakers: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  [registerFiles.descriptor, (making) => described(making)],
  [registerFiles.declarations, declarationsWhole],
  [
    registerFiles.commitments,
    ({ db, log, now }) => jsonLines(commitmentSlices(db, { size: log.size, now })),
  ],
  [registerFiles.organisations, ({ db }) => jsonLines(organisationSlices(db))],
  [registerFiles.iati, iati],
  [registerFiles.archive, archive],
  [tableFile(organisationsTable.name), organisationLines],
  ...commitmentTables.map((table): [string, Maker] => [
    tableFile(table.name),
    (making) => commitmentLines(table, making),
  ]),
  ...declarationTables.map((table): [string, Maker] => [
    tableFile(table.name),
    (making) => declarationLines(table, making),
  ]),
])
