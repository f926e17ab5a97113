import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { coverageOf } from '#app/domain/browsing/coverage.ts'
import { declarationSchema, stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { coverageColumns, coverageData } from '#app/domain/open-data/coverage.ts'
import { csvHeader, csvRow } from '#app/domain/open-data/csv.ts'

const declaration = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')),
)
const one = (clause: string | null, group: string) =>
  clause === 'qd2015/oer/1' && group === 'academia' ? 3 : 0
const none = () => 0
const data = coverageData(
  coverageOf(declaration, { made: one, due: one, kept: none, silent: none }),
)

it('has every cell, clause by clause, and says which of them are gaps', () => {
  expect(data).toHaveLength(17 * stakeholderGroups.length)
  expect(data.filter(({ clause }) => clause === 'qd2015/oer/1')).toMatchObject([
    { group: 'government', number: '2.1', made: 0, addressed: true, gap: true },
    { group: 'intergovernmental', gap: true },
    { group: 'civil-society', gap: true },
    { group: 'teacher-organisation', gap: true },
    { group: 'private-sector', addressed: false, gap: false },
    { group: 'academia', made: 3, due: 3, kept: 0, silent: 0, addressed: true, gap: false },
    { group: 'development-partner', addressed: false, gap: false },
  ])
})

it('is a table with the same columns', () => {
  expect(csvHeader(coverageColumns)).toBe(
    'clause,number,group,addressed,made,due,kept,silent,gap\r\n',
  )
  const row = data.find(({ made }) => made > 0)
  expect(row && csvRow(coverageColumns, row)).toBe(
    'qd2015/oer/1,2.1,academia,true,3,3,0,0,false\r\n',
  )
})
