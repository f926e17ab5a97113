import { asc, count } from 'drizzle-orm'

import { licenceOf } from '#app/domain/declarations/declaration.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { openedDeclarations } from './declarations.server.ts'
import { publicCommitment } from './filters.server.ts'
import { recordState } from './log-head.server.ts'
import { publicOrganisation } from './organisations.server.ts'
import { publicIndex } from './public-index.server.ts'

/** What the files of the whole register hold, under which licence, since when. */
export async function dataPage(db: Database, now: Date) {
  const [opened, [listed], first] = await db.batch([
    openedDeclarations(db),
    db.select({ count: count() }).from(organisations).where(publicOrganisation),
    db
      .select({ at: commitments.publishedAt })
      .from(commitments)
      .where(publicCommitment)
      .orderBy(asc(commitments.publishedAt))
      .limit(1),
  ])
  const since = first[0]?.at
  const { ordinals } = await publicIndex(db, now)
  return {
    declarations: opened.map(({ body }) => ({
      key: body.key,
      title: body.title,
      licence: licenceOf(body),
    })),
    counts: { commitments: ordinals.size, organisations: listed?.count ?? 0 },
    since: since ? dayOf(since) : null,
    record: await recordState(db, now),
  }
}
