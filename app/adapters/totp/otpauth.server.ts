import { randomBytes } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'

const SECRET_BYTES = 20
const PERIOD = 30
const PERIOD_MS = PERIOD * 1_000

export const newSecret = (): Uint8Array => new Uint8Array(randomBytes(SECRET_BYTES))

// Every app knows these: SHA-1, six digits, thirty seconds (RFC 6238).
const totpOf = (secret: Uint8Array, named: { issuer?: string; label?: string } = {}) =>
  new TOTP({
    ...named,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
  })

/** The 30-second step a code is of, one of drift allowed; undefined for a wrong code. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / PERIOD_MS) + delta
}

/** What an app is told: as a link, and as letters to type. */
export function enrolment(secret: Uint8Array, issuer: string, label: string) {
  const totp = totpOf(secret, { issuer, label })
  return { uri: totp.toString(), typed: totp.secret.base32.match(/.{1,4}/g)?.join(' ') ?? '' }
}
