import { randomInt } from 'node:crypto'

import { uuidv7 } from 'uuidv7'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Sortable and never guessed at: `cmt_0193…`. */
export const newId = (prefix: string): string => `${prefix}_${uuidv7().replaceAll('-', '')}`

/** Short enough to read out, stable for ever: an organisation's place in URLs. */
export const newShortId = (prefix: string): string =>
  `${prefix}_${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
