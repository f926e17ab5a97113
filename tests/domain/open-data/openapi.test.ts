import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'

import { apiOperations } from '#app/domain/open-data/api.ts'
import { apiSchemas, openApiDocument } from '#app/domain/open-data/openapi.ts'

const copy = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>

it('is a valid description in OpenAPI 3.1', async () => {
  const document = copy(openApiDocument('https://kept.example'))
  const validator = new Validator()
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(await new Validator().validate({ ...document, paths: 1 })).toMatchObject({ valid: false })
})

it('refers to nothing that is not in it', () => {
  const document = openApiDocument('https://kept.example')
  const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)]
  expect(named.length).toBeGreaterThan(40)
  for (const [, place = ''] of named) {
    const [kind, name] = place.split('/') as [keyof typeof document.components, string]
    expect(Object.keys(document.components[kind])).toContain(name)
  }
})

it('describes every operation and every parameter', () => {
  const { paths } = openApiDocument('https://kept.example')
  expect(Object.keys(paths)).toEqual(apiOperations.map(({ path }) => path))
  for (const { get } of Object.values(paths)) {
    expect(get.summary).toMatch(/\.$/)
    for (const { description, name, required } of get.parameters) {
      expect([name, description]).toEqual([name, expect.stringMatching(/\w\.$/)])
      expect(required).toBe(['number', 'id', 'key'].includes(name))
    }
  }
})

it('names shapes that are used in several places once', () => {
  const { CommitmentList, Commitment } = apiSchemas()
  expect(CommitmentList?.properties?.['items']?.items?.$ref).toBe(
    '#/components/schemas/CommitmentSummary',
  )
  expect(Commitment?.properties?.['entries']?.items?.$ref).toBe('#/components/schemas/LogEntry')
})
