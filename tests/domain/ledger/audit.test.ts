import { expect, it } from 'vitest'

import {
  auditEntry,
  auditProblems,
  awaitedSize,
  hashesFrom,
  startAudit,
  type ServedOpenings,
} from '#app/domain/ledger/audit.ts'
import { hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { ORDER_SLACK_MS, sealEntry, type ActToSeal } from '#app/domain/ledger/entry.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { treeRoot } from '#app/domain/ledger/tile-tree.ts'

let salt = 0
const salts = () => {
  salt += 1
  return new Uint8Array(new Uint32Array(8).fill(salt).buffer)
}
const AT = new Date('2026-11-23T10:00:00Z')
const sealed = (change: Partial<ActToSeal> = {}) =>
  sealEntry({
    act: 'commitment.published',
    actor: { org: undefined, role: 'coordinator' },
    at: AT,
    clauses: [],
    id: 'act_1',
    prev: undefined,
    subject: 'cmt_1',
    fields: { title: 'Twelve wells', target: 12 },
    salts,
    ...change,
  })
type Sealed = ReturnType<typeof sealed>
const open = ({ disclosures }: Sealed): ServedOpenings => ({
  d: disclosures.map(({ disclosure }) => disclosure),
  withheld: [],
})
const without = (entry: Sealed, redaction: number, gone = 0): ServedOpenings => ({
  d: open(entry).d.filter((_, place) => place !== gone),
  withheld: [{ digest: entry.disclosures[gone]!.digest, redaction }],
})
const redaction = (of: number, digests: readonly string[], id = 'act_9', prev = 'act_1') =>
  sealed({
    act: 'content.redacted',
    id,
    prev,
    redacts: { basis: 'court', digests, of },
    fields: { reason: 'A court ordered it.' },
  })

function audited(...entries: [Sealed, ServedOpenings?][]) {
  const audit = startAudit()
  for (const [entry, served] of entries) auditEntry(audit, entry.leaf, served ?? open(entry))
  return audit
}
const problemsOf = (...entries: Parameters<typeof audited>) =>
  auditProblems(audited(...entries)).map(({ code, index }) => `${index} ${code}`)

it('hands out what an entry says, with the hash worked out from its bytes', () => {
  const entry = sealed()
  const audit = startAudit()
  expect(auditEntry(audit, entry.leaf, open(entry))).toMatchObject({
    index: 0,
    entry: { id: 'act_1' },
    hash: leafHash(entry.leaf),
    fields: new Map<string, unknown>([
      ['title', 'Twelve wells'],
      ['target', 12],
    ]),
  })
  expect(auditProblems(audit)).toEqual([])
  expect(awaitedSize(audit)).toBe(0)
})

it('holds each act against the one before it on its subject', () => {
  const first = sealed()
  const second = sealed({ id: 'act_2', prev: 'act_1' })
  const other = sealed({ id: 'act_3', subject: 'cmt_2' })
  expect(problemsOf([first], [other], [second])).toEqual([])
  expect(problemsOf([second])).toEqual(['0 prev-differs'])
  expect(problemsOf([first], [sealed({ id: 'act_2' })])).toEqual(['1 prev-differs'])
  expect(problemsOf([first], [second], [sealed({ id: 'act_4', prev: 'act_1' })])).toEqual([
    '2 prev-differs',
  ])
  expect(problemsOf([first], [sealed({ prev: 'act_1' })])).toEqual(['1 id-repeated'])
})

it('lets no time run backwards, but for acts that overtake each other', () => {
  const earlier = (ms: number) =>
    sealed({ id: 'act_2', prev: 'act_1', at: new Date(AT.getTime() - ms) })
  expect(problemsOf([sealed()], [earlier(ORDER_SLACK_MS)])).toEqual([])
  expect(problemsOf([sealed()], [earlier(ORDER_SLACK_MS + 1000)])).toEqual([
    '1 time-runs-backwards',
  ])
})

it('takes what is withheld for whole once a later entry has ordered just that', () => {
  const entry = sealed()
  const [title] = entry.disclosures
  const order = redaction(0, [title!.digest])
  expect(problemsOf([entry, without(entry, 1)], [order])).toEqual([])
})

it('names what is withheld without an order, before and after its time', () => {
  const entry = sealed()
  const [title, target] = entry.disclosures
  const missing = { d: open(entry).d.slice(1), withheld: [] }
  expect(problemsOf([entry, missing])).toEqual(['0 withheld-without-reason'])
  // Said to be withheld by an entry that never comes, is another act, or names something else.
  expect(problemsOf([entry, without(entry, 7)])).toEqual(['0 withheld-without-reason'])
  expect(awaitedSize(audited([entry, without(entry, 7)]))).toBe(8)
  const other = sealed({ id: 'act_2', prev: 'act_1' })
  expect(problemsOf([entry, without(entry, 1)], [other])).toEqual(['0 withheld-without-reason'])
  const wrong = redaction(0, [target!.digest])
  expect(problemsOf([entry, without(entry, 1)], [wrong])).toEqual([
    '0 withheld-without-reason',
    '0 redaction-not-applied',
  ])
  const late = redaction(0, [title!.digest])
  expect(problemsOf([entry, without(entry, 1)], [other], [{ ...late }])).toEqual([
    '0 withheld-without-reason',
    '0 redaction-not-applied',
    '2 prev-differs',
  ])
})

it('names what a later entry orders withheld and is still open, or never was there', () => {
  const entry = sealed()
  const [title] = entry.disclosures
  expect(problemsOf([entry], [redaction(0, [title!.digest])])).toEqual(['0 redaction-not-applied'])
  const { unheeded } = audited([entry], [redaction(0, [title!.digest])])
  expect(unheeded).toEqual([{ index: 1, of: 0, digest: title!.digest }])
  expect(problemsOf([entry], [redaction(1, [title!.digest])])).toEqual(['1 redaction-of-nothing'])
  expect(problemsOf([entry], [redaction(5, [title!.digest])])).toEqual(['1 redaction-of-nothing'])
})

it('names what is published beside an entry and does not belong there', () => {
  const entry = sealed()
  const other = sealed({ id: 'act_2' })
  const [disclosure] = open(entry).d
  const served = (change: Partial<ServedOpenings>) => ({ ...open(entry), ...change })
  expect(problemsOf([entry, served({ d: [...open(entry).d, open(other).d[0]!] })])).toEqual([
    '0 opening-unknown',
  ])
  expect(problemsOf([entry, served({ d: [...open(entry).d, disclosure!] })])).toEqual([
    '0 opening-repeated',
  ])
  const foreign = { digest: other.disclosures[0]!.digest, redaction: 3 }
  expect(problemsOf([entry, served({ withheld: [foreign] })])).toEqual([
    '0 withheld-unknown',
    '0 withheld-without-reason',
  ])
  const twice = without(entry, 1)
  const order = redaction(0, [entry.disclosures[0]!.digest])
  const both = { ...twice, withheld: [...twice.withheld, ...twice.withheld] }
  expect(problemsOf([entry, both], [order])).toEqual(['0 opening-repeated'])
  expect(
    problemsOf(
      [entry, served({ withheld: [{ digest: entry.disclosures[0]!.digest, redaction: 1 }] })],
      [order],
    ),
  ).toEqual(['0 opened-though-withheld'])
})

it('names bytes that are no entry, and reads on', () => {
  const entry = sealed()
  const audit = startAudit()
  const nothing = { d: [], withheld: [] }
  for (const leaf of [utf8('{}'), utf8(' {"act":1}'), Uint8Array.of(0xff), new Uint8Array()])
    expect(auditEntry(audit, leaf, nothing)).toBeUndefined()
  expect(auditEntry(audit, entry.leaf, open(entry))?.index).toBe(4)
  expect(auditProblems(audit).map(({ code, index }) => `${index} ${code}`)).toEqual(
    [0, 1, 2, 3].map((index) => `${index} not-an-entry`),
  )
  expect(audit.leafHashes).toHaveLength(5)
})

it('works out the hashes above the leaves, also of those that come later', async () => {
  const leaves: Uint8Array[] = []
  const hashes = hashesFrom(leaves)
  const grow = (to: number) => {
    while (leaves.length < to) leaves.push(leafHash(utf8(String(leaves.length))))
  }
  for (const size of [1, 255, 256, 257, 700, 66_000]) {
    grow(size)
    expect(hex(await treeRoot(size, hashes))).toBe(hex(rootOf(leaves)))
  }
  expect(hex((await hashes(1, 1, 2))[0]!)).toBe(hex(rootOf(leaves.slice(256, 512))))
  expect(await hashes(2, 1, 2)).toEqual([])
  expect(hex(await treeRoot(300, hashes))).toBe(hex(rootOf(leaves.slice(0, 300))))
})
