import { createHash } from 'node:crypto'

import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadLostFiles, loadStoredNames, saveStoredName } from '#app/db/write/restored.server.ts'

/**
 * Finds the files of restored evidence again among those that are still kept: the log has their
 * SHA-256. Answers how many were found, and how many are told of and lost.
 */
export async function findFiles({
  db,
  files,
}: {
  db: Database
  files: Pick<FileStore, 'list' | 'open'>
}): Promise<{ found: number; lost: number }> {
  const [lost, taken] = await writing(db, async (tx) => [
    await loadLostFiles(tx),
    await loadStoredNames(tx),
  ])
  if (lost.length === 0) return { found: 0, lost: 0 }
  const nameless = new Map<string, string[]>()
  for (const name of await files.list()) {
    const hash = taken.includes(name) ? undefined : await hashOf(files, name)
    if (hash) nameless.set(hash, [...(nameless.get(hash) ?? []), name])
  }
  let found = 0
  await writing(db, async (tx) => {
    for (const { id, sha256 } of lost) {
      const name = nameless.get(sha256)?.pop()
      if (name === undefined) continue
      await saveStoredName(tx, id, name)
      found += 1
    }
  })
  return { found, lost: lost.length - found }
}

async function hashOf(files: Pick<FileStore, 'open'>, name: string): Promise<string | undefined> {
  const file = await files.open(name)
  if (!file) return undefined
  const hash = createHash('sha256')
  for await (const chunk of file.stream() as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
