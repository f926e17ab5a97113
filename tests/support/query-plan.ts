import type { Database } from '#app/db/client.server.ts'

/** The same of every question that is asked while this is done. */
export async function plansOf(db: Database, work: () => Promise<unknown>): Promise<string[][]> {
  const client = db.$client
  const [execute, batch] = [client.execute.bind(client), client.batch.bind(client)]
  const asked: { sql: string; params: unknown[] }[] = []
  const note = (one: unknown) => {
    const { sql, args } = one as { sql: string; args: unknown[] }
    asked.push({ sql, params: args })
  }
  client.execute = ((one: never) => (note(one), execute(one))) as typeof execute
  client.batch = (all, mode) => (all.forEach(note), batch(all, mode))
  await work().finally(() => Object.assign(client, { execute, batch }))
  const plans = []
  for (const question of asked) plans.push(await planOf(db, { toSQL: () => question }))
  return plans
}

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

/** The answers to questions that are asked at once (db/read/at-once): read whole, being what was asked. */
const isAnswer = (step: string) => /^SCAN (?:asked\d+|CONSTANT ROW)$/.test(step)

/** Steps that read a whole table in no order: what a list must never do. */
export const fullScans = (plan: readonly string[]) =>
  plan.filter((step) => /^SCAN (?!.* USING )/.test(step) && !isAnswer(step))

/** Steps that read more the longer the register has gone on: a whole table, or all of one kind. */
export const growing = (plans: readonly string[][]) =>
  plans.flat().filter((step) => /^SCAN |\((?:kind|state)=\?\)/.test(step) && !isAnswer(step))

export const sorts = (plan: readonly string[]) =>
  plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))
