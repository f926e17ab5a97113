import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { TestProject } from 'vitest/node'

import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    migrated: string
  }
}

/** Migrates once; each test then copies the file. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'kept-tests-'))
  const file = join(folder, 'migrated.db')
  const db = await openDatabase(pathToFileURL(file).href)
  await migrateDatabase(db)
  // One file to copy: nothing may be left in the write-ahead log.
  await db.$client.execute('PRAGMA journal_mode = DELETE')
  closeDatabase(db)
  project.provide('migrated', file)
  return () => rm(folder, { recursive: true, force: true })
}
