import { Readable } from 'node:stream'

import { expect, it } from 'vitest'

import { contentProblem } from '#app/adapters/files/inspect-file.server.ts'
import { TEST_VIRUS } from '#app/adapters/scanner/test-virus.ts'
import { docx } from '#tests/support/office.ts'

const types: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
}
const problem = (name: string, ...parts: (string | Uint8Array)[]) => {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const mediaType = types[name.split('.')[1] ?? ''] ?? 'application/zip'
  return contentProblem(name, mediaType, () => Readable.from([bytes]))
}

it('finds nothing in honest files', async () => {
  expect(
    await problem('a.pdf', '%PDF-1.7\n1 0 obj <</Type /Catalog /URI (x)>>\n%%EOF'),
  ).toBeUndefined()
  expect(await problem('a.txt', 'We asked for /JavaScript in schools.')).toBeUndefined()
  expect(await problem('a.pdf', '%PDF-1.7\n/EmbeddedFilesystem /Launcher')).toBeUndefined()
  expect(await problem('a.docx', docx())).toBeUndefined()
})

it.each([
  '<</S /JavaScript /JS (app.alert(1))>>',
  '<</S/Launch/F(cmd.exe)>>',
  '<</Type /EmbeddedFile>>',
  '<</Names <</EmbeddedFiles 3 0 R>>>>',
  '<</S /J#61vaScript>>',
  '<</S /#4c#61#75#6E#63#68 >>',
])('takes no PDF that says %s', async (said) => {
  expect(await problem('a.pdf', '%PDF-1.7\n', said)).toBe('pdf-active')
  // Also where the search's pieces meet.
  const before = Buffer.alloc(256 * 1024 - 20, ' ')
  expect(await problem('a.pdf', '%PDF-1.7\n', before, said, before)).toBe('pdf-active')
})

it('takes no file that is another one too', async () => {
  expect(await problem('a.png', Buffer.from('89504e470d0a1a0a', 'hex'), docx())).toBe(
    'file-two-in-one',
  )
  expect(await problem('a.pdf', '%PDF-1.7\n%%EOF\n', docx())).toBe('file-two-in-one')
  expect(await problem('a.docx', '%PDF-1.7\n%%EOF\n', docx())).toBe('document-damaged')
})

it('knows the test virus wherever it stands', async () => {
  expect(await problem('a.txt', TEST_VIRUS)).toBe('file-harmful')
  expect(await problem('a.pdf', '%PDF-1.7\n', TEST_VIRUS)).toBe('file-harmful')
  expect(await problem('a.docx', docx({ 'word/a.xml': TEST_VIRUS }))).toBe('file-harmful')
})
