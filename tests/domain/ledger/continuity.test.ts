import { expect, it } from 'vitest'

import { utf8 } from '#app/domain/ledger/bytes.ts'
import { findBreak } from '#app/domain/ledger/continuity.ts'
import { emptyRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'

const leaves = Array.from({ length: 9 }, (_, i) => leafHash(utf8(`entry ${i}`)))
const others = leaves.with(3, leafHash(utf8('another entry 3')))
const stateOf = (of: readonly Uint8Array[], size: number) => ({
  size,
  root: rootOf(of.slice(0, size)),
})
const held = (of: readonly Uint8Array[]) => (_: number, start: number, end: number) =>
  Promise.resolve(of.slice(start, end))

it('finds nothing where every state that was signed is a beginning of what is held', async () => {
  const states = [0, 1, 4, 8, 9].map((size) => stateOf(leaves, size))
  expect(states[0]?.root).toEqual(emptyRoot)
  expect(await findBreak(states, 9, held(leaves))).toBeUndefined()
  expect(await findBreak([], 0, held([]))).toBeUndefined()
})

it('finds entries missing, whatever the rest says', async () => {
  expect(await findBreak([stateOf(leaves, 9)], 8, held(leaves.slice(0, 8)))).toEqual({
    code: 'entries-missing',
    signed: 9,
    held: 8,
  })
})

it('finds another history at the same size and under more entries, not before it parts', async () => {
  const broken = (size: number) => findBreak([stateOf(leaves, size)], 9, held(others))
  expect(await broken(3)).toBeUndefined()
  for (const size of [4, 8, 9])
    expect(await broken(size)).toEqual({ code: 'history-differs', signed: size, held: 9 })
})

it('asks every state', async () => {
  const states = [stateOf(leaves, 2), stateOf(others, 5)]
  expect(await findBreak(states, 9, held(leaves))).toMatchObject({ signed: 5 })
})
