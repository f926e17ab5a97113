import { writing } from '#app/db/transaction.server.ts'
import { loadHolder } from '#app/db/write/accounts.server.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { paths, withQuery } from '#app/paths.ts'

import type { Acting } from '../acting.ts'
import { sendAccountLetter } from './letters.server.ts'
import { newLink } from './links.server.ts'

/** Sends the letter of a new account again; its link takes the place of the one before. */
export function sendConfirmation({ db, actor, now }: Acting, to: string) {
  return writing(db, async (tx) => {
    const holder = await loadHolder(tx, actor.userId)
    if (!holder) return refuse('account-missing')
    if (holder.emailConfirmedAt) return refuse('address-confirmed-already')
    const { id: userId, email, locale } = holder
    const link = await newLink(tx, { userId, email, purpose: 'confirm-email' }, now)
    const path = withQuery(paths.confirmAddress(locale), { token: link.inLetter, to })
    const said = { path, until: link.expiresAt }
    await sendAccountLetter(tx, 'confirm', { userId, to: email, locale }, now, said)
    return ok({ token: link.token })
  })
}
