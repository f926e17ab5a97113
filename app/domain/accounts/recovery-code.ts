/** How many are made at once. */
export const RECOVERY_CODES = 10
/** 80 random bits: too many to try, so that one plain hash keeps a code. */
export const RECOVERY_BYTES = 10

// No letter of these is taken for a digit (Crockford's base 32).
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code to be written down: four groups of four letters. */
export function recoveryCode(random: Uint8Array): string {
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let code = ''
  for (let i = 0; i < (random.length * 8) / 5; i += 1) {
    code = (LETTERS[Number(bits & 31n)] ?? '') + code
    bits >>= 5n
  }
  return (code.match(/.{1,4}/g) ?? []).join('-')
}

/** As it was made, however it was typed: without hyphens and blanks, O read as 0, I and L as 1. */
export const plainCode = (typed: string): string =>
  typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
