import { strToU8, zipSync, type Zippable } from 'fflate'
import { expect, it } from 'vitest'

import { officeProblem, zipEnd } from '#app/adapters/files/office-zip.server.ts'
import { TEST_VIRUS } from '#app/adapters/scanner/test-virus.ts'
import { docx, odt } from '#tests/support/office.ts'

it('takes documents as office programs write them', async () => {
  const picture = Buffer.from('89504e470d0a1a0a', 'hex')
  expect(await officeProblem(docx({ 'word/media/image1.png': picture }))).toBeUndefined()
  expect(await officeProblem(odt({ 'Thumbnails/thumbnail.png': picture }))).toBeUndefined()
  expect(await officeProblem(docx({ 'word/': new Uint8Array() }))).toBeUndefined()
})

const x = strToU8('x')
it.each<[string, Zippable, string]>([
  ['macros', { 'word/vbaProject.bin': x }, 'document-macros'],
  ['macros under another case', { 'xl/VBAPROJECT.BIN': x }, 'document-macros'],
  ['macros of another name', { 'word/vbaData.xml': x }, 'document-macros'],
  ['sheets of macros', { 'xl/macrosheets/sheet1.xml': x }, 'document-macros'],
  [
    'a kind of its own for macros',
    {
      '[Content_Types].xml': strToU8('<Types ContentType="x.macroEnabled.main+xml"/>'),
    },
    'document-macros',
  ],
  ['a document within', { 'word/embeddings/sheet.xlsx': x }, 'document-embeds'],
  [
    'an archive of another name',
    { 'word/a.bin': Buffer.from(zipSync({ a: x })) },
    'document-embeds',
  ],
  [
    'an old office object',
    { 'word/a.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex') },
    'document-embeds',
  ],
  ['a program', { 'word/a.bin': Buffer.from('4d5a90000300', 'hex') }, 'document-embeds'],
  ['a name that climbs', { '../../etc/cron': x }, 'document-damaged'],
  ['a name from the root', { '/etc/cron': x }, 'document-damaged'],
  ['a name of Windows', { 'a\\..\\b': x }, 'document-damaged'],
  ['two names that differ in case', { 'WORD/document.xml': x }, 'document-damaged'],
  ['the test virus, packed', { 'word/a.xml': TEST_VIRUS }, 'file-harmful'],
  ['the test virus, stored', { 'word/a.xml': [TEST_VIRUS, { level: 0 }] }, 'file-harmful'],
])('takes none with %s', async (_what, more, problem) => {
  expect(await officeProblem(docx(more))).toBe(problem)
})

it.each<[string, Zippable, string]>([
  ['macros', { 'Basic/Standard/Module1.xml': x }, 'document-macros'],
  ['scripts', { 'Scripts/python/a.py': x }, 'document-macros'],
  [
    'a password',
    {
      'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    },
    'document-protected',
  ],
])('takes no open document with %s', async (_what, more, problem) => {
  expect(await officeProblem(odt(more))).toBe(problem)
})

it('finds what two pieces of an unpacked part divide between them', async () => {
  const sixteen = 16 * 1024
  for (const before of [sixteen - 30, 2 * sixteen - 1, 5 * sixteen - 67]) {
    const part = Buffer.concat([
      Buffer.alloc(before, 'ab cd ef'),
      TEST_VIRUS,
      Buffer.alloc(9_000, 'x'),
    ])
    expect(await officeProblem(docx({ 'word/a.xml': part }))).toBe('file-harmful')
  }
})

it('unpacks no bomb, whatever the table of contents says of it', async () => {
  const zeros = new Uint8Array(20 * 1024 * 1024)
  const bomb = docx({ 'word/a.xml': zeros })
  expect(await officeProblem(bomb)).toBe('document-too-large-inside')

  // The same, said to be small: it is stopped where it says more than it said.
  const size = Buffer.alloc(4)
  size.writeUInt32LE(zeros.length)
  const small = Buffer.alloc(4)
  small.writeUInt32LE(1_000)
  const liar = Buffer.from(bomb)
  for (let at = liar.indexOf(size); at !== -1; at = liar.indexOf(size, at)) small.copy(liar, at)
  expect(await officeProblem(liar)).toBe('document-damaged')

  const noise = Buffer.from(
    Array.from({ length: 1_024 * 1_024 }, (_, i) => (i * 2_654_435_761) >>> 24),
  )
  const large = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`word/${i}.xml`, noise]))
  expect(await officeProblem(docx(large))).toBe('document-too-large-inside')
})

it('takes 2,000 parts and no more', async () => {
  const parts = (n: number) =>
    docx(Object.fromEntries(Array.from({ length: n - 2 }, (_, i) => [`word/${i}.xml`, x])))
  expect(await officeProblem(parts(2_000))).toBeUndefined()
  expect(await officeProblem(parts(2_001))).toBe('document-too-large-inside')
})

it('takes none whose table does not account for every byte', async () => {
  const whole = docx()
  const table = whole.indexOf(Buffer.from('504b0102', 'hex'))
  const broken: Record<string, Buffer> = {
    'something before it': Buffer.concat([Buffer.from('%PDF-1.7\n'), whole]),
    'something behind it': Buffer.concat([whole, Buffer.from('x')]),
    'something before its table': Buffer.concat([
      whole.subarray(0, table),
      Buffer.from('x'),
      whole.subarray(table),
    ]),
    'cut short': whole.subarray(0, -4),
    'no zip': Buffer.from('PK\x03\x04 but no more than that, and long enough to be read'),
    nothing: Buffer.alloc(0),
  }
  for (const [what, bytes] of Object.entries(broken))
    expect([what, await officeProblem(bytes)]).toEqual([what, 'document-damaged'])
})

it('takes none that is locked', async () => {
  const locked = docx()
  const table = locked.indexOf(Buffer.from('504b0102', 'hex'))
  locked.writeUInt16LE(locked.readUInt16LE(table + 8) | 1, table + 8)
  expect(await officeProblem(locked)).toBe('document-protected')
})

it('answers for every damaged byte without falling over', async () => {
  const whole = docx()
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    const problem = await officeProblem(bytes)
    expect(problem === undefined || /^(document|file)-/.test(problem)).toBe(true)
  }
})

it('knows where a zip ends, with or without a comment', () => {
  const whole = docx()
  expect(zipEnd(whole)).toBe(whole.length - 22)
  const commented = Buffer.concat([whole, Buffer.from('hello')])
  commented.writeUInt16LE(5, whole.length - 2)
  expect(zipEnd(commented)).toBe(whole.length - 22)
  expect(zipEnd(Buffer.from('PK\x05\x06'))).toBeUndefined()
})
