import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll } from 'vitest'

import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'

const folders: string[] = []
const opened: Database[] = []

/** A copy of the register as it is now, in a file of its own: yesterday's backup. */
export async function backupOf(db: Database): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-backup-'))
  folders.push(folder)
  const file = join(folder, 'kept.db')
  await db.$client.execute({ sql: 'VACUUM INTO ?', args: [file] })
  return file
}

/** The backup brought back; each time anew, and as another process would open it. */
export async function broughtBack(backup: string): Promise<{ db: Database; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-back-'))
  folders.push(folder)
  const file = join(folder, 'kept.db')
  await copyFile(backup, file)
  return { db: await reopened(folder), folder }
}

export async function reopened(folder: string): Promise<Database> {
  const db = await openDatabase(pathToFileURL(join(folder, 'kept.db')).href)
  opened.push(db)
  return db
}

afterAll(async () => {
  for (const db of opened.splice(0)) closeDatabase(db)
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})
