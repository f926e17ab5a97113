import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { endTokens, loadToken } from '#app/db/write/account-tokens.server.ts'
import { changeAccount, emailIsTaken, loadHolder } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import * as rules from '#app/domain/accounts/own-account.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import { sendAccountLetter } from './letters.server.ts'
import { hashOfLink } from './links.server.ts'

type Place = { db: Database; now: Date; from?: string | undefined }

/**
 * What the link of a letter to an address shows: that its reader has it. A new account is
 * confirmed by it, and one that moves to another address moves.
 */
export function confirmAddress({ db, now, from }: Place, token: string) {
  return writing(db, async (tx) => {
    const found = await loadToken(tx, hashOfLink(token))
    const opened = rules.openLink(found, ['confirm-email', 'change-email'], now)
    if (!opened.ok) return opened
    const holder = found && (await loadHolder(tx, found.userId))
    if (!holder) return refuse('link-missing')
    const { purpose, email } = opened.value
    const actor = rules.holderAsActor(holder, from)

    if (purpose === 'confirm-email') {
      // A link to an address the account has left since says nothing of the one it has.
      if (holder.email !== email) return refuse('link-over')
      const { act, ...change } = rules.confirmAddress(actor, now)
      await changeAccount(tx, holder.id, change)
      await endTokens(tx, holder.id, now, purpose)
      await recordAct(tx, act)
      return ok({ userId: holder.id, purpose })
    }

    const decision = rules.moveToAddress(actor, email, await emailIsTaken(tx, email), now)
    if (!decision.ok) return decision
    const { act, ...change } = decision.value
    await changeAccount(tx, holder.id, change)
    // Whatever was sent to the old address opens nothing any more.
    await endTokens(tx, holder.id, now)
    await recordAct(tx, act)
    const old = { userId: holder.id, to: holder.email, locale: holder.locale }
    await sendAccountLetter(tx, 'email-changed', old, now)
    return ok({ userId: holder.id, purpose })
  })
}
