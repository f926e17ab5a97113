import { randomBytes } from 'node:crypto'

import { base64 } from '#app/domain/ledger/bytes.ts'
import { readBase64 } from '#app/domain/ledger/spelling.ts'

import { KeyFileError, openSecretFile } from '../files/secret-file.server.ts'
import { aesSealer, KEY_BYTES } from './aes-gcm.server.ts'
import type { Sealer } from './sealer.ts'

const LABEL = 'KEPT-ACCOUNT-KEY:'

/** The key second factors are sealed with, made on first use; without it none can be opened. */
export async function openAccountKey(path: string): Promise<{ sealer: Sealer; created: boolean }> {
  const make = () => `${LABEL}${base64(randomBytes(KEY_BYTES))}\n`
  const { text, created } = await openSecretFile(path, make)
  const key = text.startsWith(LABEL) ? readBase64(text.slice(LABEL.length).trimEnd()) : undefined
  if (key?.length !== KEY_BYTES) throw new KeyFileError('not-a-key-file', path)
  return { sealer: aesSealer(key), created }
}
