/** Brings back what an older copy of the database lacks: `npm run recover -- --help`. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { folderMirror } from '#app/adapters/mirror/folder-mirror.server.ts'
import { httpMirror } from '#app/adapters/mirror/http-mirror.server.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { configOrExit } from '#app/config.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { holdLockOrExit } from '#app/db/lock.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { existingLogKey } from '#app/http/public-log.server.ts'
import { findFiles } from '#app/use-cases/ledger/find-files.server.ts'
import { recoverLog, type Recovery } from '#app/use-cases/ledger/recover-log.server.ts'
import type { Restored } from '#app/use-cases/ledger/restore-entries.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'

const usage = `npm run recover -- --from PLACE

For a register that publishes nothing because its database is older than what its log has signed.

  --from   another copy of the log: the address of a mirror (https://mirror.example), or a folder
           with the log's files by their paths (log/tile/entries/…, log/disclosures/…)

The server must be stopped. Nothing the copy says is believed: its entries must lead to the newest
root that this log has signed. All of it is written, or nothing.`

const say = (line: string) => process.stdout.write(`${line}\n`)
const fail = (line: string): never => {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

const { from = '', help } = read()
if (help) {
  say(usage)
  process.exit(0)
}
if (!from) fail(usage)
const isAddress = /^https?:\/\//.test(from)
if (!isAddress && !existsSync(from)) fail(`Cannot recover: there is no folder ${from}`)

const config = configOrExit()
await mkdir(config.dataDir, { recursive: true })
const isFile = config.databaseUrl.startsWith('file:')
const release = isFile ? holdLockOrExit(config.dataDir) : () => {}
const db = await openDatabase(config.databaseUrl)
let recovery: Recovery | Error
let foundFiles = { found: 0, lost: 0 }
try {
  await migrateDatabase(db)
  const [now, files] = [new Date(), await diskFiles(config.filesDir)]
  const logKey = await existingLogKey(config)
  const mirror = isAddress ? httpMirror(from) : folderMirror(from)
  const marks = checkpointMarks(config.dataDir)
  recovery = await recoverLog({ db, now, mirror, marks, logKey, verify })
  if (recovery.ok) {
    foundFiles = await findFiles({ db, files })
    await finishErasure({ db, files, now })
  }
} catch (error) {
  recovery = error instanceof Error ? error : new Error(String(error))
} finally {
  closeDatabase(db)
  release()
}

if (recovery instanceof Error)
  fail(`Stopped: ${recovery.message}${causeOf(recovery)}. Nothing is half written: run this again.`)
else if (recovery.ok) tell(recovery.size, recovery.restored)
else fail(`Nothing was written: ${words(recovery.problem)}`)

function read() {
  try {
    return parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean' } } }).values
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? ` (${cause.message})` : ''
}

function tell(size: number, { entries, toLookAt, ...records }: Restored) {
  if (entries === 0)
    return say(`Nothing is missing: all ${size} entries that were signed are here.`)
  const { commitments, organisations, declarations } = records
  say(`Recovered ${entries} entries: the log has ${size} again, and its root is the one signed.
Brought to what the log says: commitments ${commitments}, organisations ${organisations}, declarations ${declarations}.

What is not in a public log cannot be recovered from one:
  accounts, memberships and invitations made since the backup
  drafts, reports not handed in, notes and letters
  who wrote, proposed, reviewed or confirmed what is brought back (kept as "unknown")
  a review that was begun is nobody's: any coordinator can take it over`)
  if (foundFiles.found > 0)
    say(`Files of evidence found again by their SHA-256: ${foundFiles.found}`)
  if (foundFiles.lost > 0)
    say(`Files of evidence that are on the record, and not here: ${foundFiles.lost}`)
  if (toLookAt.length > 0)
    say(`
Words were withheld from these records, and what is private about them may still hold some:
look at each of them, and withhold again.
${toLookAt.map((id) => `  ${id}`).join('\n')}`)
  say(`
Start the server now. It looks once more before it publishes.`)
}

function words(problem: Extract<Recovery, { ok: false }>['problem']): string {
  switch (problem.code) {
    case 'nothing-signed':
      return 'no checkpoint of this log is known. Put checkpoints.log back, or the key, so that the copy’s own checkpoint can be believed.'
    case 'mirror-too-short':
      return `the copy ends before entry ${problem.index}. Find one that goes further.`
    case 'entry-differs':
      return `entry ${problem.index} is another here than in the copy, and they cannot both be what was signed. Put back a backup from before that entry was changed, then run this again.`
    case 'root-differs':
      return 'the entries do not lead to the root that this log has signed: this is a copy of something else, or the hashes here were changed.'
    case 'not-an-entry':
      return `what the copy has in the place of entry ${problem.index} is no entry.`
    case 'content-missing':
      return `the copy does not tell all that entry ${problem.index} says, and no redaction withholds it. Find a copy with its disclosures.`
    case 'content-differs':
      return `the copy tells something that entry ${problem.index} does not say.`
    case 'record-unreadable':
      return `entry ${problem.index} cannot be followed (${problem.where ?? ''}). Use the version of this program that wrote it.`
  }
}
