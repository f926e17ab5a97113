/** Backs up the register, running or not: `npm run backup -- --help`. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { configOrExit } from '#app/config.server.ts'
import { DatabaseFull } from '#app/db/unavailable.server.ts'
import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { existingLogKey } from '#app/http/public-log.server.ts'

import { BackupProblem } from './backup/folder.ts'
import { makeBackup } from './backup/make.ts'
import { takeSnapshot } from './backup/snapshot.ts'
import { progressLine } from './verify/progress.ts'

const usage = `npm run backup -- --to FOLDER [--keep N] [--with-keys]

  --to         a folder for backups only, best on another disk; each gets a folder in it
  --keep       removes all but the newest N, once this one is proven
  --with-keys  puts the log's key and the key of second factors in as well: whoever has such a
               backup can sign in the log's name. Without it keep copies of both apart

Reads DATA_DIR and the other settings the server has. A running server goes on; it stands still
while its database is copied. Exit status: 0 made and proven; 1 no backup was
made; 2 not understood; 3 made and proven, but some evidence is lost or damaged in the data.`

const fail = (line: string, code = 1): never => {
  process.stderr.write(`${line}\n`)
  process.exit(code)
}

const given = read()
hashNatively()
const config = configOrExit()
if (!config.databaseUrl.startsWith('file:'))
  fail('DATABASE_URL is no file: a remote database is backed up where it runs.')
const file = config.databaseUrl.replace(/^file:(?!\/\/)/, '')
if (!existsSync(file.startsWith('file:') ? new URL(file) : file))
  fail(`There is no register in ${config.dataDir}.`)
const progress = progressLine(process.stderr)
try {
  const key = await existingLogKey(config)
  const { folder, manifest, reused, removed } = await makeBackup({
    ...given,
    config,
    now: new Date(),
    vkey: key && formatVerifierKey(key.name, key.type, key.publicKey),
    build: (JSON.parse(await readFile('package.json', 'utf8')) as { version: string }).version,
    snapshot: (file) => takeSnapshot(config, file),
    progress: progress.say,
  })
  progress.end()
  const evidence = manifest.files.filter(({ path }) => path.startsWith('files/')).length
  process.stdout.write(`Backed up and proven: ${folder}
  ${manifest.log.size} entries of the public log, root ${manifest.log.root}
  ${evidence} files of evidence, ${reused} of them shared with the backup before
`)
  for (const name of removed) process.stdout.write(`  removed the older ${name}\n`)
  process.stdout.write(
    given.withKeys
      ? `The keys are in it: encrypt it, and let nobody else near it.\n`
      : `Not in it: ${config.logKeyFile} and ${config.accountKeyFile}. Without copies of them, kept apart,\nthe log cannot go on and second factors cannot be checked.\n`,
  )
  if (manifest.missing.length > 0) {
    process.exitCode = 3
    process.stderr.write(
      `WARNING: evidence that is lost or damaged in ${config.filesDir}, and not in the backup:
${manifest.missing.map((name) => `  ${name}\n`).join('')}`,
    )
  }
} catch (error) {
  progress.end()
  fail(`No backup was made: ${words(error)}`)
}

function words(error: unknown): string {
  if (error instanceof BackupProblem) return error.message
  if (error instanceof DatabaseFull) return 'there is no room left on the disk'
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return 'there is no room left on the disk'
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return error.message
  throw error
}

function read() {
  try {
    const { values } = parseArgs({
      options: {
        to: { type: 'string' },
        keep: { type: 'string' },
        'with-keys': { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    })
    if (values.help) {
      process.stdout.write(`${usage}\n`)
      process.exit(0)
    }
    const { to, keep } = values
    if (!to) return fail(usage, 2)
    if (keep !== undefined && !/^[1-9]\d{0,4}$/.test(keep))
      return fail('--keep must be a number from 1 on', 2)
    return {
      to,
      keep: keep === undefined ? undefined : Number(keep),
      withKeys: values['with-keys'],
    }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2)
  }
}
