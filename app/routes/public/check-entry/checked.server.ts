import { verify } from '#app/adapters/signer/ed25519.server.ts'
import type { entryToCheck } from '#app/db/read/log-entry.server.ts'
import { base64, hex } from '#app/domain/ledger/bytes.ts'
import { checkEntry } from '#app/domain/ledger/entry-check.ts'
import type { VerifierKey } from '#app/domain/ledger/signed-note.ts'
import { vkeyOf } from '#app/http/log-surface.server.ts'

import { commandsFor } from './commands.ts'

type ToCheck = NonNullable<Awaited<ReturnType<typeof entryToCheck>>>

/** The check itself, worked out from the stored bytes at this moment, and what a page shows of it. */
export function checked(it: ToCheck, key: VerifierKey, origin: string) {
  const { act, leaf, leafHash, disclosures, withheld, proof, first, bytesBefore, record } = it
  const index = act.entry
  const shown = { act, record, bytes: leaf.length }
  if (!proof || !first) return { ...shown, check: undefined }
  const { note } = proof
  const entry = { index, leaf, storedHash: leafHash, disclosures, withheld, key, verify }
  const check = checkEntry({ ...entry, proof: proof.proof, note })
  // Held against the first signature over it too: "unchanged since" is said of that day.
  const before = checkEntry({ ...entry, proof: first.proof, note: first.note })
  const { steps, checkpoint } = check
  const problems = [...new Set([...check.problems, ...before.problems])]
  const { size, root } = checkpoint ?? proof
  return {
    ...shown,
    check: {
      problems,
      leafHash: hex(check.leafHash),
      steps: steps.map(({ side, sibling, result }) => ({
        side,
        sibling: hex(sibling),
        result: hex(result),
      })),
      size,
      root: hex(root),
      rootInNote: base64(root),
      note,
      signedAt: proof.signedAt,
      unchangedSince: first.signedAt,
      key: vkeyOf({ key }),
      commands: commandsFor({ origin, index, size, leaf, bytesBefore, steps, note, key }),
    },
  }
}
export type Checked = ReturnType<typeof checked>
export type Check = NonNullable<Checked['check']>
