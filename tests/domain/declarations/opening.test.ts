import { expect, it } from 'vitest'

import { openDeclaration } from '#app/domain/declarations/opening.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { answer, declaration } from '#tests/support/facts.ts'

it('puts the whole text on the record, theme by theme', () => {
  const preamble = declaration.themes[0]!.clauses
  const opened = openDeclaration({ ...declaration, preamble }, cast.administrator, NOW)
  const { themes, ...head } = declaration
  const { preamble: _none, ...said } = head
  expect(answer(opened, (v) => v.act)).toMatchObject({
    kind: 'declaration.opened',
    subject: 'td2020',
    by: { role: 'administrator' },
    fields: {
      head: said,
      themeOrder: ['access', 'quality'],
      preamble,
      'theme.access': themes[0],
      'theme.quality': themes[1],
    },
  })
})

it('says nothing of a preamble there is not', () => {
  const opened = openDeclaration(declaration, cast.administrator, NOW)
  expect(answer(opened, (v) => Object.keys(v.act.fields))).toEqual([
    'head',
    'themeOrder',
    'theme.access',
    'theme.quality',
  ])
})

it('is an administrator’s to do', () => {
  for (const actor of [cast.person, cast.focalPoint, cast.coordinator])
    expect(answer(openDeclaration(declaration, actor, NOW))).toBe('administrator-only')
})
