import { writing } from '#app/db/transaction.server.ts'
import { emailIsTaken, loadHolder } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import * as rules from '#app/domain/accounts/own-account.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { paths, withQuery } from '#app/paths.ts'

import type { Acting } from '../acting.ts'
import { sendAccountLetter } from './letters.server.ts'
import { newLink } from './links.server.ts'

/**
 * Sends a link to the address an account is to move to, and word of it to the one it has. An
 * address that has an account gets a letter without a link; whoever asks sees no difference.
 */
export function askForAddress({ db, actor, now }: Acting, email: string) {
  return writing(db, async (tx) => {
    const holder = await loadHolder(tx, actor.userId)
    if (!holder) return refuse('account-missing')
    const decision = rules.askForAddress(actor, email, holder.email, now)
    if (!decision.ok) return decision

    const { id: userId, locale } = holder
    const link = await newLink(tx, { userId, email, purpose: 'change-email' }, now)
    const taken = await emailIsTaken(tx, email)
    const path = withQuery(paths.confirmAddress(locale), { token: link.inLetter })
    await sendAccountLetter(
      tx,
      taken ? 'address-known' : 'change-email',
      { userId, to: email, locale },
      now,
      taken ? {} : { path, until: link.expiresAt },
    )
    await sendAccountLetter(tx, 'email-change-asked', { userId, to: holder.email, locale }, now)
    await recordAct(tx, decision.value.act)
    return ok({ token: link.token })
  })
}
