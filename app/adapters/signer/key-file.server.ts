import { randomBytes } from 'node:crypto'
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { base64, concat, hex } from '#app/domain/ledger/bytes.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import {
  isKeyName,
  keyId,
  NOTE_KEY,
  verifierKey,
  type Sign,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'
import { readBase64 } from '#app/domain/ledger/spelling.ts'

import { syncFolder } from '../files/sync-folder.server.ts'
import { signerOf } from './ed25519.server.ts'

export type KeyFileCode = 'readable-by-others' | 'another-name' | 'not-a-key-file'
export class KeyFileError extends LedgerError<KeyFileCode> {}

export type OpenedKey = { key: VerifierKey; sign: Sign; created: boolean }

const SEED_BYTES = 32
// Windows keeps no such bits: there every file seems open to all.
const OTHERS = process.platform === 'win32' ? 0 : 0o077

/**
 * The signing key in a file, made on first use: `PRIVATE+KEY+name+id+base64(0x01 || seed)`, the
 * form of Go's x/mod, readable by its owner only. The message of an error never holds the secret.
 */
export async function openKeyFile(path: string, name: string): Promise<OpenedKey> {
  if (!isKeyName(name)) throw new KeyFileError('another-name', `no key may be named ${name}`)
  const found = await read(path)
  if (found !== undefined) return { ...keyIn(found, path, name), created: false }

  const created = await create(path, written(name, randomBytes(SEED_BYTES)))
  // Read back, so that a first start and every later one go the same way.
  const text = await read(path)
  if (text === undefined) throw new KeyFileError('not-a-key-file', `${path} is gone`)
  return { ...keyIn(text, path, name), created }
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

function written(name: string, seed: Uint8Array): string {
  const id = keyId(name, NOTE_KEY, signerOf(seed).publicKey)
  return `PRIVATE+KEY+${name}+${hex(id)}+${base64(concat(Uint8Array.of(NOTE_KEY), seed))}\n`
}

function keyIn(text: string, path: string, name: string): Omit<OpenedKey, 'created'> {
  const [label, kind, found = '', id, ...rest] = text.trimEnd().split('+')
  // Base64 may hold a `+` of its own.
  const secret = readBase64(rest.join('+'))
  const malformed = new KeyFileError('not-a-key-file', path)
  if (label !== 'PRIVATE' || kind !== 'KEY' || secret?.length !== 1 + SEED_BYTES) throw malformed
  if (secret[0] !== NOTE_KEY) throw malformed
  const { publicKey, sign } = signerOf(secret.slice(1))
  if (!isKeyName(found) || hex(keyId(found, NOTE_KEY, publicKey)) !== id) throw malformed
  if (found !== name) throw new KeyFileError('another-name', `${path} is the key of ${found}`)
  return { key: verifierKey(name, NOTE_KEY, publicKey), sign }
}
