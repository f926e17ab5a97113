import { equal } from './bytes.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { checkOpenings, readEntry, type OpeningProblem } from './entry.ts'
import { inclusionSteps, type InclusionStep } from './inclusion-steps.ts'
import { LedgerError } from './ledger-error.ts'
import { leafHash } from './merkle.ts'
import { verifyInclusion } from './proof.ts'
import type { Verify, VerifierKey } from './signed-note.ts'

export type EntryToCheck = {
  /** The entry's place in the log, from 0. */
  index: number
  /** Its bytes, as a bundle serves them. */
  leaf: Uint8Array
  /** The hash that stands for it in the log's own books, 32 bytes. */
  storedHash: Uint8Array
  /** Sibling hashes from leaf to root, 32 bytes each. */
  proof: readonly Uint8Array[]
  /** The signed checkpoint the proof is for. */
  note: string
  /** What is published beside the entry. */
  disclosures: readonly string[]
  /** Digests that later redactions name for this entry. */
  withheld: readonly string[]
  key: VerifierKey
  verify: Verify
}

export type EntryProblem =
  | 'not-signed-by-the-log'
  | 'not-included'
  | 'hash-differs'
  | 'not-an-entry'
  | OpeningProblem['code']

export type EntryCheck = {
  /** None: the entry is in the log as it was signed, and says what is shown for it. */
  problems: EntryProblem[]
  /** Worked out from the bytes, 32 bytes. */
  leafHash: Uint8Array
  /** From the leaf hash to the root; what "Check it yourself" prints. */
  steps: InclusionStep[]
  /** Absent when its signature or form is wrong. */
  checkpoint: Checkpoint | undefined
}

/**
 * Everything that can be said of one entry from its bytes, its proof and what is published beside
 * it: docs/public-log.md. Each problem is named once. Never throws for what is malformed.
 */
export function checkEntry(it: EntryToCheck): EntryCheck {
  const { index, leaf, proof } = it
  const problems = new Set<EntryProblem>()
  const hash = leafHash(leaf)
  const checkpoint = openedOf(it)
  if (!checkpoint) problems.add('not-signed-by-the-log')
  else if (!verifyInclusion({ index, leafHash: hash, proof, ...checkpoint }))
    problems.add('not-included')
  if (!equal(hash, it.storedHash)) problems.add('hash-differs')

  const entry = orNothing(() => readEntry(leaf))
  if (!entry) problems.add('not-an-entry')
  else for (const { code } of checkOpenings(entry, it.disclosures, it.withheld)) problems.add(code)
  const size = checkpoint?.size ?? 0
  const steps = inclusionSteps({ index, size, leafHash: hash, proof })
  return { problems: [...problems], leafHash: hash, steps, checkpoint }
}

function openedOf({ note, key, verify }: EntryToCheck): Checkpoint | undefined {
  return orNothing(() => openCheckpoint(note, key, verify))
}

/** What malformed input throws is a problem told, not a fault of the one who checks. */
function orNothing<value>(read: () => value): value | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}
