import { expect, it } from 'vitest'

import { parseMapping, type ImportMapping } from '#app/domain/imports/mapping.ts'

import { mappingFrom } from './files.ts'

const canada = mappingFrom('canada-nap6/mapping.json')
const plain = mappingFrom('examples/plain.mapping.json')

/** What is said of a mapping changed in one place. */
function faults(mapping: ImportMapping, change: (changed: ImportMapping) => void): string[] {
  const changed = structuredClone(mapping)
  change(changed)
  const parsed = parseMapping(JSON.stringify(changed))
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path}: ${code}`)
}

it('takes the two mappings that come with the register', () => {
  expect(canada.languages).toEqual(['en', 'fr'])
  expect(plain.levels.indicator).toBeUndefined()
  expect(faults(canada, () => undefined)).toEqual([])
})

it('refuses what is not JSON or not a mapping', () => {
  expect(parseMapping('{')).toEqual({ ok: false, problems: [{ path: '', code: 'not-json' }] })
  const empty = parseMapping('{}')
  expect(empty.ok ? [] : empty.problems).toContainEqual({ path: 'key', code: 'missing' })
  expect(parseMapping('[]').ok).toBe(false)
})

it('names a field nobody reads, so that a slip of the pen is not passed over', () => {
  expect(faults(plain, (m) => Object.assign(m.levels.milestone, { tittle: 'title' }))).toEqual([
    'levels.milestone.tittle: unknown-field',
  ])
})

it('wants every text in every language of the table', () => {
  const drop = (texts: Record<string, string> | undefined) => {
    if (texts) delete texts['fr']
  }
  expect(faults(canada, (m) => drop(m.deadlines[0]?.reading))).toEqual([
    'deadlines.0.reading.fr: missing',
  ])
  expect(faults(canada, (m) => drop(m.levels.indicator?.words))).toEqual([
    'levels.indicator.words.fr: missing',
  ])
  expect(faults(canada, (m) => drop(m.organisations['government-of-canada']?.names))).toEqual([
    'organisations.government-of-canada.names.fr: missing',
  ])
  const { responsible } = canada.levels.milestone
  if (responsible === undefined || 'columns' in responsible) throw new Error('names wanted')
  const names = { ...responsible.names, jus: { en: 'Justice' } }
  expect(
    faults(canada, (m) => {
      m.levels.milestone.responsible = { ...responsible, names }
    }),
  ).toEqual(['levels.milestone.responsible.names.jus.fr: missing'])
})

it('refuses texts in a language the table is not in, and languages nobody writes', () => {
  expect(
    faults(plain, (m) => {
      m.levels.commitment.title['fr'] = 'titre'
    }),
  ).toEqual(['levels.commitment.title.fr: language-not-listed'])
  expect(faults(plain, (m) => Object.assign(m, { languages: ['tlh'] }))).toContain(
    'languages.0: not-a-language',
  )
})

it('wants a due date, a unit and a target where no indicators measure', () => {
  expect(
    faults(plain, ({ levels: { milestone } }) => {
      delete milestone.due
      delete milestone.unit
      delete milestone.target
    }),
  ).toEqual([
    'levels.milestone.due: missing',
    'levels.milestone.unit: missing',
    'levels.milestone.target: missing',
  ])
})

it('refuses a second measure beside the count of indicators', () => {
  expect(
    faults(canada, (m) => {
      m.levels.milestone.target = 'target'
    }),
  ).toEqual(['levels.milestone.target: counted-by-indicators'])
})

it('refuses a lead it does not define, an end before the start, and places that are none', () => {
  expect(
    faults(canada, ({ levels: { commitment } }) => {
      commitment.lead = { organisation: 'nobody' }
      commitment.endOn = '2024-12-31'
    }),
  ).toEqual([
    'levels.commitment.lead.organisation: unknown-organisation',
    'levels.commitment.endOn: end-before-start',
  ])
  expect(
    faults(canada, (m) => {
      m.levels.commitment.places = ['CA', '001']
    }),
  ).toEqual(['levels.commitment.places.1: not-a-place'])
  expect(
    faults(plain, (m) =>
      Object.assign(m.organisations['invented-ministry'] ?? {}, { country: 'XX' }),
    ),
  ).toEqual(['organisations.invented-ministry.country: not-a-country'])
})

it('refuses a key that could not stand in an external id', () => {
  expect(
    faults(plain, (m) => {
      m.key = 'Two words'
    }),
  ).toEqual(['key: not-a-key'])
})
