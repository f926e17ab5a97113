import { openCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import {
  formatVerifierKey,
  NOTE_KEY,
  parseVerifierKey,
  type Verify,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'

import { textOf } from './json.ts'
import type { Remembered } from './memory.ts'
import { Stop } from './problem.ts'
import type { Ask } from './requests.ts'

/** How the key came to be believed: handed in, handed in at an earlier run, or shown by the log. */
export type Trust = 'given' | 'remembered' | 'first-use'

export const spelled = (key: VerifierKey): string =>
  formatVerifierKey(key.name, key.type, key.publicKey)

/** The key to hold the log against. One that was trusted before cannot be swapped quietly. */
export async function keyToTrust(
  given: VerifierKey | undefined,
  remembered: Remembered | undefined,
  ask: Ask,
): Promise<{ key: VerifierKey; trust: Trust }> {
  if (given) {
    const [shown, fromLog] = [spelled(given), remembered?.vkey]
    if (fromLog !== undefined && shown !== fromLog)
      throw new Stop({ where: 'key', code: 'key-changed', shown, fromLog })
    return { key: given, trust: 'given' }
  }
  if (remembered) {
    const trust = remembered.trust === 'given' ? 'remembered' : 'first-use'
    return { key: parseVerifierKey(remembered.vkey), trust }
  }
  const where = '/log/log.vkey'
  const { status, bytes } = await ask(where)
  const key = status === 200 ? keyIn(textOf(bytes) ?? '') : undefined
  if (key?.type !== NOTE_KEY) throw new Stop({ where, code: 'no-key' })
  return { key, trust: 'first-use' }
}

function keyIn(text: string): VerifierKey | undefined {
  try {
    return parseVerifierKey(text.endsWith('\n') ? text.slice(0, -1) : text)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

export type Signed = { checkpoint: Checkpoint; note: string }

/** The newest state the log has signed, once its key has vouched for it. */
export async function newestCheckpoint(
  ask: Ask,
  key: VerifierKey,
  verify: Verify,
): Promise<Signed> {
  const where = '/log/checkpoint'
  const { status, bytes } = await ask(where)
  if (status !== 200) throw new Stop({ where, code: 'no-checkpoint' })
  const note = textOf(bytes) ?? ''
  try {
    return { checkpoint: openCheckpoint(note, key, verify), note }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw new Stop({ where, code: 'not-signed-by-the-log', path: error.code })
  }
}
