import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { splitCsv } from '#app/adapters/tables/csv.server.ts'
import { importFiles } from '#app/use-cases/imports/import-files.server.ts'
import { world } from '#tests/support/world.ts'

const mapping = readFileSync('declarations/examples/plain.mapping.json', 'utf8')
const table = readFileSync('declarations/examples/plain.csv', 'utf8')

it('takes a table as spreadsheets write it: byte order mark, line ends, semicolons', async () => {
  const w = await world()
  const dryRun = { dryRun: true }
  const as = w.as(w.coordinator)
  const counts = { commitments: 2, milestones: 3, indicators: 0 }
  for (const text of [table, `\u{feff}${table}`, table.replaceAll('\n', '\r\n')])
    expect(await importFiles(as, { table: text, mapping }, dryRun)).toMatchObject({
      value: { counts },
    })
  const split = splitCsv(table)
  const records = split.ok ? split.records : []
  const lines = records.map((cells) => cells.map((cell) => `"${cell}"`).join(';'))
  expect(await importFiles(as, { table: lines.join('\n'), mapping }, dryRun)).toMatchObject({
    value: { counts },
  })
})

it('names the row where quotation marks break', async () => {
  const w = await world()
  const broken = `${table}\nEX-3,"never closed`
  const answer = await importFiles(w.as(w.coordinator), { table: broken, mapping })
  expect(answer).toMatchObject({ ok: false, problems: [{ code: 'broken-quotes', column: '' }] })
})

it('names what is wrong with a mapping by its place', async () => {
  const w = await world()
  const as = w.as(w.coordinator)
  expect(await importFiles(as, { table, mapping: 'no JSON' })).toEqual({
    ok: false,
    code: 'mapping-problems',
    problems: [{ path: '', code: 'not-json' }],
  })
  const wrong = mapping.replace('"group": "government"', '"group": "gouvernement"')
  expect(await importFiles(as, { table, mapping: wrong })).toMatchObject({
    problems: [{ path: 'organisations.invented-ministry.group', code: 'not-allowed' }],
  })
})

it('reports an empty table', async () => {
  const w = await world()
  expect(await importFiles(w.as(w.coordinator), { table: '', mapping })).toMatchObject({
    problems: [{ code: 'empty-file' }],
  })
})
