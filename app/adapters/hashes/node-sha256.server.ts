import { hash } from 'node:crypto'

import { hashWith, type Digest, type Sha256 } from '#app/domain/ledger/sha256.ts'

const nodeSha256: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'))

const nodeDigest: Digest = (ascii) => hash('sha256', ascii, 'base64url')

/** From now on this process hashes the ledger with OpenSSL's SHA-256. */
export const hashNatively = (): void => hashWith(nodeSha256, nodeDigest)
