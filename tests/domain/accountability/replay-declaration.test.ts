import { expect, it } from 'vitest'

import { declarationFromActs } from '#app/domain/accountability/replay-declaration.ts'
import { openDeclaration } from '#app/domain/declarations/opening.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { declaration } from '#tests/support/facts.ts'
import { opened, saying } from '#tests/support/opened.ts'
import { allowed, outcomeOf } from '#tests/support/replayed.ts'

const open = (of = declaration) => allowed(openDeclaration(of, cast.administrator, NOW)).act
const made = (acts: ReturnType<typeof opened>) => outcomeOf(declarationFromActs(acts), (it) => it)

it('rebuilds the whole text, clause by clause, in its order', () => {
  const [first, second] = declaration.themes
  const preamble = [{ ...first!.clauses[0]!, key: 'td2020/preamble/1' }]
  const backwards = { ...declaration, preamble, themes: [second!, first!] }
  const acts = opened([open(backwards)])
  expect(made(acts)).toEqual({
    ...backwards,
    openedAt: '2026-11-23T10:00:00Z',
    entries: [expect.objectContaining({ index: 0, act: 'declaration.opened' })],
  })
  expect(made(opened([open()]))).toMatchObject(declaration)
})

it('names what it cannot read', () => {
  const [act] = opened([open()])
  expect(made([])).toBe('act-out-of-order 0')
  expect(made(opened([open(), open()]))).toBe('act-out-of-order 1')
  expect(made([saying(act!, { 'theme.quality': undefined })])).toBe('act-unreadable 0 themes.1')
  expect(made([saying(act!, { themeOrder: undefined })])).toBe('act-unreadable 0 themeOrder')
  expect(made([{ ...act!, entry: { ...act!.entry, subject: 'td2021' } }])).toBe(
    'act-unreadable 0 head.key',
  )
})
