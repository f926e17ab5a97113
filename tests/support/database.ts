import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, inject } from 'vitest'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'

// As the server does, and sooner than plain JavaScript.
hashNatively()

const opened: { db: Database; folder: string }[] = []

/** An empty, migrated register in a file of its own, as in production. */
export async function freshDatabase(): Promise<Database> {
  return (await freshFile()).db
}

/** The same, for tests that open the file a second time. */
export async function freshFile(): Promise<{ db: Database; url: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-'))
  const file = join(folder, 'kept.db')
  await copyFile(inject('migrated'), file)
  const url = pathToFileURL(file).href
  const db = await openDatabase(url)
  opened.push({ db, folder })
  return { db, url, folder }
}

afterAll(async () => {
  for (const { db, folder } of opened.splice(0)) {
    closeDatabase(db)
    await rm(folder, { recursive: true, force: true })
  }
})
