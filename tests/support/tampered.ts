import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll } from 'vitest'

import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'

const opened: { db: Database; folder: string }[] = []

/**
 * A copy of the register as somebody with the file and sqlite3 leaves it: the guards dropped, the
 * statements run. The register itself stays as it is.
 */
export async function tampered(db: Database, ...statements: readonly string[]): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-tampered-'))
  const file = join(folder, 'kept.db')
  await db.$client.execute(`VACUUM INTO '${file}'`)
  const copy = await openDatabase(pathToFileURL(file).href)
  opened.push({ db: copy, folder })
  const guards = await copy.$client.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
  await copy.$client.batch(
    [
      ...guards.rows.map(({ name }) => `DROP TRIGGER ${name as string}`),
      'PRAGMA foreign_keys = OFF',
      ...statements,
    ],
    'write',
  )
  return copy
}

afterAll(async () => {
  for (const { db, folder } of opened.splice(0)) {
    closeDatabase(db)
    await rm(folder, { recursive: true, force: true })
  }
})
