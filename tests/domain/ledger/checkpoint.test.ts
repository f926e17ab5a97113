import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { fromBase64, fromUtf8, utf8 } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint, readCheckpoint, writeCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { cosign } from '#app/domain/ledger/cosignature.ts'
import { emptyRoot, rootOf } from '#app/domain/ledger/merkle.ts'
import { signatureLine, signNote } from '#app/domain/ledger/signed-note.ts'

import {
  changed,
  isRefused,
  leaves,
  log,
  logSigner,
  noteAt,
  textAt,
  witness,
} from './example-log.ts'

const refused = (code: string) => expect.objectContaining({ name: 'CheckpointError', code })
const five = {
  origin: 'log.example.org/partnership',
  size: 5,
  root: fromBase64('fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI='),
}

it('is, of the example log, byte for byte what Go takes', () => {
  expect(noteAt(5)).toBe(
    'log.example.org/partnership\n5\nfKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=\n\n' +
      '— log.example.org/partnership sR6ED45nRuLlqFPN/J2NMVkK0/w2dO0nfEqVxHirvSP9MFshQTY5GDTKByx8NdTn2S2WeA1F3dL5n6bzWgbxln72PQY=\n',
  )
  expect(rootOf(leaves)).toEqual(five.root)
  expect(openCheckpoint(noteAt(5), log.key, verify)).toEqual(five)
})

it('of an empty log has the root of nothing', () => {
  const empty = { origin: 'kept.example/log', size: 0, root: emptyRoot }
  const text = 'kept.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
  expect(writeCheckpoint(empty)).toBe(text)
  expect(readCheckpoint(text)).toEqual(empty)
  const text5 = textAt(5)
  expect(() => readCheckpoint(text5.replace('\n5\n', '\n0\n'))).toThrow(refused('not-a-checkpoint'))
})

it('is read as it was written', () => {
  const root = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), root, (size, hash) => {
      const checkpoint = { origin: 'localhost:3000/log', size, root: hash }
      expect(readCheckpoint(writeCheckpoint(checkpoint))).toEqual(checkpoint)
    }),
  )
})

it.each([
  ['nothing', () => ''],
  ['no origin', (text: string) => text.replace(/^.*/, '')],
  ['an origin with a space', (text: string) => text.replace('log.', 'log ')],
  ['an origin with a plus sign', (text: string) => text.replace('log.', 'log+')],
  ['a size with leading zeros', (text: string) => text.replace('\n5\n', '\n05\n')],
  ['a size with a sign', (text: string) => text.replace('\n5\n', '\n+5\n')],
  ['a negative size', (text: string) => text.replace('\n5\n', '\n-5\n')],
  ['a size past exact integers', (text: string) => text.replace('\n5\n', '\n9007199254740992\n')],
  ['no size', (text: string) => text.replace('\n5\n', '\n\n')],
  ['a root cut short', (text: string) => text.replace('fKo0', '')],
  ['a root without padding', (text: string) => text.replace('=', '')],
  ['a root in base64url', (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')],
  ['an extension line', (text: string) => `${text}more\n`],
  ['an empty line after', (text: string) => `${text}\n`],
  ['a line before', (text: string) => `\n${text}`],
  ['no last newline', (text: string) => text.slice(0, -1)],
  ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
])('is refused with %s', (_, spoil) => {
  expect(() => readCheckpoint(spoil(textAt(5)))).toThrow(refused('not-a-checkpoint'))
})

it.each([
  ['an origin no key may bear', { origin: 'a b' }],
  ['an origin of two lines', { origin: 'a\n7' }],
  ['a broken size', { size: 1.5 }],
  ['a negative size', { size: -1 }],
  ['a size past exact integers', { size: 2 ** 53 }],
  ['a size in other words', { size: 1e21 }],
  ['a short root', { root: new Uint8Array(31) }],
  ['a root over nothing', { size: 0 }],
])('is not written with %s', (_, change) => {
  expect(() => writeCheckpoint({ ...five, ...change })).toThrow(refused('not-a-checkpoint'))
})

describe('opening', () => {
  it('refuses what the key signed for another log', () => {
    const note = signNote(textAt(5).replace('partnership', 'elsewhere'), log.key, log.sign)
    expect(() => openCheckpoint(note, log.key, verify)).toThrow(refused('wrong-origin'))
  })

  it('refuses another key, the same name or not', () => {
    const namesake = logSigner(log.key.name, 8)
    const note = signNote(textAt(5), namesake.key, namesake.sign)
    const unsigned = expect.objectContaining({ code: 'no-known-signature' })
    expect(() => openCheckpoint(note, log.key, verify)).toThrow(unsigned)
  })

  it('refuses a signed note that is no checkpoint', () => {
    const note = signNote('Good morning.\n', log.key, log.sign)
    expect(() => openCheckpoint(note, log.key, verify)).toThrow(refused('not-a-checkpoint'))
  })
})

describe('a changed byte', () => {
  const bytes = utf8(noteAt(5))
  const open = (changedBytes: Uint8Array) => openCheckpoint(fromUtf8(changedBytes), log.key, verify)

  it('is refused, wherever it is and whatever it becomes', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(isRefused(() => open(changed(bytes, at, by)))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('is refused in every place when only its last bit turns', () => {
    const taken = [...bytes.keys()].filter((at) => {
      const turned = bytes.with(at, (bytes[at] ?? 0) ^ 1)
      return !isRefused(() => open(turned))
    })
    expect(taken).toEqual([])
  })

  it('in a cosigned note never leads to another checkpoint', () => {
    const { key, sign } = witness('w.example', 9)
    const cosigned = utf8(noteAt(5) + signatureLine(cosign(textAt(5), key, sign, 1_700_000_000)))
    fc.assert(
      fc.property(
        fc.nat({ max: cosigned.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const hostile = changed(cosigned, at, by)
          const read = isRefused(() => open(hostile)) ? five : open(hostile)
          expect(read).toEqual(five)
        },
      ),
      { numRuns: 200 },
    )
  })
})
