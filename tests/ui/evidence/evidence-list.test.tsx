import { expect, it } from 'vitest'

import { speak } from '#app/i18n/speech.ts'
import { EvidenceList, fileSize, type EvidenceShown } from '#app/ui/evidence/evidence-list.tsx'
import { said, words } from '#tests/support/said.tsx'

const piece: EvidenceShown = {
  id: 'evd_1',
  kind: 'file',
  title: 'Lists',
  lang: 'en',
  access: 'public',
  heldReason: '',
  state: 'public',
  fileName: 'lists.csv',
  size: 1_234_567,
  sha256: 'b'.repeat(64),
  scan: 'clean',
}
const shown = (changes: Partial<EvidenceShown>) =>
  words(said(<EvidenceList items={[{ ...piece, ...changes }]} />))

it('says a size the way a person would', () => {
  const size = (bytes: number) => fileSize(speak('en'), bytes)
  expect([1, 25, 1_500, 999_400, 1_234_567, 10_485_760].map(size)).toEqual([
    '1 byte',
    '25 bytes',
    '2 kB',
    '999 kB',
    '1.2 MB',
    '10.5 MB',
  ])
})

it('says who may see a piece, and prints the whole hash', () => {
  expect(shown({})).toContain('Public')
  expect(shown({})).toContain('b'.repeat(64))
  expect(shown({ state: 'scanned' })).toContain('Public once handed in')
  expect(shown({ state: 'held', access: 'held', heldReason: 'It names people.' })).toContain(
    'Held for the reviewer: It names people.',
  )
  expect(shown({ state: 'withheld' })).toContain('Withheld')
})

it('says of a file that no scanner looked at it, and nothing of the kind of a link', () => {
  const not = 'Not scanned for viruses'
  expect(shown({})).not.toContain(not)
  expect(shown({ scan: 'not-scanned' })).toContain(not)
  expect(shown({ scan: null })).toContain(not)
  expect(shown({ scan: null, kind: 'link' })).not.toContain(not)
  expect(shown({ scan: 'not-scanned', state: 'withheld' })).not.toContain(not)
})
