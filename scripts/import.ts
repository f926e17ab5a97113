/** Brings a table of commitments in: `npm run import -- --help`. */
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { remoteFile } from '#app/adapters/files/remote-file.server.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { configOrExit } from '#app/config.server.ts'
import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'
import { holdLock, RegisterInUse } from '#app/db/lock.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { actorOf, credentialsOf, soleCoordinator } from '#app/db/read/accounts.server.ts'
import { declarationSchema, type Declaration } from '#app/domain/declarations/declaration.ts'
import { refuse, type Refused } from '#app/domain/shared/result.ts'
import { stopNotice } from '#app/http/public-log.server.ts'
import { sayMappingProblem, sayProblem } from '#app/i18n/import-problems.ts'
import { speak } from '#app/i18n/speech.ts'
import { bringFiles } from '#app/use-cases/imports/bring-files.server.ts'
import type { ImportReport } from '#app/use-cases/imports/import-commitments.server.ts'
import { importFiles, type ImportAnswer } from '#app/use-cases/imports/import-files.server.ts'
import {
  importPackage,
  packageFiles,
  type PackageReport,
} from '#app/use-cases/imports/import-package.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'

const usage = `npm run import -- --commitments FILE.csv --mapping FILE.json [--declaration FILE.json] [--as EMAIL] [--dry-run]
npm run import -- --package FOLDER [--files] [--as EMAIL] [--dry-run]

  --as           the account that imports: a coordinator's, with no interest in the organisations;
                 need not be said where there is only one coordinator
  --commitments  the table, CSV in UTF-8
  --mapping      says which column is what, and how each deadline in words is read
  --declaration  opened first if the register has not got it; --as must then be an administrator too
  --package      what another register exported, unpacked: brings in its declarations (--as must be
                 an administrator too where one is new), organisations and commitments with all
                 that was reported and found
  --files        then fetches the public files of evidence from the register they were reported in,
                 as many as have the SHA-256 that was logged; may be repeated
  --dry-run      says what would happen and every problem, and writes nothing

The server must be stopped. While it runs, a coordinator imports at /en/desk/import.`

const speech = speak('en')
type PackageAnswer = Awaited<ReturnType<typeof importPackage>>
const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)
const fail = (line: string): never => {
  complain(line)
  process.exit(1)
}

const { values: given } = read()
if (given.help) {
  say(usage)
  process.exit(0)
}
const { as = '', commitments = '', mapping = '', package: folder = '' } = given
if (folder ? commitments || mapping || given.declaration : !commitments || !mapping || given.files)
  fail(usage)

const files = folder ? undefined : { table: await text(commitments), mapping: await text(mapping) }
const packaged = folder ? await packageIn(folder) : new Map<string, string>()
const declaration = given.declaration ? await declarationIn(given.declaration) : undefined
const config = configOrExit()
await mkdir(config.dataDir, { recursive: true })
const release = hold(config.dataDir)
const db = await openDatabase(config.databaseUrl)
let answer: ImportAnswer | PackageAnswer | Refused<'account-missing'>
let brought: Awaited<ReturnType<typeof bringFiles>> | undefined
try {
  await migrateDatabase(db)
  const broken = await guardLog({ db, marks: checkpointMarks(config.dataDir) })
  if (broken) fail(stopNotice(broken))
  const actor = await person(db, as)
  const order = {
    dryRun: given['dry-run'],
    onProgress: (done: number, all: number) =>
      void process.stderr.write(`\rWritten ${done} of ${all}`),
  }
  const acting = actor && { db, actor, now: new Date() }
  answer = !acting
    ? refuse('account-missing')
    : files
      ? await importFiles(acting, files, { declaration, ...order })
      : await importPackage(acting, { files: packaged, ...order })
  if (answer.ok && given.files && !given['dry-run'])
    brought = await bringFiles({
      db,
      files: await diskFiles(join(config.dataDir, 'files')),
      fetchFile: remoteFile,
      onProgress: (done, all) => void process.stderr.write(`\rFetched ${done} of ${all} files`),
    })
} finally {
  closeDatabase(db)
  release()
}
if (answer.ok) {
  if ('counts' in answer.value) tell(answer.value, given['dry-run'] ?? false)
  else tellPackage(answer.value, given['dry-run'] ?? false)
  if (brought) tellFiles(brought)
} else refuseAloud(answer)

function read() {
  try {
    return parseArgs({
      options: {
        as: { type: 'string' },
        commitments: { type: 'string' },
        package: { type: 'string' },
        files: { type: 'boolean' },
        mapping: { type: 'string' },
        declaration: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

async function text(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => fail(`Cannot read ${file}`))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fail(`${file} is not in UTF-8`)
  }
}

/** What of a package's files is there; the import says which are missing. */
async function packageIn(place: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const name of packageFiles) {
    const file = join(place, name)
    if (existsSync(file)) found.set(name, await text(file))
  }
  return found
}

async function declarationIn(file: string): Promise<Declaration> {
  let json: unknown
  try {
    json = JSON.parse(await text(file))
  } catch {
    return fail(`${file} is not JSON`)
  }
  const parsed = declarationSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  return fail(`${file} is no declaration:\n${wrong.join('\n')}`)
}

function hold(dataDir: string): () => void {
  try {
    return holdLock(dataDir)
  } catch (error) {
    if (!(error instanceof RegisterInUse)) throw error
    return fail(
      `Cannot import: ${error.message}. Stop the server, or let a coordinator import at /en/desk/import`,
    )
  }
}

async function person(register: Database, email: string) {
  if (email === '') {
    const sole = await soleCoordinator(register)
    return sole && actorOf(register, sole)
  }
  const known = await credentialsOf(register, email.trim().toLowerCase())
  return known && actorOf(register, known.userId)
}

function tell(report: ImportReport, dryRun: boolean) {
  const { counts } = report
  if (!dryRun) complain('')
  say(dryRun ? 'Nothing was written. The import would come to:' : 'Imported:')
  if (report.opensDeclaration) say(`  the declaration ${report.declaration} opened`)
  say(`  ${speech.t('import.checked.counts', counts)}`)
  const line = (key: 'organisations' | 'published' | 'amended' | 'unchanged', count: number) =>
    say(`  ${speech.t(`import.checked.${key}`)}: ${count}`)
  line('organisations', report.newOrganisations)
  line('published', report.published)
  line('amended', report.amended)
  line('unchanged', report.unchanged)
  for (const names of report.differingOrganisations)
    say(
      `  ${speech.t('import.checked.differing')}: ${speech.t('import.checked.differing.text', { names: speech.words(names).text })}`,
    )
}

function tellPackage(report: PackageReport, dryRun: boolean) {
  if (!dryRun) complain('')
  say(dryRun ? 'Nothing was written. The import would come to:' : 'Imported:')
  say(`  declarations opened: ${report.declarations}`)
  const line = (key: 'organisations' | 'published' | 'unchanged', count: number) =>
    say(`  ${speech.t(`import.checked.${key}`)}: ${count}`)
  line('organisations', report.organisations)
  line('published', report.published)
  line('unchanged', report.unchanged)
  if (report.differing.length > 0)
    say(`  here and different, left as they are: ${report.differing.join(', ')}`)
  if (report.leftOut.length > 0)
    say(`  left out, since words of them are withheld: ${report.leftOut.join(', ')}`)
}

function tellFiles({ brought: here, missing }: NonNullable<typeof brought>) {
  complain('')
  say(`  files of evidence fetched: ${here}`)
  if (missing.length > 0)
    say(`  not served there, or not what was logged: ${missing.length} (try again with --files)`)
}

function refuseAloud(refused: Exclude<typeof answer, { ok: true }>): never {
  if (refused.code === 'mapping-problems') {
    complain(speech.t('import.mapping-problems.title', { n: refused.problems.length }))
    for (const problem of refused.problems)
      complain(
        `  ${problem.path || speech.t('import.mapping-problems.top')}: ${sayMappingProblem(speech, problem)}`,
      )
  } else if (refused.code === 'import-problems') {
    complain(speech.t('import.problems.title', { n: refused.problems.length }))
    for (const problem of refused.problems) {
      const { row, column, value, file } = problem
      const place = row === 0 ? speech.t('import.problems.whole') : `Row ${row}`
      const where = [file, place, column, value && JSON.stringify(value)].filter(Boolean).join(', ')
      complain(`  ${where}: ${sayProblem(speech, problem)}`)
    }
  } else complain(speech.code(refused.code))
  return fail('Nothing was written.')
}
