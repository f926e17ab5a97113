import { passkeysAt } from '#app/adapters/passkeys/simplewebauthn.server.ts'
import { addPasskey } from '#app/use-cases/accounts/change-passkeys.server.ts'
import { challengeFor } from '#app/use-cases/accounts/passkey-challenge.server.ts'

import { authenticator } from './authenticator.ts'
import { ownAccount } from './own-account.ts'

export const ORIGIN = 'https://kept.example'

/** Ada and Eve, and devices that make passkeys for them. */
export async function passkeyWorld() {
  const w = await ownAccount()
  const passkeys = passkeysAt(ORIGIN)
  const place = () => ({ db: w.db, now: w.now() })
  return {
    ...w,
    passkeys,
    place,
    challenge: (userId: string) => challengeFor(place(), userId),
    async registered(userId: string, name = 'Laptop') {
      const device = authenticator({ origin: ORIGIN })
      const acting = await w.as(userId)
      const credential = device.make(await challengeFor(place(), userId))
      const added = await addPasskey({ ...acting, passkeys }, { credential, name })
      if (!added.ok) throw new Error(added.code)
      return device
    },
  }
}
