import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Another process works on this register, or on whatever the lock is named for. */
export class RegisterInUse extends Error {
  constructor(pid: number, file: string) {
    const what = basename(file, '.lock')
    super(`the ${what} is in use by process ${pid}; if that is no ${what}, delete ${file}`)
    this.name = 'RegisterInUse'
  }
}

/**
 * One process per database file: SQLite 3.45 can lose committed writes when two processes
 * checkpoint a WAL at once (trust 0.4). Answers the function that lets go.
 */
export function holdLock(dataDir: string, what = 'register'): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, `${what}.lock`)
  const mine = `${process.pid} ${startOf(process.pid)}\n`
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (claim(file, mine))
      return () => {
        if (read(file) === mine) rmSync(file, { force: true })
      }
    takeAwayIfStale(file)
  }
  throw new RegisterInUse(holderOf(read(file)).pid, file)
}

/** The same for programs: says who holds it, in one line, and ends. */
export function holdLockOrExit(dataDir: string): () => void {
  try {
    return holdLock(dataDir)
  } catch (error) {
    if (!(error instanceof RegisterInUse)) throw error
    process.stderr.write(`Cannot start: ${error.message}\n`)
    process.exit(1)
  }
}

/** A link appears with its content or not at all: nobody reads a lock half-written. */
function claim(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves the lock aside before judging it: of two that try, one holds it in hand. */
function takeAwayIfStale(file: string) {
  const seen = read(file)
  if (isAlive(seen)) throw new RegisterInUse(holderOf(seen).pid, file)
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const taken = read(aside)
  if (isAlive(taken)) {
    linkSync(aside, file)
    rmSync(aside, { force: true })
    throw new RegisterInUse(holderOf(taken).pid, file)
  }
  rmSync(aside, { force: true })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const holderOf = (text: string) => {
  const [pid = '', start = ''] = text.trim().split(' ')
  return { pid: Number(pid), start }
}

/** Alive, and the same process: after a restart of the machine a number belongs to another. */
function isAlive(text: string): boolean {
  const { pid, start } = holderOf(text)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return startOf(pid) === start
}

/** When the process started, in ticks since boot; empty where the system does not say. */
function startOf(pid: number): string {
  const line = read(`/proc/${pid}/stat`)
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
