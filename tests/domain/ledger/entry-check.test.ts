import fc from 'fast-check'
import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { writeCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { digestOf } from '#app/domain/ledger/disclosure.ts'
import { checkEntry, type EntryToCheck } from '#app/domain/ledger/entry-check.ts'
import { sealEntry } from '#app/domain/ledger/entry.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { inclusionProof } from '#app/domain/ledger/proof.ts'
import { signNote } from '#app/domain/ledger/signed-note.ts'

import { changed, log, logSigner } from './example-log.ts'

const SIZE = 11
let salt = 0
const sealed = Array.from({ length: SIZE }, (_, i) =>
  sealEntry({
    act: 'milestone.reported',
    actor: { org: 'org_1', role: 'editor' },
    at: new Date('2027-03-01T10:00:00Z'),
    clauses: ['qd2015/oer/1'],
    id: `act_${i}`,
    prev: undefined,
    subject: 'mls_1',
    fields: { happened: `All ${i} courses were held.`, late: false },
    salts: () => new Uint8Array(32).fill((salt += 1)),
  }),
)
const leaves = sealed.map((one) => one.leafHash)
const noteAt = (size: number, by = log) =>
  signNote(
    writeCheckpoint({ origin: by.key.name, size, root: rootOf(leaves.slice(0, size)) }),
    by.key,
    by.sign,
  )

const toCheck = (index: number, size = SIZE): EntryToCheck => {
  const { leaf, leafHash: storedHash, disclosures } = sealed[index]!
  return {
    index,
    leaf,
    storedHash,
    proof: inclusionProof(leaves, index, size),
    note: noteAt(size),
    disclosures: disclosures.map(({ disclosure }) => disclosure),
    withheld: [],
    key: log.key,
    verify,
  }
}
const problemsOf = (changes: Partial<EntryToCheck>, index = 4) =>
  checkEntry({ ...toCheck(index), ...changes }).problems

it('finds nothing wrong with any entry under any checkpoint, and walks to its root', () => {
  for (let size = 1; size <= SIZE; size += 1)
    for (let index = 0; index < size; index += 1) {
      const check = checkEntry(toCheck(index, size))
      expect(check.problems).toEqual([])
      expect(check.checkpoint?.size).toBe(size)
      const reached = check.steps.at(-1)?.result ?? check.leafHash
      expect(hex(reached)).toBe(hex(check.checkpoint!.root))
    }
})

it('names what is wrong', () => {
  const { leaf, disclosures, proof } = toCheck(4)
  const other = logSigner('log.example.org/partnership', 8)
  expect(problemsOf({ note: noteAt(SIZE, other) })).toEqual(['not-signed-by-the-log'])
  expect(problemsOf({ note: 'nothing of the kind' })).toEqual(['not-signed-by-the-log'])
  expect(problemsOf({ note: noteAt(SIZE - 1) })).toEqual(['not-included'])
  expect(problemsOf({ index: 5 })).toEqual(['not-included'])
  expect(problemsOf({ proof: proof.toReversed() })).toEqual(['not-included'])
  expect(problemsOf({ storedHash: leafHash(utf8('another')) })).toEqual(['hash-differs'])
  expect(problemsOf({ leaf: utf8('{}') })).toEqual(['not-included', 'hash-differs', 'not-an-entry'])
  const swapped = utf8(new TextDecoder().decode(leaf).replace('editor', 'person'))
  expect(problemsOf({ leaf: swapped })).toEqual(['not-included', 'hash-differs'])

  const [first = '', second = ''] = disclosures
  const foreign = toCheck(3).disclosures[0]!
  expect(problemsOf({ disclosures: [first] })).toEqual(['digest-unopened'])
  expect(problemsOf({ disclosures: [first, foreign] })).toEqual([
    'opening-unknown',
    'digest-unopened',
  ])
  expect(problemsOf({ disclosures: [first, second, second] })).toEqual(['opening-repeated'])
  const withheld = [digestOf(second)]
  expect(problemsOf({ disclosures: [first], withheld })).toEqual([])
  expect(problemsOf({ withheld })).toEqual(['opened-though-withheld'])
  expect(problemsOf({ withheld: [digestOf('nothing')] })).toEqual(['withheld-unknown'])
})

it('lets no changed byte pass, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.nat(SIZE - 1),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('leaf', 'storedHash', 'proof', 'note', 'disclosures'),
      (index, at, by, where) => {
        const it_ = toCheck(index)
        const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
        const said = {
          leaf: () => ({ leaf: changed(it_.leaf, at, by) }),
          storedHash: () => ({ storedHash: changed(it_.storedHash, at, by) }),
          proof: () => ({
            proof: it_.proof.map((hash, i) =>
              i === at % it_.proof.length ? changed(hash, at, by) : hash,
            ),
          }),
          note: () => ({ note: text(changed(utf8(it_.note), at, by)) }),
          disclosures: () => ({
            disclosures: it_.disclosures.map((one, i) =>
              i === at % 2 ? text(changed(utf8(one), at, by)) : one,
            ),
          }),
        }[where]()
        expect(problemsOf(said, index)).not.toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})
