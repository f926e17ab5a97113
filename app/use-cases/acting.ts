import type { Database } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'

/** Who does it, when, and where it is kept: the first argument of every use-case. */
export type Acting = { db: Database; actor: Actor; now: Date }
