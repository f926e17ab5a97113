import { verify } from '#app/adapters/signer/ed25519.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { noMemory } from '#scripts/verify/memory.ts'
import type { Options, Verdict } from '#scripts/verify/reading.ts'
import { verifyRegister } from '#scripts/verify/run.ts'

import { signLog } from './log-routes.ts'
import { testSigner } from './signer.ts'
import { playing, taping, type Change, type Tape } from './taped.ts'
import { serveRegister } from './whole-register.ts'
import { NOW } from './world.ts'

type Served = Awaited<ReturnType<typeof serveRegister>>

/** A verifier of a test's register: the clock of the tests, no patience, the key handed in. */
export const verifying = (served: Pick<Served, 'address'>, changes: Partial<Options> = {}) =>
  verifyRegister({
    url: new URL(served.address),
    vkey: testSigner().key,
    memory: noMemory,
    verify,
    now: () => NOW,
    pauseMs: 0,
    patienceMs: 0,
    // Most tests' registers have no bytes to serve.
    files: 0,
    ...changes,
  })

/** The register's answers to a verifier, whole, and the register itself. */
export async function taped(
  db: Database,
  options: Partial<Options> = {},
  given: Parameters<typeof serveRegister>[1] = {},
) {
  await signLog(db)
  const served = await serveRegister(db, given)
  const tape: Tape = new Map()
  const { vkey: _, ...untrusting } = options
  const verdict = await verifying(served, { ...options, fetch: taping(tape) })
  // Once more without the key, so that what the log says its key is stands on the tape as well.
  await verifying(served, { ...untrusting, vkey: undefined, fetch: taping(tape) })
  const replay = (change?: Change, more: Partial<Options> = {}): Promise<Verdict> =>
    verifying(served, { ...options, fetch: playing(tape, change), ...more })
  return { served, tape, verdict, replay }
}

/** Each problem in a few words: where, what, and which part. */
export const told = ({ problems }: Verdict): string[] =>
  problems.map(({ where, code, path }) => [where, code, path].filter(Boolean).join(' '))
