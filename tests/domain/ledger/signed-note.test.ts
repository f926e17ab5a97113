import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { signerOf, verify } from '#app/adapters/signer/ed25519.server.ts'
import { base64, concat, fromBase64, fromHex, hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { cosign } from '#app/domain/ledger/cosignature.ts'
import {
  cosignedMessage,
  COSIGNATURE_KEY,
  formatNote,
  formatVerifierKey,
  isKeyName,
  isSignedBy,
  keyId,
  NOTE_KEY,
  openNote,
  parseNote,
  parseVerifierKey,
  signatureLine,
  signedAt,
  signNote,
  verifierKey,
  type NoteSignature,
} from '#app/domain/ledger/signed-note.ts'

import { log, logSigner, witness } from './example-log.ts'

const refused = (code: string) => expect.objectContaining({ name: 'NoteError', code })

describe('published vectors', () => {
  it('opens the note of the specification', () => {
    const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
    const line =
      '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
    const key = parseVerifierKey(vkey)
    const opened = openNote(`This is an example message.\n\n${line}`, [key], verify)
    expect(opened.text).toBe('This is an example message.\n')
    expect(opened.verified.map(signatureLine)).toEqual([line])
    expect(opened.unverified).toEqual([])
    expect(formatVerifierKey(key.name, key.type, key.publicKey)).toBe(vkey)
  })

  it('signs as Go does', () => {
    const secret = fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz').slice(1)
    const { publicKey, sign } = signerOf(secret)
    const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    const text =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n"
    expect(formatVerifierKey('PeterNeumann', NOTE_KEY, publicKey)).toBe(vkey)
    expect(signNote(text, parseVerifierKey(vkey), sign)).toBe(
      `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    )
  })

  it('spells the key of the example log as Go does', () => {
    const { name, type, publicKey, id } = log.key
    expect(hex(id)).toBe('b11e840f')
    expect(formatVerifierKey(name, type, publicKey)).toBe(
      'log.example.org/partnership+b11e840f+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs',
    )
  })
})

describe('a key', () => {
  const written = formatVerifierKey(log.key.name, NOTE_KEY, log.key.publicKey)
  const withBytes = (bytes: Uint8Array) => `n+${hex(keyId('n', NOTE_KEY, bytes))}+${base64(bytes)}`

  it('is read as it was written, of either type, with a plus sign in its base64 or not', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.constantFrom(NOTE_KEY, COSIGNATURE_KEY),
        (publicKey, type) => {
          const key = verifierKey('example.org/log', type, publicKey)
          expect(parseVerifierKey(formatVerifierKey(key.name, type, publicKey))).toEqual(key)
        },
      ),
    )
  })

  it.each([
    ['nothing', ''],
    ['a name alone', 'example.org/log'],
    ['no key', 'example.org/log+b11e840f'],
    ['an empty key', 'example.org/log+b11e840f+'],
    ['no name', written.slice(written.indexOf('+'))],
    ['another name', `x${written}`],
    ['another id', written.replace('b11e840f', 'b11e840e')],
    ['an id in upper case', written.replace('b11e840f', 'B11E840F')],
    ['a line end', `${written}\n`],
    ['a space in the name', written.replace('log.', 'log ')],
    ['a key cut short', withBytes(concat(Uint8Array.of(NOTE_KEY), new Uint8Array(31)))],
  ])('is refused with %s', (_, text) => {
    expect(() => parseVerifierKey(text)).toThrow(refused('not-a-key'))
  })

  it.each([0x02, 0x05, 0x06, 0xff])('is refused when its type is %i', (type) => {
    const text = formatVerifierKey('example.org/log', type, log.key.publicKey)
    expect(() => parseVerifierKey(text)).toThrow(refused('wrong-key-type'))
  })

  it('bears a name without spaces and plus signs', () => {
    const names = ['a', 'kept.example/log', 'localhost:3000/log', 'données.example/é', '日本']
    expect(names.filter((name) => !isKeyName(name))).toEqual([])
    const others = [
      '',
      ' ',
      'a b',
      'a+b',
      'a\u00a0b',
      'a\u2003b',
      'a\tb',
      'a\nb',
      'a\u0000',
      'a\ud800',
    ]
    expect(others.filter(isKeyName)).toEqual([])
    expect(() => verifierKey('a b', NOTE_KEY, log.key.publicKey)).toThrow(refused('not-a-key'))
    expect(() => verifierKey('a', NOTE_KEY, new Uint8Array(31))).toThrow(refused('not-a-key'))
  })
})

const text = 'one\n\ntwo\n'
const note = signNote(text, log.key, log.sign)
const line = note.slice(text.length + 1)
const other = logSigner('log.example.org/other', 8)
const signatureBy = ({ key, sign }: typeof log, of = text): NoteSignature => ({
  name: key.name,
  id: key.id,
  signature: sign(utf8(of)),
})

describe('a note', () => {
  it('is split at its last blank line', () => {
    expect(parseNote(note)).toEqual({ text, signatures: [signatureBy(log)] })
    // What looks like a signature above that line is text.
    const nested = `${note}\n${line}`
    expect(parseNote(nested).text).toBe(note)
    expect(() => openNote(nested, [log.key], verify)).toThrow(refused('bad-signature'))
  })

  it('is read as it was written', () => {
    const textLine = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((said) => said.replaceAll(/\p{Cc}/gu, ''))
    fc.assert(
      fc.property(
        fc.array(textLine, { minLength: 1, maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`),
        fc.array(fc.uint8Array({ minLength: 5, maxLength: 90 }), { minLength: 1, maxLength: 4 }),
        (said, blobs) => {
          const signatures = blobs.map((blob, i) => ({
            name: `key-${i}`,
            id: blob.slice(0, 4),
            signature: blob.slice(4),
          }))
          expect(parseNote(formatNote(said, signatures))).toEqual({ text: said, signatures })
        },
      ),
    )
  })

  it.each([
    ['nothing at all', ''],
    ['no blank line', `one\n${line}`],
    ['no signature', `${text}\n`],
    ['blank lines only', '\n\n\n'],
    ['no text', line],
    ['no last newline', note.slice(0, -1)],
    ['text after the signatures', `${note}more\n`],
    ['a blank line after the signatures', `${note}\n`],
    ['a carriage return in the text', note.replace('one\n', 'one\r\n')],
    ['carriage returns throughout', note.replaceAll('\n', '\r\n')],
    ['a carriage return behind the signature', note.replace(/\n$/, '\r\n')],
    ['a tab', note.replace('one', 'o\tne')],
    ['a NUL', note.replace('one', 'o\u0000ne')],
    ['an escape', note.replace('one', '\u001bone')],
    ['half a character', note.replace('one', '\ud83d')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['two spaces', note.replace('— ', '—  ')],
    ['no space', note.replace('— ', '—')],
    ['a trailing space', note.replace(/\n$/, ' \n')],
    ['a plus sign in a name', note.replace('— log', '— lo+g')],
    ['a no-break space in a name', note.replace('— log', '— lo\u00a0g')],
    ['no name', note.replace('— log.example.org/partnership', '—')],
    ['an empty signature', note.replace(/ [^ ]+\n$/, ' \n')],
    ['a signature of its id alone', note.replace(/ [^ ]+\n$/, ' sR6EDw==\n')],
    ['base64 without padding', note.replace(/=+\n$/, '\n')],
    ['base64 of the URL kind', note.replace(/ [^ ]+\n$/, ' AQIDBAX_\n')],
    ['base64 with stray bits', note.replace(/ [^ ]+\n$/, ' AQIDBAV=\n')],
  ])('is refused with %s', (_, hostile) => {
    expect(() => parseNote(hostile)).toThrow(refused('not-a-note'))
    expect(() => openNote(hostile, [log.key], verify)).toThrow(refused('not-a-note'))
  })

  it('takes the like in its one spelling', () => {
    for (const spelled of ['AQIDBAX/', 'AQIDBAU=']) {
      expect(parseNote(note.replace(/ [^ ]+\n$/, ` ${spelled}\n`)).signatures).toHaveLength(1)
    }
  })

  it('may hold a delete character: the specification bars only what is below the space', () => {
    const odd = 'one\u007f\u0085\n'
    expect(openNote(signNote(odd, log.key, log.sign), [log.key], verify).text).toBe(odd)
  })

  it('may bear 100 signatures, and not one more', () => {
    const known = signatureBy(log)
    const many = (count: number) => formatNote(text, [known, ...strangers(count - 1)])
    for (const count of [16, 17, 100]) {
      expect(openNote(many(count), [log.key], verify).unverified).toHaveLength(count - 1)
    }
    expect(() => many(101)).toThrow(refused('too-many-signatures'))
    const longer = many(100) + line
    expect(() => openNote(longer, [log.key], verify)).toThrow(refused('too-many-signatures'))
  })

  it.each([
    ['no last newline', 'one'],
    ['nothing', ''],
    ['a tab', 'a\tb\n'],
    ['a carriage return', 'a\r\n'],
    ['half a character', '\udc00\n'],
  ])('is not made of a text with %s', (_, said) => {
    expect(() => signNote(said, log.key, log.sign)).toThrow(refused('not-a-text'))
    expect(() => formatNote(said, [signatureBy(log)])).toThrow(refused('not-a-text'))
  })

  it('is not made without a signature, nor by what could not be read again', () => {
    expect(() => formatNote(text, [])).toThrow(refused('not-a-note'))
    const nameless = { ...signatureBy(log), name: 'a b' }
    expect(() => formatNote(text, [nameless])).toThrow(refused('not-a-note'))
    const { key, sign } = witness('w.example', 9)
    expect(() => signNote(text, key, sign)).toThrow(refused('wrong-key-type'))
  })
})

const strangers = (count: number): NoteSignature[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `stranger-${i}.example`,
    id: Uint8Array.of(1, 2, 3, 4),
    signature: new Uint8Array(64).fill(i),
  }))

describe('opening a note', () => {
  const both = formatNote(text, [signatureBy(log), signatureBy(other)])

  it('tells whose signatures were verified and whose were not', () => {
    const known = openNote(both, [other.key], verify)
    expect(known.verified.map(({ name }) => name)).toEqual([other.key.name])
    expect(known.unverified.map(({ name }) => name)).toEqual([log.key.name])
    const all = openNote(both, [other.key, log.key], verify)
    expect(all.verified).toHaveLength(2)
  })

  it('ignores unknown keys, even when they share a name or an id with a known one', () => {
    const { key } = log
    const junk = new Uint8Array(64)
    const shared = [
      { name: key.name, id: Uint8Array.of(0, 0, 0, 0), signature: junk },
      { name: 'another.example/log', id: key.id, signature: junk },
    ]
    const opened = openNote(formatNote(text, [...shared, signatureBy(log)]), [key], verify)
    expect(opened.unverified).toEqual(shared)
    const unsigned = formatNote(text, shared)
    expect(() => openNote(unsigned, [key], verify)).toThrow(refused('no-known-signature'))
    expect(() => openNote(note, [], verify)).toThrow(refused('no-known-signature'))
  })

  it.each([
    ['of another text', signatureBy(log, 'three\n').signature],
    ['by another key', signatureBy(other).signature],
    ['cut short', signatureBy(log).signature.slice(0, 63)],
    ['with a byte too many', concat(signatureBy(log).signature, Uint8Array.of(0))],
    ['under a time, as a witness would', concat(new Uint8Array(8), signatureBy(log).signature)],
  ])('refuses the whole note when a known key has a signature %s', (_, signature) => {
    const failing = { ...signatureBy(log), signature }
    for (const signatures of [
      [failing],
      [signatureBy(other), failing],
      [failing, signatureBy(other)],
      [signatureBy(log), failing],
    ]) {
      const hostile = formatNote(text, signatures)
      const keys = [log.key, other.key]
      expect(() => openNote(hostile, keys, verify)).toThrow(refused('bad-signature'))
    }
  })

  it('verifies a witness with its time', () => {
    const { key, sign } = witness('w.example', 9)
    const cosigned = formatNote(text, [signatureBy(log), cosign(text, key, sign, 1_700_000_000)])
    expect(openNote(cosigned, [log.key, key], verify).verified).toHaveLength(2)
    const late = cosign(text, key, sign, 1_700_000_001)
    const stamp = cosign(text, key, sign, 1_700_000_000).signature.slice(0, 8)
    const backdated = { ...late, signature: concat(stamp, late.signature.slice(8)) }
    const hostile = formatNote(text, [signatureBy(log), backdated])
    expect(() => openNote(hostile, [log.key, key], verify)).toThrow(refused('bad-signature'))
  })

  it('keeps the two types of one key apart', () => {
    const asLog = logSigner('same.example', 5)
    const asWitness = witness('same.example', 5)
    expect(asLog.key.id).not.toEqual(asWitness.key.id)
    const signed = signatureBy(asLog)
    const relabelled = { ...signed, id: asWitness.key.id }
    expect(isSignedBy(text, asLog.key, signed, verify)).toBe(true)
    expect(isSignedBy(text, asWitness.key, signed, verify)).toBe(false)
    expect(isSignedBy(text, asWitness.key, relabelled, verify)).toBe(false)
  })
})

describe('the time in a cosignature', () => {
  const stamped = (stamp: string, length = 64) => concat(fromHex(stamp), new Uint8Array(length))

  it('is a big-endian number of seconds', () => {
    expect(signedAt(stamped('0000000064181457'))).toBe(0x64181457)
    expect(signedAt(stamped('001fffffffffffff'))).toBe(2 ** 53 - 1)
  })

  it.each([
    ['past exact integers', stamped('0020000000000000')],
    ['past 2^63', stamped('ffffffffffffffff')],
    ['with a signature cut short', stamped('0000000000000001', 63)],
    ['with a signature too long', stamped('0000000000000001', 65)],
  ])('is none when %s', (_, signature) => {
    expect(signedAt(signature)).toBeUndefined()
  })

  it('stands before the text in what is signed', () => {
    const checkpoint =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    expect(cosignedMessage(1_679_315_147, checkpoint)).toEqual(
      utf8(`cosignature/v1\ntime 1679315147\n${checkpoint}`),
    )
  })
})
