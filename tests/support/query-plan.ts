import type { Database } from '#app/db/client.server.ts'

/** How SQLite would answer: one line a step. */
export async function planOf(
  db: Database,
  question: { toSQL: () => { sql: string; params: unknown[] } },
): Promise<string[]> {
  const { sql, params } = question.toSQL()
  const answer = await db.$client.execute({
    sql: `EXPLAIN QUERY PLAN ${sql}`,
    args: params as (string | number | null)[],
  })
  return answer.rows.map(({ detail }) => (typeof detail === 'string' ? detail : ''))
}

/** Steps that read a whole table in no order: what a list must never do. */
export const fullScans = (plan: readonly string[]) =>
  plan.filter((step) => /^SCAN (?!.* USING )/.test(step))

export const sorts = (plan: readonly string[]) =>
  plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))
