import { Secret, TOTP } from 'otpauth'

import { memorySealer } from '#app/adapters/sealer/memory-sealer.server.ts'
import { attempts } from '#app/auth/attempts.server.ts'
import {
  beginEnrolment,
  enrolAuthenticator,
} from '#app/use-cases/accounts/enrol-authenticator.server.ts'

import { ownAccount } from './own-account.ts'

/** Ada, whose account has a second factor, and what is needed to give it. */
export async function ownFactor() {
  const w = await ownAccount()
  const sealer = memorySealer()
  const codes = attempts().codes
  const code = (secret: Uint8Array) =>
    new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) }).generate({
      timestamp: w.now().getTime(),
    })
  const acting = async (userId = w.ada.id) => {
    const as = await w.as(userId)
    return { ...as, sealer, codes, sessionId: '', agent: null }
  }
  const { secret, waiting } = await beginEnrolment(await acting())
  const enrolled = await enrolAuthenticator(await acting(), { waiting, code: code(secret) })
  if (!enrolled.ok) throw new Error(enrolled.code)
  w.pass(1)
  return { ...w, secret, waiting, recovery: enrolled.value.codes, code, acting }
}
