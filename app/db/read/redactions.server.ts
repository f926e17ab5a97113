import { and, eq, isNull } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { doomedFiles, redactions } from '../schema/redactions.ts'

/** What is left to do of redactions that were carried out: files to remove, traces to sweep. */
export async function erasuresOwed(db: Database) {
  const [owed, files] = await db.batch([
    db
      .select({ id: redactions.id })
      .from(redactions)
      .where(and(eq(redactions.state, 'carried-out'), isNull(redactions.erasedAt))),
    db.select({ storedName: doomedFiles.storedName }).from(doomedFiles),
  ])
  return { ids: owed.map(({ id }) => id), files: files.map(({ storedName }) => storedName) }
}
