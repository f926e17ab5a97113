import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import { replaceFile } from '#app/adapters/files/replace-file.server.ts'
import { syncFolder } from '#app/adapters/files/sync-folder.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { readCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { openNote, type VerifierKey } from '#app/domain/ledger/signed-note.ts'

/** The newest checkpoint a witness cosigned: the note as its log signed it, its own line below. */
export type Known = { note: string; checkpoint: Checkpoint }

export type Memory = {
  known: Known | undefined
  /** On disk for good when it answers; when it throws, nothing is known that was not before. */
  remember(known: Known): Promise<void>
}

export class MemoryLost extends LedgerError<'state-missing' | 'state-unreadable'> {}

/**
 * What a witness remembers: one file with one note, empty before the first. A witness that has
 * forgotten would cosign a second history, so a file that is gone or torn is never taken for a
 * beginning.
 */
export async function openMemory(
  file: string,
  keys: { log: VerifierKey; own: VerifierKey },
  isNew: boolean,
): Promise<Memory> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined && !isNew) throw new MemoryLost('state-missing', file)
  if (text === undefined) await replace(file, '')
  const memory: Memory = {
    known: text ? knownIn(text, file, keys) : undefined,
    async remember(known) {
      await replace(file, known.note)
      memory.known = known
    },
  }
  return memory
}

function knownIn(note: string, file: string, keys: { log: VerifierKey; own: VerifierKey }): Known {
  try {
    const { text, verified } = openNote(note, [keys.log, keys.own], verify)
    const checkpoint = readCheckpoint(text)
    // Both must stand: the log's word, and this very witness's that it took it.
    const signers = new Set(verified.map(({ name }) => name))
    if (checkpoint.origin === keys.log.name && signers.size === 2) return { note, checkpoint }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
  }
  throw new MemoryLost('state-unreadable', file)
}

/** For good when it answers, and for its owner's eyes only. */
async function replace(file: string, content: string) {
  await replaceFile(file, content, 0o600)
  await syncFolder(dirname(file))
}
