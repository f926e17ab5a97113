import { createHash, randomBytes } from 'node:crypto'

import { z } from 'zod'

import type { Database, Transaction } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveChallenge, takeChallenge } from '#app/db/write/passkeys.server.ts'
import { challengeExpiry } from '#app/domain/accounts/passkey.ts'

type Place = { db: Database; now: Date }

const idOf = (challenge: string) => createHash('sha256').update(challenge).digest('hex')
const random = () => randomBytes(32).toString('base64url')
/** What is signed at sign-in follows from a cookie: only the browser that asked can answer. */
export const challengeOfCookie = (cookie: string): string =>
  createHash('sha256').update(`passkey ${cookie}`).digest('base64url')

/** What a person's device has to sign to become a passkey of theirs. */
export async function challengeFor({ db, now }: Place, userId: string): Promise<string> {
  const challenge = random()
  const expiresAt = challengeExpiry(now)
  await writing(db, (tx) => saveChallenge(tx, { id: idOf(challenge), userId, expiresAt }, now))
  return challenge
}

/** The same where it is not known yet who it is: with a cookie that answers go with. */
export async function challengeForAnybody({ db, now }: Place) {
  const cookie = random()
  const challenge = challengeOfCookie(cookie)
  const expiresAt = challengeExpiry(now)
  await writing(db, (tx) =>
    saveChallenge(tx, { id: idOf(challenge), userId: null, expiresAt }, now),
  )
  return { cookie, challenge }
}

/** Uses a challenge up: whether it was one, of that person, and in time. */
export const useChallenge = (
  tx: Transaction,
  challenge: string,
  userId: string | null,
  now: Date,
) => takeChallenge(tx, idOf(challenge), userId, now)

const parts = z.object({
  id: z.string().regex(/^[\w-]{1,1400}$/),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).prefault({}),
})
const madeResponse = parts.extend({
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
})
const usedResponse = parts.extend({
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().nullish(),
  }),
})

function read<schema extends z.ZodType>(text: string, schema: schema) {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
/** What a device answers, as the page's script sends it; undefined for anything else. */
export const readMade = (text: string) => read(text, madeResponse)
export const readUsed = (text: string) => read(text, usedResponse)

/** The challenge a device says it signed; whether it did is checked after. */
export function challengeIn(clientDataJson: string): string {
  const said = read(
    Buffer.from(clientDataJson, 'base64url').toString(),
    z.object({ challenge: z.string() }),
  )
  return said?.challenge ?? ''
}
