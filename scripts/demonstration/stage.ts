import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { actorOf } from '#app/db/read/accounts.server.ts'
import type { Result } from '#app/domain/shared/result.ts'
import type { Acting } from '#app/use-cases/acting.ts'

import type { Offset } from './shape.ts'

type Scene = { day: Offset; rank: number; play: (now: Date) => Promise<void> }

/** On one day, what has to come before what. */
export const ranks = [
  'account',
  'register',
  'decide',
  'suspend',
  'join',
  'draft',
  'answer',
  'submit',
  'screen',
  'import',
  'amend',
  'report',
  'review',
  'confirm',
  'reply',
  'leave',
  'withdraw',
] as const
export type Rank = (typeof ranks)[number]

/** Plays acts through the register's own use-cases, each on its day, oldest first. */
export class Stage {
  readonly #scenes: Scene[] = []
  /** What the content calls a thing, and the id the register gave it. */
  readonly ids = new Map<string, string>()

  constructor(
    readonly db: Database,
    readonly files: FileStore,
    readonly today: Date,
  ) {}

  on(day: Offset, rank: Rank, play: (now: Date) => Promise<void>) {
    this.#scenes.push({ day, rank: ranks.indexOf(rank), play })
  }

  id(key: string): string {
    const id = this.ids.get(key)
    if (id === undefined) throw new Error(`the demonstration names "${key}" before it exists`)
    return id
  }

  async as(personKey: string, now: Date): Promise<Acting> {
    const actor = await actorOf(this.db, this.id(personKey))
    if (!actor) throw new Error(`the demonstration has no person "${personKey}"`)
    return { db: this.db, actor, now }
  }

  day(offset: Offset): string {
    return new Date(this.today.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
  }

  async play(progress: (done: number, all: number) => void) {
    const scenes = [...this.#scenes].sort((a, b) => a.day - b.day || a.rank - b.rank)
    let clock = 0
    for (const [position, scene] of scenes.entries()) {
      const morning = Date.parse(`${this.day(scene.day)}T07:30:00Z`)
      // Each act a little after the one before, and none in the future.
      clock = Math.min(Math.max(clock + 97_000, morning), Math.max(clock, this.today.getTime()))
      await scene.play(new Date(clock))
      progress(position + 1, scenes.length)
    }
  }
}

/** The value of a success; a refusal means the content breaks a rule, and says which. */
export function granted<result extends Result<unknown, string>>(
  what: string,
  result: result,
): Extract<result, { ok: true }>['value'] {
  if (!result.ok) throw new Error(`the demonstration breaks a rule: ${what}: ${result.code}`)
  return result.value
}
