import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const b64 = (data: Uint8Array) => Buffer.from(data).toString('base64url')

// CBOR, as far as an ES256 key and an attestation of "none" need it.
const head = (major: number, n: number) =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
const int = (n: number) => (n < 0 ? head(1, -1 - n) : head(0, n))
const bytes = (data: Uint8Array) => Buffer.concat([head(2, data.length), data])
const text = (said: string) => Buffer.concat([head(3, said.length), Buffer.from(said)])
const map = (...pairs: Buffer[]) => Buffer.concat([head(5, pairs.length / 2), ...pairs])

type Bent = {
  origin?: string
  rpId?: string
  verified?: boolean
  counter?: number
  userHandle?: string
  /** Changes the signature after it was made. */
  altered?: boolean
}

/** A device with one passkey, which signs in truth; each answer can be bent for a test. */
export function authenticator({ origin, synced = false }: { origin: string; synced?: boolean }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const cose = map(
    ...[int(1), int(2), int(3), int(-7), int(-1), int(1)],
    ...[int(-2), bytes(Buffer.from(x, 'base64url')), int(-3), bytes(Buffer.from(y, 'base64url'))],
  )
  let counter = 0

  const clientData = (type: string, challenge: string, bent: Bent) =>
    Buffer.from(
      JSON.stringify({ type, challenge, origin: bent.origin ?? origin, crossOrigin: false }),
    )
  const data = (flags: number, bent: Bent, attested: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(bent.counter ?? counter)
    const verified = bent.verified === false ? 0 : 4
    const shared = synced ? 24 : 0
    const rpId = bent.rpId ?? new URL(origin).hostname
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([1 | verified | shared | flags]),
      count,
      attested,
    ])
  }
  const answer = (response: object) =>
    JSON.stringify({
      id: b64(id),
      rawId: b64(id),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })

  return {
    id: b64(id),
    make(challenge: string, bent: Bent = {}) {
      const length = Buffer.from([0, id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cose])
      const authData = data(64, bent, attested)
      return answer({
        clientDataJSON: b64(clientData('webauthn.create', challenge, bent)),
        attestationObject: b64(
          map(text('fmt'), text('none'), text('attStmt'), map(), text('authData'), bytes(authData)),
        ),
        transports: ['internal'],
      })
    },
    use(challenge: string, bent: Bent = {}) {
      counter += 1
      const client = clientData('webauthn.get', challenge, bent)
      const authenticatorData = data(0, bent)
      const signature = sign(
        'sha256',
        Buffer.concat([authenticatorData, sha256(client)]),
        privateKey,
      )
      if (bent.altered) signature[signature.length - 1]! ^= 1
      return answer({
        clientDataJSON: b64(client),
        authenticatorData: b64(authenticatorData),
        signature: b64(signature),
        userHandle: bent.userHandle ? b64(Buffer.from(bent.userHandle)) : null,
      })
    },
  }
}
