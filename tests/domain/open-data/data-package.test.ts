import { expect, it } from 'vitest'

import { dataPackage } from '#app/domain/open-data/data-package.ts'
import { registerTables } from '#app/domain/open-data/register-tables.ts'
import { descriptorProblems, type Descriptor } from '#tests/support/validated.ts'

const facts = {
  origin: 'https://kept.example',
  title: 'Kept',
  says: 'Everything.',
  declarations: [],
  log: { size: 7, root: 'cm9vdA==' },
  created: new Date('2026-03-04T05:06:07Z'),
}
const read = (said: object) => JSON.parse(JSON.stringify(said)) as Descriptor

it('is a valid descriptor that lists every table with its columns and keys', () => {
  const descriptor = read(dataPackage(facts))
  expect(descriptorProblems(descriptor)).toEqual([])
  expect(descriptor.resources.map(({ name }) => name)).toEqual([
    ...registerTables.map(({ name }) => name),
    'declarations-whole',
  ])
  const milestones = descriptor.resources.find(({ name }) => name === 'milestones')
  expect(milestones?.schema.primaryKey).toEqual(['id'])
  expect(milestones?.schema.foreignKeys).toEqual([
    { fields: ['commitment'], reference: { resource: 'commitments', fields: ['number'] } },
  ])
})

it('a descriptor without resources, or with a field of no known type, is found out', () => {
  expect(descriptorProblems({ resources: [] })).not.toEqual([])
  const descriptor = read(dataPackage(facts))
  for (const field of descriptor.resources[0]?.schema.fields ?? []) field.type = 'poem'
  expect(descriptorProblems(descriptor)).not.toEqual([])
})

it('states the log it was made from, how far that grew, and each licence once', () => {
  const own = { name: 'CC0-1.0', title: 'CC0', url: 'https://licence.example' }
  const said = dataPackage({
    ...facts,
    declarations: [{}, { licence: own }, {}],
    grewTo: 9,
  })
  expect(said.log).toEqual({ size: 7, root: 'cm9vdA==', grewTo: 9 })
  expect(said.licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0', 'CC0-1.0'])
  expect(dataPackage(facts).log).toEqual(facts.log)
})

it('keys are columns, references point to keys of tables that are there, names are plain', () => {
  const byName = new Map(registerTables.map((one) => [one.name, one]))
  for (const { name, fields, primaryKey, refers } of registerTables) {
    expect(name).toMatch(/^[a-z0-9-]+$/)
    for (const column of [...primaryKey, ...refers.flatMap((one) => one.fields)])
      expect([name, Object.hasOwn(fields, column)]).toEqual([name, true])
    for (const { to, toFields } of refers)
      expect([name, to, byName.get(to)?.primaryKey]).toEqual([name, to, toFields])
    for (const [column, { says }] of Object.entries(fields))
      expect([name, column, says.endsWith('.')]).toEqual([name, column, true])
  }
})
