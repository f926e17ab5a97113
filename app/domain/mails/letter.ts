import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'

const MINUTE = 60_000
/** How long to wait after each failure. */
const waits = [1, 5, 15, 60, 240, 720, 1_440].map((minutes) => minutes * MINUTE)

/**
 * When a letter that failed for the n-th time (from 0) is tried next; undefined when it is given
 * up, because the receiver's server will never take it or because it was tried often enough.
 */
export function nextTry(failures: number, permanent: boolean, now: Date): Date | undefined {
  const wait = waits[failures]
  return permanent || wait === undefined ? undefined : new Date(now.getTime() + wait)
}

type Letter = { id: string; gaveUpAt: Date | null }

/** An administrator has looked into why a letter was given up, and wants it sent after all. */
export function tryAgain(letter: Letter | undefined, actor: Actor, now: Date) {
  const refused = refusalOf(actor, 'try-letter-again', {}, now)
  if (refused) return refuse(refused)
  if (!letter) return refuse('letter-missing')
  if (letter.gaveUpAt === null) return refuse('letter-not-given-up')
  return ok({ act: actInRole('letter.tried-again', letter.id, actor, 'administrator', now) })
}
