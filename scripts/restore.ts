/** Makes a data folder from a backup: `npm run restore -- --help`. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { folderMirror } from '#app/adapters/mirror/folder-mirror.server.ts'
import { httpMirror } from '#app/adapters/mirror/http-mirror.server.ts'

import { BackupProblem } from './backup/folder.ts'
import { restoreBackup } from './backup/restore.ts'
import { progressLine } from './verify/progress.ts'

const usage = `npm run restore -- --from BACKUP --data DIR  and one or more of
                   --mirror PLACE | --checkpoints FILE | --nothing-newer

  --from           one backup: a folder that npm run backup has made
  --data           the data folder to be, absent or empty
  --mirror         another copy of the log, an address or a folder: what was published or withheld
                   after the backup comes back from it
  --checkpoints    a checkpoints.log that survived; what it knows of more keeps the register from
                   publishing until npm run recover has found it
  --nothing-newer  your word that nothing was signed after the backup. If it is wrong, the log forks,
                   and every witness will say so

Exit status: 0 restored; 1 refused, nothing was written; 2 not understood; 3 restored, and nothing
can be published before npm run recover has run.`

const fail = (line: string, code = 1): never => {
  process.stderr.write(`${line}\n`)
  process.exit(code)
}

const given = read()
hashNatively()
const progress = progressLine(process.stderr)
try {
  const { manifest, keys, recovered, lost, behind } = await restoreBackup({
    ...given,
    now: new Date(),
    progress: progress.say,
  })
  progress.end()
  process.stdout
    .write(`Restored to ${given.data}: the backup of ${manifest.made}, ${manifest.log.size} entries.
`)
  if (recovered > 0) process.stdout.write(`From the mirror: ${recovered} entries after it.\n`)
  if (lost > 0)
    process.stdout.write(`Files of evidence that are on the record, and not here: ${lost}\n`)
  const wanted = ['log.key', 'account.key'].filter((name) => !keys.includes(name))
  process.stdout.write(`
Next:
${wanted.map((name) => `  Put ${name} back into ${given.data} (mode 0600), or name its place in the settings.\n`).join('')}\
  Everybody signs in anew, and links in letters sent before work no more.
  Accounts, roles and factors are as they were at the backup: end again what was ended since.
  Letters that waited then are sent again.
`)
  if (behind) {
    process.stdout
      .write(`  The log had signed ${behind.signed} entries; here are ${behind.held}. Before anybody sees a page,
  for words withheld since are readable again:
    DATA_DIR=${given.data} npm run recover -- --from PLACE\n`)
    process.exitCode = 3
  } else process.stdout.write(`  Start the server, then: npm run verify -- ORIGIN\n`)
} catch (error) {
  progress.end()
  if (error instanceof BackupProblem) fail(`Nothing was restored: ${error.message}`)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    fail('Nothing was restored: there is no room left on the disk')
  throw error
}

function read() {
  try {
    const { values } = parseArgs({
      options: {
        from: { type: 'string' },
        data: { type: 'string' },
        mirror: { type: 'string' },
        checkpoints: { type: 'string' },
        'nothing-newer': { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    })
    if (values.help) {
      process.stdout.write(`${usage}\n`)
      process.exit(0)
    }
    const { from, data, mirror } = values
    if (!from || !data) return fail(usage, 2)
    if (!existsSync(from)) return fail(`Nothing was restored: there is no folder ${from}`)
    const isAddress = mirror !== undefined && /^https?:\/\//.test(mirror)
    if (mirror !== undefined && !isAddress && !existsSync(mirror))
      return fail(`Nothing was restored: there is no folder ${mirror}`)
    return {
      from,
      data,
      mirror:
        mirror === undefined ? undefined : isAddress ? httpMirror(mirror) : folderMirror(mirror),
      marksFile: values.checkpoints,
      nothingNewer: values['nothing-newer'],
    }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2)
  }
}
