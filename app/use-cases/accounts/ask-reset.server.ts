import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadHolderByEmail, writeAsMuch } from '#app/db/write/accounts.server.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { paths, withQuery } from '#app/paths.ts'

import { sendAccountLetter } from './letters.server.ts'
import { newLink } from './links.server.ts'

/**
 * Sends a link to choose a new password, if the address is somebody's. The same statements run if
 * it is nobody's, and the same is answered.
 */
export function askReset(
  { db, now }: { db: Database; now: Date },
  { email, locale: asked }: { email: string; locale: Locale },
) {
  return writing(db, async (tx) => {
    const holder = await loadHolderByEmail(tx, email)
    const userId = holder?.id ?? ''
    const locale = holder?.locale ?? asked
    const { inLetter, expiresAt } = await newLink(
      tx,
      { userId, email, purpose: 'reset-password' },
      now,
    )
    const path = withQuery(paths.resetPassword(locale), { token: inLetter })
    const said = { path, until: expiresAt }
    await sendAccountLetter(tx, 'reset', { userId, to: email, locale }, now, said)
    await writeAsMuch(tx)
  })
}
