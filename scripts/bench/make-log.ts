/**
 * Makes a register whose log is long, to be served and read from outside:
 * `npx tsx scripts/bench/make-log.ts FOLDER ENTRIES`. Run again with a larger number, it grows.
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'

import { holdLockOrExit } from '#app/db/lock.server.ts'

import { databaseFile, makeScratchRegister, openScratch } from '../scratch/register.ts'
import { growLog } from './grow-log.ts'

const [folder = '', entries = ''] = process.argv.slice(2)
const size = Number(entries)
if (!folder || !Number.isSafeInteger(size) || size < 1) {
  process.stderr.write('npx tsx scripts/bench/make-log.ts FOLDER ENTRIES\n')
  process.exit(1)
}
await mkdir(folder, { recursive: true })
const letGo = holdLockOrExit(folder)
const db = existsSync(databaseFile(folder))
  ? await openScratch(folder)
  : (await makeScratchRegister(folder, new Date('2026-01-01T00:00:00Z'))).db
const began = performance.now()
await growLog(db, size, (done) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${size} entries `)
})
db.$client.close()
letGo()
if (process.stderr.isTTY) process.stderr.write('\n')
process.stdout.write(`${size} entries, ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
