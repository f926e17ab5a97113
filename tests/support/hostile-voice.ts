import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import type { Acting } from '#app/use-cases/acting.ts'

import { asTyped, payloads } from './payloads.ts'

const words = payloads.map(({ text }) => asTyped(text))

type Room = { least?: number; most?: number }
/** A payload as a field takes it: with words to fill it where it must say more. */
export type Say = (field: string, room?: Room) => string

/**
 * Says payloads, another in each field, so that one record shows most of them and thirty records
 * have each of them in each field.
 */
export function voice(): { inRecord: (record: number) => Say } {
  const fields = new Map<string, number>()
  const inRecord =
    (record: number): Say =>
    (field, { least = 1, most = 300 } = {}) => {
      // Seven and thirty share no factor: neighbouring fields never say the same.
      const start = fields.get(field) ?? fields.size * 7
      fields.set(field, start)
      const turned = words.map((_, place) => words[(record + start + place) % words.length] ?? '')
      const text = turned.find(({ length }) => length <= most) ?? ''
      return text.length >= least ? text : text.padEnd(least + 6, ' and words to fill it.')
    }
  return { inRecord }
}

type Signed = Acting & { actor: SignedIn }

/** Who is in the register, and the register itself with a clock of its own. */
export type Stage = {
  db: Database
  files: FileStore
  inRecord: (record: number) => Say
  /** The same person a minute after whatever was done before. */
  by: (userId: string) => Promise<Signed>
  people: { administrator: string; coordinator: string; second: string; partner: string }
}

const MINUTE = 60_000

/** Five days: so long the whole past takes, a minute an act. */
export function clockFrom(start: Date) {
  let at = start.getTime() - 5 * 24 * 60 * MINUTE
  return () => new Date((at += MINUTE))
}

export async function actingAs(db: Database, userId: string, now: Date): Promise<Signed> {
  const actor = await actorOf(db, userId)
  if (!actor) throw new Error(`no account ${userId}`)
  return { db, actor, now }
}
