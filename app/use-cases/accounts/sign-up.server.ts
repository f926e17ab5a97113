import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { emailIsTaken, saveAccount } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { openAccount, type SignUpInput } from '#app/domain/accounts/account.ts'
import type { Locale } from '#app/domain/shared/language.ts'

/**
 * Makes the account unless the address has one already. Both are answered alike, and take the
 * same time: nobody learns by this form who is registered.
 */
export async function signUp(
  { db, now }: { db: Database; now: Date },
  input: SignUpInput & { locale: Locale },
): Promise<void> {
  const { password, ...person } = input
  const passwordHash = await hashPassword(password)
  await writing(db, async (tx) => {
    if (await emailIsTaken(tx, person.email)) return

    const { account, act } = openAccount({ id: newId('usr'), ...person }, now).value
    await saveAccount(tx, account, passwordHash)
    await recordAct(tx, act)
  })
}
