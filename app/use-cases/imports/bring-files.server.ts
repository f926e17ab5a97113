import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

import type { FileStore } from '#app/adapters/files/file-store.ts'
import { contentProblem } from '#app/adapters/files/inspect-file.server.ts'
import { mediaTypeOf } from '#app/adapters/files/media-type.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadToldFiles, saveStoredName } from '#app/db/write/restored.server.ts'
import { fileKinds, MAX_FILE_BYTES } from '#app/domain/evidence/evidence.ts'
import { serverPaths } from '#app/paths.ts'

type Bringing = {
  db: Database
  files: Pick<FileStore, 'incoming'>
  /** The bytes at an address, at most so many; undefined where it has none. */
  fetchFile: (url: string, most: number) => Promise<Buffer | undefined>
  onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * Brings the public files of what an import told from the register that keeps them. Only the very
 * bytes whose SHA-256 was logged are kept, and only of the kind that was told: nothing is believed.
 * @returns how many are here now, and the ids of those that are not
 */
export async function bringFiles({ db, files, fetchFile, onProgress }: Bringing) {
  const told = await writing(db, loadToldFiles)
  const missing: string[] = []
  for (const [place, piece] of told.entries()) {
    onProgress?.(place, told.length)
    const url = piece.register + serverPaths.evidenceFile(piece.id)
    const bytes = await fetchFile(url, MAX_FILE_BYTES)
    if (!bytes || !(await isWhatWasTold(bytes, piece))) {
      missing.push(piece.id)
      continue
    }
    const incoming = await files.incoming()
    await incoming.write(bytes)
    const storedName = await incoming.keep()
    await writing(db, (tx) => saveStoredName(tx, piece.id, storedName))
  }
  if (told.length > 0) onProgress?.(told.length, told.length)
  return { brought: told.length - missing.length, missing }
}

async function isWhatWasTold(bytes: Buffer, told: { sha256: string; mediaType: string }) {
  if (createHash('sha256').update(bytes).digest('hex') !== told.sha256) return false
  const kinds = Object.entries(fileKinds) as [string, readonly string[]][]
  const [ending] = kinds.find(([, types]) => types.includes(told.mediaType)) ?? []
  if (ending === undefined) return false
  const name = `told.${ending}`
  const read = () => Readable.from([bytes])
  return (
    (await mediaTypeOf(name, read)) === told.mediaType &&
    (await contentProblem(name, told.mediaType, read)) === undefined
  )
}
