import { createHash } from 'node:crypto'

import type { Sealer } from '#app/adapters/sealer/sealer.ts'
import { stepOf } from '#app/adapters/totp/otpauth.server.ts'
import type { Database, Transaction } from '#app/db/client.server.ts'
import { loadAuthenticator, loadFactors } from '#app/db/read/factors.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadHolder } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { takeRecoveryCode, takeStep } from '#app/db/write/factors.server.ts'
import { saveSignIn } from '#app/db/write/sign-ins.server.ts'
import { agentOf } from '#app/domain/accounts/browser.ts'
import { holderAsActor } from '#app/domain/accounts/own-account.ts'
import type { SignInOutcome } from '#app/domain/accounts/proof.ts'
import { plainCode } from '#app/domain/accounts/recovery-code.ts'
import { isAppCode, ownFactorAct } from '#app/domain/accounts/second-factor.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import { sendAccountLetter } from './letters.server.ts'

export type GivingFactor = {
  db: Database
  now: Date
  sealer: Sealer
  /** Counts wrong codes by account. */
  codes: Throttle
  from?: string | undefined
  agent?: string | null
}

export const recoveryHash = (code: string) =>
  createHash('sha256').update(plainCode(code)).digest('hex')

/** Whether a code is this person's and was not used: one of the app, or a recovery code. */
export async function giveFactor(
  { db, now, sealer, codes, from, agent }: GivingFactor,
  userId: string,
  code: string,
) {
  const note = (tx: Transaction, outcome: SignInOutcome) =>
    saveSignIn(tx, {
      userId,
      at: now,
      outcome,
      address: from ?? null,
      agent: agent ? agentOf(agent) : null,
    })
  const turn = await codes.take(userId)
  if (!turn.ok) {
    if (turn.first) await writing(db, (tx) => note(tx, 'throttled'))
    return { ...refuse('too-many-tries'), seconds: turn.seconds }
  }
  const result = await writing(db, async (tx) => {
    const holder = await loadHolder(tx, userId)
    if (!holder) return refuse('account-missing')
    if (isAppCode(code)) {
      const kept = await loadAuthenticator(tx, userId)
      const secret = kept && sealer.open(kept.sealedSecret, userId)
      if (kept && !secret) return refuse('factor-unreadable')
      const step = secret && stepOf(secret, code.replace(/\s/g, ''), now)
      if (kept && step !== undefined && (await takeStep(tx, kept, step)))
        return ok({ outcome: 'second-factor' as const })
    } else if (await takeRecoveryCode(tx, userId, recoveryHash(code), now)) {
      const { codes: left } = await loadFactors(tx, userId)
      await recordAct(
        tx,
        ownFactorAct('account.recovery-code-used', holderAsActor(holder, from), now),
      )
      const to = { userId, to: holder.email, locale: holder.locale }
      await sendAccountLetter(tx, 'recovery-code-used', to, now, { left })
      return ok({ outcome: 'recovery-code' as const })
    }
    await note(tx, 'wrong-code')
    return refuse('wrong-code')
  })
  if (result.ok) await codes.clear(userId)
  return result
}
