import { createHash, randomBytes } from 'node:crypto'

import { LRUCache } from 'lru-cache'

import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { linkStands, renewLink } from '#app/db/write/letter-links.server.ts'

/** The one line of a letter that is a link with a secret; what people typed is never all of a line. */
const LINK = /^\{\{origin\}\}\S*letter-link-([0-9a-f]{64})\S*$/m
/** Shown where a link's secret is not for the reader. */
const HIDDEN = '…'

/**
 * Tokens of links whose letters have not gone out, by their hash. They are in the memory of this
 * process alone: the database, where letters wait, holds nothing that lets anybody in.
 */
const fresh = new LRUCache<string, string>({ max: 10_000, ttl: 7 * 86_400_000 })

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const markOf = (hash: string) => `letter-link-${hash}`
const put = (text: string, hash: string, instead: string) =>
  text.replace(LINK, (line) => line.replace(markOf(hash), instead))

/** What stands for a token in a queued letter; delivery puts a working one in. */
export function linkMark(token: string): string {
  const hash = hashOf(token)
  fresh.set(hash, token)
  return markOf(hash)
}

/** The letter for somebody who may read it but not use its link. */
export function withoutLink(text: string): string {
  const hash = LINK.exec(text)?.[1]
  return hash === undefined ? text : put(text, hash, HIDDEN)
}

/** The letter as it goes out, if this process knows its link: a demonstration shows its letters. */
export function withLink(text: string): string {
  const hash = LINK.exec(text)?.[1]
  return hash === undefined ? text : put(text, hash, fresh.get(hash) ?? HIDDEN)
}

type Waiting = { id: string; to: string; text: string }

/**
 * A letter's text with a link that works, or undefined when what the link was for is over. A link
 * that another process made gets a new token: nobody has had the old one.
 */
export async function workingText(
  db: Database,
  { id, to, text }: Waiting,
  now: Date,
): Promise<string | undefined> {
  const hash = LINK.exec(text)?.[1]
  if (hash === undefined) return text
  const known = fresh.get(hash)
  if (known !== undefined) {
    const stands = await writing(db, (tx) => linkStands(tx, hash, to, now))
    return stands ? put(text, hash, known) : undefined
  }
  const token = randomBytes(24).toString('base64url')
  const next = hashOf(token)
  const letter = { id, to, text: put(text, hash, markOf(next)) }
  if (!(await writing(db, (tx) => renewLink(tx, letter, hash, next, now)))) return undefined
  // Kept for the next try: a letter that came after all and failed to say so has this one too.
  fresh.set(next, token)
  return put(text, hash, token)
}
