import { isNotNull } from 'drizzle-orm'
import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { writing } from '#app/db/transaction.server.ts'
import { deriveStandings } from '#app/db/write/standing.server.ts'
import type { Day } from '#app/domain/shared/dates.ts'

/** Stored status equals the derived one for every commitment the public can see. */
export async function checkStanding(db: Database, today: Day) {
  const rows = await db.select().from(commitments).where(isNotNull(commitments.publishedAt))
  for (const row of rows) {
    const [standing] = await writing(db, (tx) => deriveStandings(tx, [row.id], today))
    expect({
      id: row.id,
      outcome: row.outcome,
      assurance: row.assurance,
      due: row.nextDueOn,
    }).toEqual({
      id: row.id,
      outcome: standing?.outcome,
      assurance: standing?.assurance ?? null,
      due: standing?.nextDueOn,
    })
    // Looked at once too often is looked at; a day too late would be a wrong status until then.
    const turns = standing?.turnsOn ?? null
    if (turns !== null) expect([row.id, (row.turnsOn ?? 'never') <= turns]).toEqual([row.id, true])
  }
}
