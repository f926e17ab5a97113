import type { Passkeys } from '#app/adapters/passkeys/passkeys.ts'
import type { Database } from '#app/db/client.server.ts'
import { passkeyById } from '#app/db/read/passkeys.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadHolder } from '#app/db/write/accounts.server.ts'
import { changePasskey, loadPasskey } from '#app/db/write/passkeys.server.ts'
import { saveSignIn } from '#app/db/write/sign-ins.server.ts'
import { agentOf } from '#app/domain/accounts/browser.ts'
import { counterIsBehind } from '#app/domain/accounts/passkey.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { paths } from '#app/paths.ts'

import { sendAccountLetter } from './letters.server.ts'
import { challengeOfCookie, readUsed, useChallenge } from './passkey-challenge.server.ts'

type Trying = {
  db: Database
  now: Date
  passkeys: Passkeys
  from?: string | undefined
  agent?: string | null
}

/**
 * Whose passkey this is. The device has asked for a finger, a face or a number, so that it counts
 * as both factors. What is wrong with one is not told: a stranger learns nothing by trying.
 */
export async function checkPasskey(
  { db, now, passkeys, from, agent }: Trying,
  credential: string,
  cookie: string,
) {
  const response = readUsed(credential)
  if (!response || cookie === '') return refuse('passkey-refused')
  const challenge = challengeOfCookie(cookie)
  const good = await writing(db, (tx) => useChallenge(tx, challenge, null, now))
  if (!good) return refuse('passkey-over')

  const kept = await passkeyById(db, response.id)
  if (!kept) return refuse('passkey-refused')
  const said = { address: from ?? null, agent: agent ? agentOf(agent) : null }
  const wrong = { userId: kept.userId, at: now, outcome: 'wrong-passkey', ...said } as const
  const { userHandle } = response.response
  const isTheirs = !userHandle || Buffer.from(userHandle, 'base64url').toString() === kept.userId
  const use = isTheirs && (await passkeys.used(response, challenge, kept))
  if (!use) {
    await writing(db, (tx) => saveSignIn(tx, wrong))
    return refuse('passkey-refused')
  }

  return writing(db, async (tx) => {
    // Read anew: it may have been used or removed since.
    const passkey = await loadPasskey(tx, kept.id)
    if (!passkey) return refuse('passkey-refused')
    const { userId } = passkey
    const holder = await loadHolder(tx, userId)
    if (!holder) {
      await saveSignIn(tx, { userId, at: now, outcome: 'disabled', ...said })
      return refuse('account-disabled')
    }
    const { locale, email: to } = holder
    if (counterIsBehind(passkey.counter, use.counter)) {
      await saveSignIn(tx, wrong)
      const path = paths.passkeys(locale)
      await sendAccountLetter(tx, 'passkey-copied', { userId, to, locale }, now, { path })
      return refuse('passkey-copied')
    }
    await changePasskey(tx, passkey.id, { ...use, lastUsedAt: now })
    return ok({ userId, locale })
  })
}
