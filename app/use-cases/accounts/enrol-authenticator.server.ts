import { Buffer } from 'node:buffer'

import type { Sealer } from '#app/adapters/sealer/sealer.ts'
import { newSecret, stepOf } from '#app/adapters/totp/otpauth.server.ts'
import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { loadAuthenticator } from '#app/db/read/factors.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { replaceRecoveryCodes, saveAuthenticator } from '#app/db/write/factors.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import { ENROLMENT_MS, isAppCode, ownFactorAct } from '#app/domain/accounts/second-factor.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { sendAccountLetter } from './letters.server.ts'
import { newRecoveryCodes } from './make-recovery-codes.server.ts'

/** A secret that waits for its first code, and when the app it replaces was set up. */
type Waiting = { secret: Uint8Array; at: number; replaces: number }

const contextOf = (userId: string) => `${userId}:enrolment`
const HEAD_BYTES = 16

// Nothing is stored before a code has shown that the app has the secret: the form carries it,
// sealed for this person, so that neither pages left open nor two tabs lock anybody out.
function sealed(sealer: Sealer, userId: string, { secret, at, replaces }: Waiting) {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeDoubleBE(at, 0)
  head.writeDoubleBE(replaces, 8)
  return sealer.seal(Buffer.concat([head, secret]), contextOf(userId))
}

export function openEnrolment(
  { sealer, now }: { sealer: Sealer; now: Date },
  userId: string,
  waiting: string,
): Waiting | undefined {
  const bytes = sealer.open(waiting, contextOf(userId))
  if (!bytes || bytes.length <= HEAD_BYTES) return undefined
  const head = Buffer.from(bytes)
  const at = head.readDoubleBE(0)
  if (now.getTime() - at >= ENROLMENT_MS) return undefined
  return { secret: bytes.slice(HEAD_BYTES), at, replaces: head.readDoubleBE(8) }
}

/** A new secret for the actor's app; whoever has one gives a code of it first. */
export async function beginEnrolment({ db, actor, now, sealer }: Acting & { sealer: Sealer }) {
  const present = await loadAuthenticator(db, actor.userId)
  const replaces = present?.createdAt.getTime() ?? 0
  const secret = newSecret()
  return { secret, waiting: sealed(sealer, actor.userId, { secret, at: now.getTime(), replaces }) }
}

type Enrolling = Acting & {
  actor: SignedIn
  sealer: Sealer
  codes: Throttle
  /** The one session that goes on. */
  sessionId: string
}

/** The first code shows that the app has the secret. Answers the recovery codes, once. */
export async function enrolAuthenticator(
  { db, actor, now, sealer, codes: tries, sessionId }: Enrolling,
  { waiting, code }: { waiting: string; code: string },
) {
  const { userId } = actor
  const opened = openEnrolment({ sealer, now }, userId, waiting)
  if (!opened) return refuse('enrolment-over')
  const turn = await tries.take(userId)
  if (!turn.ok) return { ...refuse('too-many-tries'), seconds: turn.seconds }
  const step = isAppCode(code) ? stepOf(opened.secret, code.replace(/\s/g, ''), now) : undefined
  if (step === undefined) return refuse('wrong-code')
  const { codes, hashes } = newRecoveryCodes()
  const result = await writing(db, async (tx) => {
    const present = await loadAuthenticator(tx, userId)
    if ((present?.createdAt.getTime() ?? 0) !== opened.replaces) return refuse('enrolment-over')
    const sealedSecret = sealer.seal(opened.secret, userId)
    await saveAuthenticator(tx, { userId, sealedSecret, lastStep: step }, now)
    await replaceRecoveryCodes(tx, userId, hashes, now)
    await endSessionsOf(tx, userId, sessionId)
    await recordAct(tx, ownFactorAct('account.factor-added', actor, now))
    const to = { userId, to: actor.email, locale: actor.locale }
    await sendAccountLetter(tx, 'factor-added', to, now)
    return ok({ codes })
  })
  if (result.ok) await tries.clear(userId)
  return result
}
