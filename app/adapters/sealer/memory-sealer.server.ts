import { randomBytes } from 'node:crypto'

import { aesSealer, KEY_BYTES } from './aes-gcm.server.ts'

/** The same with a key that is gone when the process is. */
export const memorySealer = () => aesSealer(randomBytes(KEY_BYTES))
