import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import {
  clauseOf,
  clausesOf,
  declarationSchema,
  stakeholderGroups,
} from '#app/domain/declarations/declaration.ts'
import { declaration, settings } from '#tests/support/facts.ts'

const qingdao = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')),
)

it('reads the Qingdao Declaration as it was brought in', () => {
  expect(qingdao).toMatchObject({ key: 'qd2015', code: 'QD', settings })
  const keys = clausesOf(qingdao).map(({ key }) => key)
  expect(keys).toContain('qd2015/oer/1')
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every((key) => key.startsWith('qd2015/'))).toBe(true)
})

it('cites each clause by its theme and place, and leaves the preamble out', () => {
  const preamble = declaration.themes[0]!.clauses.slice(0, 1)
  const cited = clausesOf({ ...declaration, preamble })
  expect(cited.map(({ number, key }) => [number, key])).toEqual([
    ['1.1', 'td2020/access/1'],
    ['1.2', 'td2020/access/2'],
    ['2.1', 'td2020/quality/1'],
  ])
  expect(cited[2]?.theme).toEqual({ number: 2, title: { en: 'Quality' } })
})

it('finds a clause by its key alone', () => {
  expect(clauseOf(declaration, 'td2020/access/2')?.number).toBe('1.2')
  expect(clauseOf(declaration, 'td2020/access')).toBeUndefined()
  expect(clauseOf(declaration, 'qd2015/oer/1')).toBeUndefined()
})

it('addresses seven groups', () => {
  expect(stakeholderGroups).toHaveLength(7)
})

it('takes no declaration without themes, clauses, addressees or settings', () => {
  const faulty = [
    { ...declaration, themes: [] },
    { ...declaration, themes: [declaration.themes[0], declaration.themes[0]] },
    { ...declaration, themes: [{ ...declaration.themes[0], clauses: [] }] },
    { ...declaration, settings: { ...settings, replyWithinDays: 0 } },
    { ...declaration, settings: undefined },
    { ...declaration, key: 'TD 2020' },
    { ...declaration, code: 'td' },
    {
      ...declaration,
      themes: [
        {
          ...declaration.themes[0],
          clauses: [{ ...declaration.themes[0]!.clauses[0], addressees: [] }],
        },
      ],
    },
  ]
  expect(faulty.filter((one) => declarationSchema.safeParse(one).success)).toEqual([])
  expect(declarationSchema.parse(declaration)).toEqual(declaration)
})
