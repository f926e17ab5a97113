import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

import type { Sealer } from './sealer.ts'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** AES-256-GCM under one key: `base64url(nonce || tag || ciphertext)`, the context as added data. */
export const aesSealer = (key: Uint8Array): Sealer => ({
  seal(secret, context) {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(context))
    const hidden = Buffer.concat([cipher.update(secret), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
  },
  open(sealed, context) {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    try {
      const shown = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
      return new Uint8Array(Buffer.concat([shown, decipher.final()]))
    } catch {
      return undefined
    }
  },
})
