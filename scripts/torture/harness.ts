import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

import { build } from 'vite'

import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'

import { seededRandom } from '../scratch/random.ts'
import { databaseFile } from '../scratch/register.ts'
import { keyFile, ORIGIN, type Acknowledged, type Said } from './folder.ts'
import { proveFolder } from './proof.ts'

export type Torture = {
  kills: number
  seed: number
  onKill?: ((round: number, entries: number) => void) | undefined
}

export type Report = {
  kills: number
  acknowledged: number
  /** In the log without ever having been acknowledged: the process died between. */
  durableUnacknowledged: number
  entries: number
  checkpoints: number
  seconds: number
  problems: string[]
}

/** How long a life may take from its start to its first act, on a machine that has much to do. */
const PATIENCE_MS = 60_000

/**
 * Publishes, kills the process at a random moment and proves what it left behind, so many times in
 * one folder: each life goes on from what the one before left.
 */
export async function torture({ kills, seed, onKill }: Torture): Promise<Report> {
  const began = performance.now()
  const home = await mkdtemp(join(tmpdir(), 'kept-torture-'))
  const program = await bundled()
  const folder = join(home, 'register')
  const left = join(home, 'left')
  await mkdir(folder)
  await mkdir(left)
  const random = seededRandom(seed)
  const acknowledged: Acknowledged[] = []
  const problems: string[] = []
  let found = { entries: 0, checkpoints: 0 }
  let proving: Promise<void> = Promise.resolve()
  let life: ChildProcess | undefined
  try {
    // The first life makes the register: this process never opens its database, only copies of it,
    // since SQLite recovers after a crash only when nobody else has the file open.
    const { key } = await openKeyFile(keyFile(folder), ORIGIN)
    let held = 0
    for (let round = 1; round <= kills; round += 1) {
      life = start(program, folder)
      const signed = await lived(life, acknowledged, 5 + random() * 150)
      await proving
      // Signing goes on from what was there, however the last life ended.
      if (signed < found.entries)
        problems.push(`round ${round}: signed ${signed} of ${found.entries}`)
      await keepCopy(folder, left)
      const expected = { key, acknowledged: [...acknowledged] }
      // Meanwhile the next life begins.
      proving = proveFolder(left, expected).then(({ problems: wrong, ...rest }) => {
        problems.push(...wrong.map((what) => `round ${round}: not so: ${what}`))
        if (rest.entries < held) problems.push(`round ${round}: the log became shorter`)
        held = rest.entries
        found = rest
        onKill?.(round, rest.entries)
      })
    }
    await proving
  } finally {
    life?.kill('SIGKILL')
    await proving.catch(() => {})
    await rm(home, { recursive: true, force: true })
    await rm(dirname(program), { recursive: true, force: true })
  }
  const places = new Set(acknowledged.map(({ entry }) => entry))
  return {
    kills,
    acknowledged: acknowledged.length,
    // The opening of the declaration and the organisation's verification come before any life.
    durableUnacknowledged: found.entries - places.size - 2,
    ...found,
    seconds: (performance.now() - began) / 1000,
    problems,
  }
}

/** The program of a life as one file: it starts two hundred times, and each start counts. */
async function bundled(): Promise<string> {
  const outDir = resolve('.cache', `torture-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'scripts/torture/life.ts',
      target: 'node20',
      outDir,
      rollupOptions: { output: { entryFileNames: 'life.js' } },
    },
  })
  return join(outDir, 'life.js')
}

const start = (program: string, folder: string) =>
  spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Lets it live for so long after its first act, and answers how far it had signed at its start. */
async function lived(
  life: ChildProcess,
  acknowledged: Acknowledged[],
  milliseconds: number,
): Promise<number> {
  const over = once(life, 'exit')
  let signed = -1
  let first: (() => void) | undefined
  const acting = new Promise<void>((resolve) => (first = resolve))
  const lines = createInterface({ input: life.stdout! })
  lines.on('line', (line) => {
    const said = JSON.parse(line) as Said
    if ('signed' in said) signed = said.signed
    else {
      acknowledged.push(said)
      first?.()
    }
  })
  const read = once(lines, 'close')
  const patience = new AbortController()
  const outcome = await Promise.race([
    acting.then(() => 'acting'),
    over.then(() => 'over'),
    sleep(PATIENCE_MS, 'late', { signal: patience.signal }),
  ])
  patience.abort()
  if (outcome === 'acting') await sleep(milliseconds)
  life.kill('SIGKILL')
  const [[, signal]] = await Promise.all([over, read])
  if (outcome !== 'acting') throw new Error('a life ended, or was too slow, before its first act')
  if (signal !== 'SIGKILL') throw new Error('a life ended by itself')
  return signed
}

/** What the next life finds, with the write-ahead log as it was left. */
async function keepCopy(folder: string, left: string) {
  const file = databaseFile(folder)
  for (const path of [file, `${file}-wal`, join(folder, 'checkpoints.log')]) {
    const copy = join(left, basename(path))
    await rm(copy, { force: true })
    await copyFile(path, copy).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
  await rm(`${databaseFile(left)}-shm`, { force: true })
}
