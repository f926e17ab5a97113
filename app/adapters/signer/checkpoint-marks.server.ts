import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

import { readCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'

import { syncFolder } from '../files/sync-folder.server.ts'

/**
 * How far the log has put its name to itself, kept outside the database: an older copy of the
 * database, brought back, cannot forget it.
 */
export interface CheckpointMarks {
  /** The newest state that was signed. */
  newest(): Promise<Checkpoint | undefined>
  /** Adds a signed note, or several on end; durable when this answers. */
  append(notes: string): Promise<void>
}

const FILE = 'checkpoints.log'
/** More than the longest note; only the end of the file is ever read. */
const TAIL_BYTES = 64 * 1_024
// Three lines, a blank one, signatures. A note torn at its end lacks its last newline.
const NOTES = /^(.+\n\d+\n[A-Za-z0-9+/]{43}=\n)\n(?:— .+\n)+/gm

/** In a file of the data folder that is only ever added to. */
export function checkpointMarks(folder: string): CheckpointMarks {
  const path = join(folder, FILE)
  return {
    async newest() {
      const handle = await open(path, 'r').catch(ifAbsent)
      if (!handle) return undefined
      try {
        return newestIn(await tailOf(handle))
      } finally {
        await handle.close()
      }
    },
    async append(notes) {
      const handle = await open(path, 'a+', 0o644)
      try {
        const before = await tailOf(handle)
        // What a crash left half-written ends here; the note comes after it, whole.
        await handle.appendFile(before === '' || before.endsWith('\n') ? notes : `\n${notes}`)
        await handle.sync()
        if (before === '') await syncFolder(folder)
      } finally {
        await handle.close()
      }
    },
  }
}

/** The state the last whole note tells of. */
export const newestIn = (notes: string): Checkpoint | undefined =>
  [...notes.matchAll(NOTES)].map(([, text = '']) => stateIn(text)).findLast(Boolean)

async function tailOf(handle: FileHandle): Promise<string> {
  const { size } = await handle.stat()
  const length = Math.min(size, TAIL_BYTES)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length)
  return buffer.toString('utf8', 0, bytesRead)
}

function stateIn(text: string): Checkpoint | undefined {
  try {
    return readCheckpoint(text)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
