import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { erasuresOwed } from '#app/db/read/redactions.server.ts'
import { sweepFreedPages } from '#app/db/sweep.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { forgetFile, saveErased } from '#app/db/write/redactions.server.ts'

/**
 * Pays what carried-out redactions still owe: files of withheld evidence are removed, and pages
 * that once held the words are overwritten. Each step can be done twice, so that whatever stops it
 * the next turn goes on from there. Answers how many redactions are now wholly carried out.
 */
export async function finishErasure(what: {
  db: Database
  files: Pick<FileStore, 'remove'>
  now: Date
}): Promise<number> {
  const { db, files, now } = what
  const owed = await erasuresOwed(db)
  for (const storedName of owed.files) {
    await files.remove(storedName)
    await writing(db, (tx) => forgetFile(tx, storedName))
  }
  if (owed.ids.length === 0) return 0
  await sweepFreedPages(db)
  await writing(db, (tx) => saveErased(tx, owed.ids, now))
  return owed.ids.length
}
