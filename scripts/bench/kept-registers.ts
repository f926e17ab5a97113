import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { dayOf } from '#app/domain/shared/dates.ts'

import { databaseFile } from '../scratch/register.ts'
import { makeRegister } from './make-register.ts'

const SEED = 20_151
const ORGANISATIONS = 500
const KEPT_FOR_MS = 3 * 86_400_000
/** What the bytes of a register follow from, besides its size, the seed and the day. */
const SOURCES = [
  'drizzle',
  'app/db/write',
  'app/domain/ledger',
  'scripts/bench/copies.ts',
  'scripts/bench/lives.ts',
  'scripts/bench/make-register.ts',
]

const store = join(tmpdir(), 'kept-bench-registers')

/**
 * A copy, in this folder, of a register of so many commitments. It is made once a day and kept
 * between runs under what it follows from, so that works and runs share it.
 */
export async function registerOf(
  folder: string,
  commitments: number,
  say: (line: string) => void,
): Promise<string> {
  const day = dayOf(new Date())
  const made = join(store, `${day}-${commitments}-${await fingerprint()}`)
  await forgetOld()
  if (!(await exists(databaseFile(made)))) {
    const making = `${made}.making-${process.pid}`
    await rm(making, { recursive: true, force: true })
    await makeRegister(making, {
      commitments,
      organisations: ORGANISATIONS,
      seed: SEED,
      now: new Date(),
      progress: (done, all) => say(`${commitments} commitments: ${done} of ${all} entries`),
    })
    await rename(making, made)
  }
  await utimes(made, new Date(), new Date())
  const own = join(folder, `of-${commitments}-${(copied += 1)}`)
  await mkdir(own, { recursive: true })
  await copyFile(databaseFile(made), databaseFile(own))
  return own
}
let copied = 0

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of await filesIn(source)) hash.update(`${file}\0`).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const names = await readdir(path)
  return (await Promise.all(names.map((name) => filesIn(join(path, name))))).flat().toSorted()
}

/** A day's registers are of no use on another. */
async function forgetOld() {
  for (const name of await readdir(store).catch(() => [])) {
    const { mtimeMs } = await stat(join(store, name))
    if (Date.now() - mtimeMs > KEPT_FOR_MS) await rm(join(store, name), { recursive: true })
  }
}
