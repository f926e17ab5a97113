import { expect, it } from 'vitest'

import { organisationIn } from '#app/domain/imports/package-organisation.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'

const source = {
  title: 'Kept',
  homepage: 'https://first.example/en/data',
  log: { size: 7, root: 'cm9vdA==' },
  declarations: new Map(),
}
const values = {
  id: 'org_abc',
  names: { sw: 'Wizara', en: 'Ministry' },
  lang: 'sw',
  group: 'government',
  country: 'KE',
  website: 'https://ministry.example',
  identifier: 'ror:05a0',
  externalId: '',
  invented: false,
}
function read(changes: Partial<Record<keyof typeof values, unknown>> = {}, cells = {}) {
  const problems: ImportProblem[] = []
  const row = { file: 'organisations.csv', row: 2, cells, values: { ...values, ...changes } }
  const found = organisationIn(row, source, (problem) => void problems.push(problem))
  return { found, problems: problems.map(({ column }) => column) }
}

it('is the organisation as its register has it, waiting to be verified here', () => {
  const { externalId: _, ...said } = values
  expect(read()).toEqual({
    found: [
      {
        organisation: {
          ...said,
          state: 'registered',
          identityCheck: 'Kept, https://first.example',
        },
        externalId: null,
        suspended: null,
        joinedAt: '',
      },
    ],
    problems: [],
  })
  const [one] = read({ country: 'worldwide', identifier: '', externalId: 'plan/x' }).found
  expect(one).toMatchObject({
    organisation: { country: null, identifier: null },
    externalId: 'plan/x',
  })
})

it('keeps a suspension with its reason, and takes none without', () => {
  const cells = { state: 'suspended', suspendedReason: 'It does not answer.' }
  expect(read({}, cells).found[0]?.suspended).toBe('It does not answer.')
  expect(read({}, { state: 'suspended', suspendedReason: ' ' }).problems).toEqual([
    'suspendedReason',
  ])
})

it.each([
  ['id', 'cmt_abc'],
  ['names', { xx: 'Somebody' }],
  ['names', { en: 'Ministry' }],
  ['lang', 'xx'],
  ['country', '150'],
  ['website', 'javascript:alert(1)'],
  ['identifier', 'isbn:1'],
] as const)('its %s cannot be %o', (column, value) => {
  expect(read({ [column]: value }).problems).toEqual([column])
})
