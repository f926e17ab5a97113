import { hash, verify } from '@node-rs/argon2'

import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'

// OWASP's argon2id minimum. 2 is Argon2id: the package's const enum does not survive isolation.
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const AT_ONCE = 4
/** Some three seconds of work: whoever comes after them is better told to come back. */
const WAITING_AT_MOST = 200
let running = 0
const waiting: (() => void)[] = []

/** More passwords to look at than there is time for; nothing was written. */
class TooManyPasswords extends DatabaseUnavailable {
  constructor() {
    super('Too many passwords are waiting to be checked', 5, undefined)
  }
}

/** Each hash takes 19 MB: a flood of sign-ins queues here, and memory stays where it is. */
async function inTurn<value>(work: () => Promise<value>): Promise<value> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new TooManyPasswords()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, settings))

const MADE_SO = `$argon2id$v=19$m=${settings.memoryCost},t=${settings.timeCost},p=${settings.parallelism}$`

/** Whether a hash was made with other settings than today's. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(MADE_SO)

/** A hash by today's settings of a password nobody has: what an unknown address is held against. */
const NOBODY = `${MADE_SO}bm9ib2R5IGhhcyB0aGlzIQ$fyj0dFOzCFTGdBzFwSGpBy3gTnnOk7LrPZ9QUGdTPOg`

/** Takes the same time whether or not there is a hash to hold the password against. */
export async function passwordMatches(password: string, stored: string | undefined) {
  const same = await inTurn(() => verify(stored ?? NOBODY, password))
  return stored !== undefined && same
}
