import { randomBytes } from 'node:crypto'

import { base64, concat, hex } from '#app/domain/ledger/bytes.ts'
import {
  isKeyName,
  keyId,
  NOTE_KEY,
  verifierKey,
  type Sign,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'
import { readBase64 } from '#app/domain/ledger/spelling.ts'

import { KeyFileError, openSecretFile } from '../files/secret-file.server.ts'
import { signerOf } from './ed25519.server.ts'

export type OpenedKey = { key: VerifierKey; sign: Sign; created: boolean }

const SEED_BYTES = 32

/**
 * The signing key in a file, made on first use: `PRIVATE+KEY+name+id+base64(0x01 || seed)`, the
 * form of Go's x/mod, readable by its owner only. The message of an error never holds the secret.
 */
export async function openKeyFile(path: string, name: string): Promise<OpenedKey> {
  if (!isKeyName(name)) throw new KeyFileError('another-name', `no key may be named ${name}`)
  const make = () => written(name, randomBytes(SEED_BYTES))
  const { text, created } = await openSecretFile(path, make)
  return { ...keyIn(text, path, name), created }
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
