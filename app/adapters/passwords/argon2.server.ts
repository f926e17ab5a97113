import { hash, verify } from '@node-rs/argon2'

// OWASP's argon2id minimum. 2 is Argon2id: the package's const enum does not survive isolation.
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const AT_ONCE = 4
let running = 0
const waiting: (() => void)[] = []

/** Each hash takes 19 MB: a flood of sign-ins queues here, and memory stays where it is. */
async function inTurn<value>(work: () => Promise<value>): Promise<value> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
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

let nobody: Promise<string> | undefined

/** Takes the same time whether or not there is a hash to hold the password against. */
export async function passwordMatches(password: string, stored: string | undefined) {
  nobody ??= hashPassword('nobody has this account')
  const against = stored ?? (await nobody)
  const same = await inTurn(() => verify(against, password))
  return stored !== undefined && same
}
