import type { Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { cosign } from '#app/domain/ledger/cosignature.ts'
import {
  signatureLine,
  type Sign,
  type Verify,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'
import {
  cosignStatus,
  decideCosign,
  readAddCheckpoint,
} from '#app/domain/ledger/witness-request.ts'

import type { Witness } from './witness.ts'

type MemoryWitness = Witness & {
  /** What was asked, in order. */
  asked: string[]
  known: { checkpoint: Checkpoint; note: string } | undefined
  /** Throws this instead of answering. */
  failing: string | undefined
  /** Answers this instead of deciding. */
  saying: { status: number; body: string } | undefined
}

/** A witness in this process, deciding as any other does. */
export function memoryWitness({
  key,
  sign,
  logKey,
  verify,
  now,
}: {
  key: VerifierKey
  sign: Sign
  logKey: VerifierKey
  verify: Verify
  now: () => Date
}): MemoryWitness {
  return {
    name: key.name,
    key,
    asked: [],
    known: undefined,
    failing: undefined,
    saying: undefined,
    async addCheckpoint(body) {
      if (this.failing) throw new Error(this.failing)
      this.asked.push(body)
      if (this.saying) return this.saying
      const request = readAddCheckpoint(body)
      const known = this.known?.checkpoint
      const decision = decideCosign({ known, request, logKey, verify })
      if (!decision.ok)
        return { status: cosignStatus[decision.code], body: `${known?.size ?? 0}\n` }
      const { checkpoint, text } = decision.value
      const line = signatureLine(cosign(text, key, sign, Math.floor(now().getTime() / 1000)))
      this.known = { checkpoint, note: request.note + line }
      return { status: 200, body: line }
    },
    async newest(origin) {
      if (this.failing) throw new Error(this.failing)
      return origin === logKey.name ? this.known?.note : undefined
    },
  }
}
