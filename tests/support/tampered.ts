import type { Database } from '#app/db/client.server.ts'

/**
 * What somebody with the file in hand can do. The triggers only stop our own mistakes: they are
 * dropped, those of the tables whose names begin so, and the statements run.
 */
export async function tampered(db: Database, tables: string, statements: string) {
  const { rows } = await db.$client.execute({
    sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE ? || '%'",
    args: [tables],
  })
  const drop = rows.map(({ name }) => `DROP TRIGGER ${name as string};`).join('')
  await db.$client.executeMultiple(drop + statements)
}
