import { hash } from 'node:crypto'

import { hashWith, type Sha256 } from '#app/domain/ledger/sha256.ts'

const nodeSha256: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'))

/** From now on this process hashes the ledger with OpenSSL's SHA-256. */
export const hashNatively = (): void => hashWith(nodeSha256)
