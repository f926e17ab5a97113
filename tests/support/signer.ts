import { signerOf } from '#app/adapters/signer/ed25519.server.ts'
import { NOTE_KEY, verifierKey } from '#app/domain/ledger/signed-note.ts'
import type { PublicLog } from '#app/http/context.server.ts'
import type { LogSigner } from '#app/use-cases/ledger/sign-checkpoint.server.ts'

/** The key of a log that only tests know; the same name and number give the same key. */
export function testSigner(name = 'kept.example/log', number = 7): LogSigner {
  const { publicKey, sign } = signerOf(new Uint8Array(32).fill(number))
  return { key: verifierKey(name, NOTE_KEY, publicKey), sign }
}

/** The same log while nothing can be published. */
export const stoppedLog = () =>
  testLog({ stopped: () => ({ code: 'entries-missing', signed: 9, held: 3 }) })

/** What routes are told of the log that `testSigner` signs. */
export function testLog(changes: Partial<PublicLog> = {}): PublicLog {
  const { key } = testSigner()
  return { origin: key.name, key, policy: undefined, stopped: () => undefined, ...changes }
}
