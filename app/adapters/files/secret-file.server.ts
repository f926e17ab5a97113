import { randomBytes } from 'node:crypto'
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { LedgerError } from '#app/domain/ledger/ledger-error.ts'

import { syncFolder } from './sync-folder.server.ts'

export type KeyFileCode = 'readable-by-others' | 'another-name' | 'not-a-key-file'
export class KeyFileError extends LedgerError<KeyFileCode> {}

// Windows keeps no such bits: there every file seems open to all.
const OTHERS = process.platform === 'win32' ? 0 : 0o077

/**
 * The text of a file that only its owner may read, made on first use. The message of an error
 * never holds the secret.
 */
export async function openSecretFile(
  path: string,
  make: () => string,
): Promise<{ text: string; created: boolean }> {
  const found = await read(path)
  if (found !== undefined) return { text: found, created: false }

  const created = await create(path, make())
  // Read back, so that a first start and every later one go the same way.
  const text = await read(path)
  if (text === undefined) throw new KeyFileError('not-a-key-file', `${path} is gone`)
  return { text, created }
}

async function read(path: string): Promise<string | undefined> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (handle === undefined) return undefined
  try {
    const { mode } = await handle.stat()
    if ((mode & OTHERS) !== 0) {
      throw new KeyFileError('readable-by-others', `${path}; chmod 600 it, and think who read it`)
    }
    return await handle.readFile('utf8')
  } finally {
    await handle.close()
  }
}

/** False when another process was first. The name appears with the whole key in it or not at all. */
async function create(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomBytes(8).toString('hex')}`
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
    await link(temporary, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await handle.close()
    await rm(temporary, { force: true })
    await syncFolder(dirname(path))
  }
}
