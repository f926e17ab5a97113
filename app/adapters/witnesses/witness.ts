import type { VerifierKey } from '#app/domain/ledger/signed-note.ts'

/** One who watches the log from outside (C2SP tlog-witness). Both questions throw when out of reach. */
export interface Witness {
  /** What the policy calls it. */
  readonly name: string
  /** Of type COSIGNATURE_KEY: nothing else it says is believed. */
  readonly key: VerifierKey
  /** Asks it to cosign: the body of `add-checkpoint`, its status and body as they come. */
  addCheckpoint(body: string): Promise<{ status: number; body: string }>
  /** The newest checkpoint it cosigned of the log with this origin, where it shows one. */
  newest(origin: string): Promise<string | undefined>
}
