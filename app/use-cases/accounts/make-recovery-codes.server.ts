import { randomBytes } from 'node:crypto'

import { loadFactors } from '#app/db/read/factors.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { replaceRecoveryCodes } from '#app/db/write/factors.server.ts'
import { RECOVERY_BYTES, RECOVERY_CODES, recoveryCode } from '#app/domain/accounts/recovery-code.ts'
import { hasFactor, ownFactorAct } from '#app/domain/accounts/second-factor.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { recoveryHash } from './give-factor.server.ts'

export function newRecoveryCodes() {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    recoveryCode(randomBytes(RECOVERY_BYTES)),
  )
  return { codes, hashes: codes.map(recoveryHash) }
}

/** New codes in place of all old ones. Asked only of who has just given their factor. */
export function makeRecoveryCodes({ db, actor, now }: Acting) {
  const { codes, hashes } = newRecoveryCodes()
  return writing(db, async (tx) => {
    if (!hasFactor(await loadFactors(tx, actor.userId))) return refuse('factor-missing')
    await replaceRecoveryCodes(tx, actor.userId, hashes, now)
    await recordAct(tx, ownFactorAct('account.recovery-codes-made', actor, now))
    return ok({ codes })
  })
}
