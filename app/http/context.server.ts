import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Scanner } from '#app/adapters/scanner/scanner.ts'
import type { Sealer } from '#app/adapters/sealer/sealer.ts'
import type { Attempts } from '#app/auth/attempts.server.ts'
import type { Database } from '#app/db/client.server.ts'
import type { KnownPasswords } from '#app/domain/accounts/password.ts'
import type { FactorRule } from '#app/domain/accounts/second-factor.ts'
import type { LogBreak } from '#app/domain/ledger/continuity.ts'
import type { Policy } from '#app/domain/ledger/policy.ts'
import type { VerifierKey } from '#app/domain/ledger/signed-note.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { FirstRun } from '#app/use-cases/accounts/open-register.server.ts'
import type { Acting } from '#app/use-cases/acting.ts'

/** What the sign-in page of a demonstration offers. */
export type DemonstrationAccount = { name: string; email: string; shown: string }

export type RequestLine = {
  id: string
  method: string
  /** Without its query, in which people may have written anything. */
  path: string
  status: number
  ms: number
  aborted: boolean
}

export type Log = {
  request(line: RequestLine): void
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

/** What outsiders hold the public log by. */
export type PublicLog = {
  /** Its name for ever, which is its key's: `kept.example/log`. */
  origin: string
  key: VerifierKey
  /** Which witnesses have to have seen a checkpoint for it to count, where that was laid down. */
  policy: Policy | undefined
  /** Why nothing is published at the moment, if nothing is. */
  stopped: () => LogBreak | undefined
}

/** Everything a route is handed, besides the request. */
export type Register = {
  db: Database
  now: () => Date
  files: FileStore
  /** Looks for viruses in what is uploaded, where the register has one. */
  scanner: Scanner | undefined
  /** What the files of one organisation may weigh together. */
  quotaBytes: number
  firstRun: FirstRun
  attempts: Attempts
  /** Keeps what a stolen database must not give away. */
  sealer: Sealer
  secondFactor: FactorRule
  isKnownPassword: KnownPasswords
  origin: string
  secureCookies: boolean
  demonstration: boolean
  /** Where weaknesses are reported: a mailto: or https: address. */
  securityContact?: string | undefined
  demonstrationAccounts: readonly DemonstrationAccount[]
  requestId: string
  log: Log
  publicLog: PublicLog
}

declare module '@remix-run/node' {
  interface AppLoadContext extends Register {
    /** Until what was written of this answer has gone out: long ones wait for it. */
    drained: () => Promise<void>
    /** Where the request came from, as far as we believe it. */
    address: string | undefined
  }
}

/** What every use-case is handed first. */
export const acting = <actor extends Actor>(
  context: Pick<Register, 'db' | 'now'>,
  actor: actor,
): Acting => ({ db: context.db, actor, now: context.now() })
