import fc from 'fast-check'
import { expect, it } from 'vitest'

import { signerOf, verify } from '#app/adapters/signer/ed25519.server.ts'
import { fromHex, hex, utf8 } from '#app/domain/ledger/bytes.ts'

// RFC 8032 section 7.1.
it.each([
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
])('signs and verifies as RFC 8032 does', (seed, publicKey, message, signature) => {
  const signer = signerOf(fromHex(seed))
  expect(hex(signer.publicKey)).toBe(publicKey)
  expect(hex(signer.sign(fromHex(message)))).toBe(signature)
  expect(verify(fromHex(publicKey), fromHex(message), fromHex(signature))).toBe(true)
})

const { publicKey, sign } = signerOf(new Uint8Array(32).fill(7))

it('signs the same twice with the same bytes', () => {
  expect(sign(utf8('said'))).toEqual(sign(utf8('said')))
  expect(sign(utf8('said'))).not.toEqual(sign(utf8('Said')))
})

it('says no, and never throws, for whatever is malformed', () => {
  const message = utf8('said')
  const signature = sign(message)
  expect(verify(publicKey, message, signature)).toBe(true)
  const refused = [
    verify(publicKey, utf8('Said'), signature),
    verify(signerOf(new Uint8Array(32)).publicKey, message, signature),
    verify(publicKey, message, signature.slice(1)),
    verify(publicKey, message, new Uint8Array()),
    verify(publicKey, message, new Uint8Array(64)),
    verify(publicKey.slice(1), message, signature),
    verify(Uint8Array.from([...publicKey, 0]), message, signature),
    verify(new Uint8Array(), message, signature),
    verify(new Uint8Array(32).fill(255), message, signature),
  ]
  expect(refused).toEqual(refused.map(() => false))
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), fc.uint8Array(), (key, said, signed) => {
      expect(verify(key, said, signed)).toBe(false)
    }),
  )
})

it('refuses the second spelling of a signature: S past the order of the group', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const signature = sign(utf8('said'))
  const s = BigInt(`0x${hex(signature.slice(32).toReversed())}`) + order
  const spelled = fromHex(s.toString(16).padStart(64, '0')).toReversed()
  const malleable = Uint8Array.from([...signature.slice(0, 32), ...spelled])
  expect(verify(publicKey, utf8('said'), malleable)).toBe(false)
})

it('makes no key of a secret that is not 32 bytes', () => {
  expect(() => signerOf(new Uint8Array(31))).toThrow(RangeError)
  expect(() => signerOf(new Uint8Array(64))).toThrow(RangeError)
})
