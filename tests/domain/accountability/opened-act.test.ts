import { expect, it } from 'vitest'
import { z } from 'zod'

import {
  entryOfAct,
  openedAct,
  readAs,
  replaying,
  said,
  unreplayable,
} from '#app/domain/accountability/opened-act.ts'
import { base64 } from '#app/domain/ledger/bytes.ts'
import { DisclosureError } from '#app/domain/ledger/disclosure.ts'
import { readEntry, sealEntry } from '#app/domain/ledger/entry.ts'
import { opened } from '#tests/support/opened.ts'
import { publishing } from '#tests/support/replayed.ts'

const { leaf, leafHash, disclosures } = sealEntry({
  act: 'commitment.closed',
  actor: { org: undefined, role: 'register' },
  at: new Date('2026-11-23T10:00:00Z'),
  clauses: [],
  id: 'act_1',
  prev: undefined,
  subject: 'cmt_1',
  fields: { closed: true, note: null },
  salts: (() => {
    let n = 0
    return () => new Uint8Array(32).fill((n += 1))
  })(),
})
const texts = disclosures.map(({ disclosure }) => disclosure)
const act = openedAct(41, readEntry(leaf), leaf, texts)

it('opens an entry with the hash worked out from its bytes', () => {
  expect([...act.fields]).toEqual([
    ['closed', true],
    ['note', null],
  ])
  expect(entryOfAct(act)).toEqual({
    index: 41,
    act: 'commitment.closed',
    subject: 'cmt_1',
    at: '2026-11-23T10:00:00Z',
    leafHash: base64(leafHash),
  })
  expect(() => openedAct(41, readEntry(leaf), leaf, ['nonsense'])).toThrow(DisclosureError)
})

it('reads fields in a shape, and leaves out what the shape does not name', () => {
  expect(said(act, z.object({ closed: z.boolean() }))).toEqual({ closed: true })
  const shape = z.object({ inner: z.object({ n: z.number() }) })
  const wrong = replaying(() => readAs(act, shape, { inner: { n: 'x' } }, 'field'))
  expect(wrong).toEqual({
    ok: false,
    problem: { code: 'act-unreadable', index: 41, where: 'field.inner.n' },
  })
})

it('tells the problem of an act it cannot follow, and hides no other fault', () => {
  expect(replaying(() => 7)).toEqual({ ok: true, value: 7 })
  expect(replaying(() => unreplayable('act-unknown', { index: 3 }))).toEqual({
    ok: false,
    problem: { code: 'act-unknown', index: 3, where: '' },
  })
  const fault = new TypeError('ours')
  expect(() =>
    replaying(() => {
      throw fault
    }),
  ).toThrow(fault)
})

it('opens what the register seals', () => {
  const [publish] = opened([publishing()])
  expect(publish!.fields.get('number')).toBe('TD-2026-0001')
})
