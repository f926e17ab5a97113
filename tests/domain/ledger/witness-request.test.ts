import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { base64, utf8 } from '#app/domain/ledger/bytes.ts'
import { writeCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { cosign } from '#app/domain/ledger/cosignature.ts'
import { emptyRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { consistencyProof } from '#app/domain/ledger/proof.ts'
import { signatureLine, signNote } from '#app/domain/ledger/signed-note.ts'
import {
  cosignStatus,
  decideCosign,
  readAddCheckpoint,
  writeAddCheckpoint,
  type AddCheckpoint,
} from '#app/domain/ledger/witness-request.ts'

import { isRefused, leaves, log, logSigner, noteAt, textAt, witness } from './example-log.ts'

const rootAt = (size: number) => rootOf(leaves.slice(0, size))
const known = (size: number) => ({ size, root: rootAt(size) })
const asking = (oldSize: number, size: number): AddCheckpoint => ({
  oldSize,
  proof: oldSize === 0 ? [] : consistencyProof(leaves, oldSize, size),
  note: noteAt(size),
})
const decide = (seen: ReturnType<typeof known> | undefined, request: AddCheckpoint) =>
  decideCosign({ known: seen, request, logKey: log.key, verify })
const signedBy = (size: number, root: Uint8Array) =>
  signNote(writeCheckpoint({ origin: log.key.name, size, root }), log.key, log.sign)

describe('a request', () => {
  const request = asking(2, 5)
  const body = writeAddCheckpoint(request)

  it('is written as the specification has it', () => {
    const proof = request.proof.map((hash) => `${base64(hash)}\n`).join('')
    expect(body).toBe(`old 2\n${proof}\n${noteAt(5)}`)
    expect(writeAddCheckpoint(asking(0, 1))).toBe(`old 0\n\n${noteAt(1)}`)
  })

  it('is read as it was written', () => {
    for (const asked of [request, asking(0, 1), asking(0, 5), asking(5, 5)]) {
      expect(readAddCheckpoint(writeAddCheckpoint(asked))).toEqual(asked)
    }
  })

  it('is that of the specification', () => {
    const example =
      'old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n' +
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
    const read = readAddCheckpoint(example)
    expect(read.oldSize).toBe(20_852_014)
    expect(read.proof).toHaveLength(1)
    expect(read.note.startsWith('example.com/behind-the-sofa\n')).toBe(true)
    expect(writeAddCheckpoint(read)).toBe(example)
  })

  const hash = base64(leaves[0]!)
  it.each([
    ['nothing', ''],
    ['a blank line first', `\n\n${noteAt(5)}`],
    ['no blank line', body.replaceAll('\n\n', '\n')],
    ['no old size', body.slice(6)],
    ['another word', body.replace('old', 'new')],
    ['two spaces', body.replace('old 2', 'old  2')],
    ['leading zeros', body.replace('old 2', 'old 02')],
    ['a sign', body.replace('old 2', 'old -2')],
    ['words after the size', body.replace('old 2', 'old 2 3')],
    ['a size past exact integers', body.replace('old 2', 'old 18446744073709551615')],
    ['a hash cut short', body.replace(/\n..../, '\n')],
    ['a hash that is none', body.replace('old 2\n', 'old 2\nhash\n')],
    ['base64 of the URL kind', body.replace('old 2\n', `old 2\n${'-'.repeat(43)}=\n`)],
    ['64 hashes', `old 2\n${`${hash}\n`.repeat(64)}\n${noteAt(5)}`],
    ['carriage returns', body.replaceAll('\n', '\r\n')],
  ])('is malformed with %s', (_, hostile) => {
    const refusal = expect.objectContaining({ name: 'WitnessRequestError', code: 'malformed' })
    expect(() => readAddCheckpoint(hostile)).toThrow(refusal)
  })

  it('may have 63 hashes', () => {
    const long = `old 2\n${`${hash}\n`.repeat(63)}\n${noteAt(5)}`
    expect(readAddCheckpoint(long).proof).toHaveLength(63)
    expect(decide(known(2), readAddCheckpoint(long))).toEqual({ ok: false, code: 'bad-proof' })
  })

  it('never breaks the reader, whatever it holds', () => {
    const piece = fc.constantFrom(
      'old ',
      '0',
      '5',
      '\n',
      '\n\n',
      hash,
      noteAt(5),
      textAt(5),
      '—',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const hostile = pieces.join('')
        const refused = isRefused(() => readAddCheckpoint(hostile))
        expect(refused || decide(known(3), readAddCheckpoint(hostile)).ok !== undefined).toBe(true)
      }),
    )
  })
})

describe('a witness cosigns', () => {
  it('the first state it sees, and each that extends what it saw', () => {
    for (let size = 0; size <= 5; size++) {
      const first = decide(undefined, asking(0, size))
      expect(first).toEqual({
        ok: true,
        value: {
          checkpoint: { origin: log.key.name, ...known(size) },
          text: textAt(size),
        },
      })
      for (let oldSize = 0; oldSize <= size; oldSize++) {
        expect(decide(known(oldSize), asking(oldSize, size))).toEqual(first)
      }
    }
  })

  it('beside signatures it does not know', () => {
    const other = witness('other.example', 3)
    const more = signatureLine(cosign(textAt(5), other.key, other.sign, 1_700_000_000))
    const request = { ...asking(2, 5), note: noteAt(5) + more }
    expect(decide(known(2), request)).toMatchObject({ ok: true, value: { text: textAt(5) } })
  })
})

describe('a witness refuses', () => {
  const refusal = (answer: ReturnType<typeof decide>) =>
    answer.ok ? undefined : [answer.code, cosignStatus[answer.code]]

  it('what is no signed checkpoint', () => {
    const greeting = signNote('Good morning.\n', log.key, log.sign)
    const extended = signNote(`${textAt(5)}more\n`, log.key, log.sign)
    for (const note of ['', textAt(5), greeting, extended, noteAt(5).slice(0, -1)]) {
      expect(refusal(decide(known(2), { ...asking(2, 5), note }))).toEqual(['malformed', 400])
    }
  })

  it('the state of a log it does not watch', () => {
    const other = logSigner('another.example/log', 8)
    const text = textAt(5).replace(log.key.name, other.key.name)
    const note = signNote(text, other.key, other.sign)
    expect(refusal(decide(known(2), { ...asking(2, 5), note }))).toEqual(['unknown-origin', 404])
    // Signed by the log it watches, for another.
    const strayed = signNote(text, log.key, log.sign)
    expect(refusal(decide(known(2), { ...asking(2, 5), note: strayed }))).toEqual([
      'unknown-origin',
      404,
    ])
  })

  it('what the log has not signed', () => {
    const namesake = logSigner(log.key.name, 8)
    const note = signNote(textAt(5), namesake.key, namesake.sign)
    expect(refusal(decide(known(2), { ...asking(2, 5), note }))).toEqual(['bad-signature', 403])
    const grown = noteAt(4).replace('\n4\n', '\n5\n')
    expect(refusal(decide(known(2), { ...asking(2, 5), note: grown }))).toEqual([
      'bad-signature',
      403,
    ])
  })

  it('an old size past the new one', () => {
    expect(refusal(decide(known(5), { ...asking(4, 5), oldSize: 6 }))).toEqual([
      'old-size-too-large',
      400,
    ])
    expect(refusal(decide(known(5), { ...asking(4, 4), oldSize: 5 }))).toEqual([
      'old-size-too-large',
      400,
    ])
  })

  it('an old size other than what it cosigned last', () => {
    expect(refusal(decide(known(3), asking(2, 5)))).toEqual(['size-conflict', 409])
    expect(refusal(decide(undefined, asking(2, 5)))).toEqual(['size-conflict', 409])
    expect(refusal(decide(known(3), asking(0, 5)))).toEqual(['size-conflict', 409])
    // A log grown smaller: it says what it cannot have forgotten.
    expect(refusal(decide(known(5), asking(3, 4)))).toEqual(['size-conflict', 409])
  })

  it('a proof that does not lead there', () => {
    const { proof } = asking(3, 5)
    const spoilt = [[], proof.slice(1), [...proof, leaves[0]!], proof.toReversed()]
    for (const wrong of spoilt) {
      expect(refusal(decide(known(3), { ...asking(3, 5), proof: wrong }))).toEqual([
        'bad-proof',
        422,
      ])
    }
    expect(refusal(decide(known(5), { ...asking(5, 5), proof: [leaves[0]!] }))).toEqual([
      'bad-proof',
      422,
    ])
    expect(refusal(decide(undefined, { ...asking(0, 5), proof: [leaves[0]!] }))).toEqual([
      'bad-proof',
      422,
    ])
    const nothing = { size: 0, root: emptyRoot }
    expect(refusal(decide(nothing, { ...asking(0, 5), proof: [leaves[0]!] }))).toEqual([
      'bad-proof',
      422,
    ])
  })

  it('another root at the same size', () => {
    const rewritten = rootOf(leaves.with(1, leafHash(utf8('rewritten'))))
    const request = { oldSize: 5, proof: [], note: signedBy(5, rewritten) }
    expect(refusal(decide(known(5), request))).toEqual(['root-conflict', 409])
  })

  it('every log whose past was rewritten, whatever it proves of itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(), (oldSize, some) => {
        const rewritten = leaves.with(some % oldSize, leafHash(utf8(`rewritten ${some}`)))
        const request = {
          oldSize,
          proof: consistencyProof(rewritten, oldSize, 5),
          note: signedBy(5, rootOf(rewritten)),
        }
        expect(decide(known(oldSize), request)).toEqual({ ok: false, code: 'bad-proof' })
      }),
    )
  })
})
