import { Readable } from 'node:stream'

import { expect, it } from 'vitest'

import { mediaTypeOf } from '#app/adapters/files/media-type.server.ts'
import { docx, odt } from '#tests/support/office.ts'

const in2 = (bytes: Buffer) => () =>
  Readable.from([bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)])
const typeOf = (name: string, bytes: Buffer) => mediaTypeOf(name, in2(bytes))

it.each([
  ['a.pdf', Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}`), 'application/pdf'],
  ['a.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'image/jpeg'],
  ['a.webp', Buffer.from('52494646240000005745425056503820', 'hex'), 'image/webp'],
  ['a.csv', Buffer.from('année;élèves\n2027;12 000\n'), 'text/csv'],
  ['a.TXT', Buffer.from('كتب'), 'text/plain'],
  ['a.odt', odt(), 'application/vnd.oasis.opendocument.text'],
])('knows %s by its bytes', async (name, bytes, type) => {
  expect(await typeOf(name, bytes)).toBe(type)
})

it('knows a text document by its table of contents', async () => {
  expect(await typeOf('a.docx', docx())).toMatch(/wordprocessingml.document$/)
})

it('takes no document that carries macros', async () => {
  expect(await typeOf('a.docx', docx({ 'word/vbaProject.bin': Buffer.from('x') }))).toBeUndefined()
})

it.each([
  ['a.csv', Buffer.from([0x61, 0x00])],
  ['a.csv', Buffer.from([0xff, 0xfe, 0x61, 0x20])],
  ['a.txt', Buffer.from([0x63, 0xe9, 0x63])],
  ['a.pdf', Buffer.from('plain words')],
  ['a', Buffer.from('plain words')],
])('knows nothing of %s that is not what it says', async (name, bytes) => {
  expect(['text/csv', 'text/plain', 'application/pdf']).not.toContain(await typeOf(name, bytes))
})
