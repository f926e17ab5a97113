/** A full disk, a foreign lock, a stop and wrong clocks: `npm run torture:troubles -- --help`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'

import { diskFull, foreignLock, stopUnderLoad, wrongClocks } from './torture/troubles.ts'

const troubles = { full: diskFull, lock: foreignLock, clock: wrongClocks, stop: stopUnderLoad }
type Name = keyof typeof troubles
const isName = (text: string): text is Name => text in troubles

const usage = `npm run torture:troubles -- [full] [lock] [clock] [stop]

  full   a disk of 8 MB fills up (R4; takes root, for the disk)
  lock   another process holds the write lock for ten seconds (R5)
  clock  the clock is a day off, and stands still (R7)
  stop   SIGTERM while it publishes (R15)

All of them when none is named. Works on the built server (npm run build) in temporary folders of
its own, and ends only processes it started. Exit status: 0 all is as promised; 1 it is not.`

const given = process.argv.slice(2)
if (!given.every(isName)) {
  process.stdout.write(`${usage}\n`)
  process.exit(given.includes('--help') ? 0 : 1)
}
hashNatively()
let failed = false
for (const name of given.length > 0 ? given : (Object.keys(troubles) as Name[])) {
  const home = await mkdtemp(join(tmpdir(), 'kept-troubles-'))
  try {
    const { said, problems } = await troubles[name as Name](home)
    for (const problem of new Set(problems)) process.stdout.write(`FAILED ${name}: ${problem}\n`)
    process.stdout.write(`${name}: ${said}; ${problems.length} problems\n`)
    failed ||= problems.length > 0
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
process.exit(failed ? 1 : 0)
