import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

import type { Passkeys } from './passkeys.ts'

/** The library takes 0.4 s to load: the first passkey waits for it, not the start. */
const library = () => import('@simplewebauthn/server')

/** Whatever the library throws at is a response it does not believe. */
const orNothing = <value>(checked: Promise<value>): Promise<value | undefined> =>
  checked.catch(() => undefined)

/** The address comes from the configuration: no header has a say in where a passkey is good. */
export function passkeysAt(origin: string): Passkeys {
  const rpId = new URL(origin).hostname
  const expected = { expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true }
  return {
    rpId,
    async made(response, challenge) {
      const { verifyRegistrationResponse } = await library()
      const checked = await orNothing(
        verifyRegistrationResponse({
          response: response as RegistrationResponseJSON,
          expectedChallenge: challenge,
          supportedAlgorithmIDs: [-8, -7, -257],
          ...expected,
        }),
      )
      if (!checked?.verified) return undefined
      const { credential, credentialDeviceType, credentialBackedUp } = checked.registrationInfo
      return {
        id: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: (credential.transports ?? []).map(String),
        deviceType: credentialDeviceType,
        backedUp: credentialBackedUp,
      }
    },
    async used(response, challenge, kept) {
      const { verifyAuthenticationResponse } = await library()
      const checked = await orNothing(
        verifyAuthenticationResponse({
          response: response as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          // Its own look at the counter comes before that at the signature: ours comes after.
          credential: { id: kept.id, publicKey: new Uint8Array(kept.publicKey), counter: 0 },
          ...expected,
        }),
      )
      if (!checked?.verified) return undefined
      const { newCounter, credentialDeviceType, credentialBackedUp } = checked.authenticationInfo
      return {
        counter: newCounter,
        deviceType: credentialDeviceType,
        backedUp: credentialBackedUp,
      }
    },
  }
}
