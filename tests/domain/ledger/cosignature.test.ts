import fc from 'fast-check'
import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { concat, hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { cosign, readCosignature, verifyCosignature } from '#app/domain/ledger/cosignature.ts'
import { openNote, signatureLine } from '#app/domain/ledger/signed-note.ts'

import { changed, log, noteAt, textAt, witness } from './example-log.ts'

const { key, sign } = witness('witness.example.org/union', 9)
const text = textAt(5)
const time = 1_790_000_000
const cosignature = cosign(text, key, sign, time)

it('signs the time and the checkpoint, and says the time', () => {
  expect(hex(cosignature.signature.slice(0, 8))).toBe('000000006ab13b80')
  const message = utf8(`cosignature/v1\ntime 1790000000\n${text}`)
  expect(verify(key.publicKey, message, cosignature.signature.slice(8))).toBe(true)
  expect(cosignature).toMatchObject({ name: key.name, id: key.id })
  expect(readCosignature(cosignature)).toEqual({ time })
  expect(verifyCosignature(text, key, cosignature, verify)).toEqual({ time })
})

it('stands behind the signature of the log', () => {
  const note = noteAt(5) + signatureLine(cosignature)
  const { verified } = openNote(note, [log.key, key], verify)
  expect(verified.map(({ name }) => name)).toEqual([log.key.name, key.name])
})

it('holds for its checkpoint, its witness and its time alone', () => {
  const other = witness('witness.example.org/office', 10)
  const namesake = witness(key.name, 11)
  const earlier = cosign(text, key, sign, time - 1).signature
  const forged = [
    verifyCosignature(textAt(4), key, cosignature, verify),
    verifyCosignature(text, other.key, cosignature, verify),
    verifyCosignature(text, namesake.key, { ...cosignature, id: namesake.key.id }, verify),
    verifyCosignature(text, log.key, { ...log.key, signature: log.sign(utf8(text)) }, verify),
    verifyCosignature(
      text,
      key,
      { ...cosignature, signature: concat(earlier.slice(0, 8), cosignature.signature.slice(8)) },
      verify,
    ),
    verifyCosignature(text, key, { ...cosignature, signature: sign(utf8(text)) }, verify),
  ]
  expect(forged.filter((held) => held !== undefined)).toEqual([])
})

it('does not survive a changed byte', () => {
  fc.assert(
    fc.property(fc.nat({ max: 71 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const signature = changed(cosignature.signature, at, by)
      expect(verifyCosignature(text, key, { ...cosignature, signature }, verify)).toBeUndefined()
    }),
    { numRuns: 200 },
  )
})

it('is not made with the key of a log, nor for no time', () => {
  const wrongType = expect.objectContaining({ code: 'wrong-key-type' })
  expect(() => cosign(text, log.key, log.sign, time)).toThrow(wrongType)
  for (const never of [-1, 1.5, Number.NaN, 2 ** 53]) {
    expect(() => cosign(text, key, sign, never)).toThrow(RangeError)
  }
})

it('is not read from a signature of another form', () => {
  const plain = { ...cosignature, signature: sign(utf8(text)) }
  const refusal = expect.objectContaining({ name: 'NoteError', code: 'not-a-cosignature' })
  expect(() => readCosignature(plain)).toThrow(refusal)
})
