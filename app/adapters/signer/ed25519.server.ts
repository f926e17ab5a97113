import { createPrivateKey, createPublicKey, sign, verify as verifySignature } from 'node:crypto'

import type { Sign, Verify } from '#app/domain/ledger/signed-note.ts'

// RFC 8410: what stands before the 32 bytes in PKCS #8 and in SubjectPublicKeyInfo.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const KEY_BYTES = 32

/** Ed25519, as the ledger asks for it. False for whatever is malformed; never throws. */
export const verify: Verify = (publicKey, message, signature) => {
  if (publicKey.length !== KEY_BYTES) return false
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI, publicKey]),
      format: 'der',
      type: 'spki',
    })
    return verifySignature(null, message, key, signature)
  } catch {
    return false
  }
}

/** The key pair that a secret of 32 bytes stands for. Signing the same twice gives the same bytes. */
export function signerOf(seed: Uint8Array): { publicKey: Uint8Array; sign: Sign } {
  if (seed.length !== KEY_BYTES) throw new RangeError('an Ed25519 seed has 32 bytes')
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(-KEY_BYTES)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}
