import { EncodingError, fromBase64 } from './bytes.ts'

/**
 * A count in ASCII decimal without leading zeros, as checkpoints, proofs and paths spell it.
 * @returns undefined for any other spelling, and past 2^53 - 1, where no log will ever be
 */
export function readCount(text: string): number | undefined {
  const count = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : undefined
  return count !== undefined && Number.isSafeInteger(count) ? count : undefined
}

/**
 * A hash in standard base64, as checkpoints and proofs spell it.
 * @returns 32 bytes, or undefined for any other length or spelling
 */
export function readHash(text: string): Uint8Array | undefined {
  const hash = readBase64(text)
  return hash?.length === 32 ? hash : undefined
}

/** Standard base64 to bytes, or undefined where `fromBase64` would throw. */
export function readBase64(text: string): Uint8Array | undefined {
  try {
    return fromBase64(text)
  } catch (error) {
    if (error instanceof EncodingError) return undefined
    throw error
  }
}
