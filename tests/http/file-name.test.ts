import fc from 'fast-check'
import { expect, it } from 'vitest'

import { baseName } from '#app/http/file-name.ts'

it('keeps the last part of a path, in any script', () => {
  expect(baseName('C:\\Users\\ada\\قائمة.csv')).toBe('قائمة.csv')
  expect(baseName('../../报告 1.pdf')).toBe('报告 1.pdf')
  // Persian joins its letters with a sign that nobody sees, and means it.
  expect(baseName('می\u200cشود.txt')).toBe('می\u200cشود.txt')
})

it('drops what hides an ending', () => {
  expect(baseName('report\u202efdp.exe')).toBe('reportfdp.exe')
  expect(baseName('a\u2066b\u0000\r\n.pdf')).toBe('ab.pdf')
})

it('keeps the ending of a name that is too long', () => {
  expect(baseName(`${'文'.repeat(300)}.docx`)).toBe(`${'文'.repeat(83)}.docx`)
  expect(baseName(`a.${'b'.repeat(300)}`)).toBe('')
})

it('is the same the second time, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const once = baseName(name)
      expect(Buffer.byteLength(once)).toBeLessThanOrEqual(255)
      expect(baseName(once)).toBe(once)
      expect(once).not.toMatch(/[/\\\r\n\u202e]/)
    }),
  )
})
