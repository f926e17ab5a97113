import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { base64, fromUtf8, utf8 } from '#app/domain/ledger/bytes.ts'
import { cosign } from '#app/domain/ledger/cosignature.ts'
import { inclusionProof } from '#app/domain/ledger/proof.ts'
import { checkReceipt, readReceipt, writeReceipt } from '#app/domain/ledger/receipt.ts'
import { signatureLine, signNote } from '#app/domain/ledger/signed-note.ts'

import {
  changed,
  entries,
  isRefused,
  leaves,
  log,
  logSigner,
  noteAt,
  textAt,
  witness,
} from './example-log.ts'

const receiptOf = (index: number, size: number) =>
  writeReceipt({
    index,
    proof: inclusionProof(leaves, index, size),
    checkpointNote: noteAt(size),
  })
const leafOf = (index: number) => entries[index]!
const check = (receipt: string, leaf: Uint8Array) =>
  checkReceipt({ receipt, leaf, key: log.key, verify })

it('of entry 2 of 5 is written as the specification has it', () => {
  expect(receiptOf(2, 5)).toBe(
    'c2sp.org/tlog-proof@v1\n' +
      'index 2\n' +
      'YcoROfaBWEHVuvLQ0tm9nf7pfImN1ve6DAqpQe5sAes=\n' +
      'WkdmL9ijF9lgSaP59HxV3GfKZgUbqjaD27GbL+CaB7A=\n' +
      'SFM123z+yWXxX/dF/GJcQdXqJkaTaTAWWCj3PdS2iFQ=\n' +
      '\n' +
      'log.example.org/partnership\n' +
      '5\n' +
      'fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=\n' +
      '\n' +
      '— log.example.org/partnership sR6ED45nRuLlqFPN/J2NMVkK0/w2dO0nfEqVxHirvSP9MFshQTY5GDTKByx8NdTn2S2WeA1F3dL5n6bzWgbxln72PQY=\n',
  )
})

it('holds for each entry of each log, and for no other entry', () => {
  for (let size = 1; size <= 5; size++) {
    for (let index = 0; index < size; index++) {
      const receipt = receiptOf(index, size)
      const held = check(receipt, leafOf(index))
      expect(held).toMatchObject({ ok: true, value: { origin: log.key.name, size } })
      expect(check(receipt, leafOf((index + 1) % 5))).toEqual({ ok: false, code: 'not-included' })
    }
  }
})

it('is read as it was written', () => {
  const proof = inclusionProof(leaves, 0, 1)
  expect(proof).toEqual([])
  expect(readReceipt(receiptOf(0, 1))).toEqual({ index: 0, proof, checkpointNote: noteAt(1) })
  const longer = inclusionProof(leaves, 3, 5)
  const again = { index: 3, proof: longer, checkpointNote: noteAt(5) }
  expect(readReceipt(receiptOf(3, 5))).toEqual(again)
})

it('may carry extra data and cosignatures, which change nothing', () => {
  const { key, sign } = witness('w.example', 9)
  const extra = receiptOf(2, 5).replace('\nindex', '\nextra bm9ib2R5IHZvdWNoZXM=\nindex')
  const cosigned = extra + signatureLine(cosign(textAt(5), key, sign, 1_700_000_000))
  expect(readReceipt(extra)).toEqual(readReceipt(receiptOf(2, 5)))
  expect(check(cosigned, leafOf(2))).toMatchObject({ ok: true })
})

describe('is no receipt', () => {
  const hash = base64(leaves[0]!)
  it.each([
    ['when empty', () => ''],
    ['without its first line', (text: string) => text.slice(text.indexOf('index'))],
    ['of another version', (text: string) => text.replace('@v1', '@v2')],
    ['without an index', (text: string) => text.replace('index 2\n', '')],
    ['with leading zeros', (text: string) => text.replace('index 2', 'index 02')],
    ['with a negative index', (text: string) => text.replace('index 2', 'index -2')],
    ['with two spaces', (text: string) => text.replace('index 2', 'index  2')],
    [
      'with an index past exact integers',
      (text: string) => text.replace('index 2', `index ${2 ** 53}`),
    ],
    ['with two indexes', (text: string) => text.replace('index 2', 'index 2\nindex 2')],
    [
      'with extra data that is no base64',
      (text: string) => text.replace('index', 'extra !\nindex'),
    ],
    [
      'with extra data twice',
      (text: string) => text.replace('index', 'extra AA==\nextra AA==\nindex'),
    ],
    ['with extra data behind the index', (text: string) => text.replace('2\n', '2\nextra AA==\n')],
    ['with a hash cut short', (text: string) => text.replace('YcoR', '')],
    [
      'with more hashes than a log is deep',
      (text: string) => text.replace('2\n', `2\n${`${hash}\n`.repeat(61)}`),
    ],
    ['with carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without a checkpoint', (text: string) => text.slice(0, text.indexOf('\n\n') + 1)],
  ])('%s', (_, spoil) => {
    const refusal = expect.objectContaining({ name: 'ReceiptError', code: 'not-a-receipt' })
    expect(() => readReceipt(spoil(receiptOf(2, 5)))).toThrow(refusal)
    const answer = { ok: false, code: 'not-a-receipt' }
    expect(check(spoil(receiptOf(2, 5)), leafOf(2))).toEqual(answer)
  })
})

it('is not signed by the log when another signed it, or nobody, or for another log', () => {
  const parts = { index: 2, proof: inclusionProof(leaves, 2, 5) }
  const other = logSigner(log.key.name, 8)
  const elsewhere = textAt(5).replace('partnership', 'elsewhere')
  const notes = [
    signNote(textAt(5), other.key, other.sign),
    signNote(elsewhere, log.key, log.sign),
    textAt(5),
    '',
  ]
  for (const checkpointNote of notes) {
    const answer = { ok: false, code: 'not-signed-by-the-log' }
    expect(check(writeReceipt({ ...parts, checkpointNote }), leafOf(2))).toEqual(answer)
  }
})

it('is refused for another place, a shorter proof, or a proof from another state', () => {
  const proof = inclusionProof(leaves, 2, 5)
  const forged = [
    { index: 3, proof, checkpointNote: noteAt(5) },
    { index: 5, proof, checkpointNote: noteAt(5) },
    { index: 2, proof: proof.slice(1), checkpointNote: noteAt(5) },
    { index: 2, proof: proof.toReversed(), checkpointNote: noteAt(5) },
    { index: 2, proof, checkpointNote: noteAt(4) },
  ]
  for (const receipt of forged) {
    const answer = { ok: false, code: 'not-included' }
    expect(check(writeReceipt(receipt), leafOf(2))).toEqual(answer)
  }
})

it('is refused with a changed byte, wherever it is and whatever it becomes', () => {
  const bytes = utf8(receiptOf(2, 5))
  const holds = (changedBytes: Uint8Array) => check(fromUtf8(changedBytes), leafOf(2)).ok
  expect(holds(bytes)).toBe(true)
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const hostile = changed(bytes, at, by)
      return isRefused(() => holds(hostile)) || !holds(hostile)
    }),
    { numRuns: 200 },
  )
  const taken = [...bytes.keys()].filter((at) => {
    const turned = bytes.with(at, (bytes[at] ?? 0) ^ 1)
    return !isRefused(() => holds(turned)) && holds(turned)
  })
  expect(taken).toEqual([])
})
