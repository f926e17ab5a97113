import { closeDatabase } from '#app/db/client.server.ts'
import { openedDeclarations } from '#app/db/read/declarations.server.ts'
import { publicIndex } from '#app/db/read/public-index.server.ts'
import { coverageIn } from '#app/domain/browsing/coverage.ts'

import { openScratch } from '../scratch/register.ts'
import { median, milliseconds, timed, type Bench, type Row } from './measure.ts'

const TIMES = 300

/** Who promised what, clause by group, with every outcome in it, against counting it by SQL. */
export async function benchMatrix({ register, quick, sizes }: Bench): Promise<Row[]> {
  const db = await openScratch(await register(sizes.usual))
  const [kept, raw]: [number[], number[]] = [[], []]
  const [declaration] = await openedDeclarations(db)
  if (!declaration) throw new Error('no declaration is open')
  const now = new Date()
  const question = async () => coverageIn(await publicIndex(db, now), declaration.body)
  // The index is made when it is first asked for; a server is asked many times.
  await question()
  for (let i = 0; i < (quick ? TIMES / 10 : TIMES); i += 1) {
    kept.push(await timed(question))
    raw.push(
      await timed(() =>
        db.$client.execute(`SELECT cc.clause, c."group", count(*),
          sum(c.outcome = 'kept'), sum(c.outcome = 'no-report')
          FROM commitment_clauses cc JOIN commitments c ON c.id = cc.commitment_id
          WHERE c.published_at IS NOT NULL GROUP BY cc.clause, c."group"`),
      ),
    )
  }
  closeDatabase(db)
  const [limit, own] = [median(raw), median(kept)]
  return [
    {
      work: 'coverage matrix, with its outcomes',
      limit: `aggregate by SQL: ${milliseconds(limit)}`,
      kept: milliseconds(own),
      ratio: limit / own,
      budget: { atLeast: 20 },
    },
  ]
}
