import { asc, eq } from 'drizzle-orm'

import type { Actor } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { passkeys } from '../schema/accounts.ts'

export type OwnPasskey = Awaited<ReturnType<typeof ownPasskeys>>[number]

/** A person's own passkeys, as far as their page shows them. */
export const ownPasskeys = (db: Database, { userId }: Actor) =>
  db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
      deviceType: passkeys.deviceType,
      transports: passkeys.transports,
    })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt))

/** For the check of what it signed. */
export const passkeyById = (db: Database, id: string) =>
  db.select().from(passkeys).where(eq(passkeys.id, id)).get()
