import { describe, expect, it } from 'vitest'

import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { organisationStates } from '#app/domain/organisations/organisation-state.ts'
import { locales } from '#app/domain/shared/language.ts'
import {
  AssuranceTag,
  OrganisationMark,
  StatusMark,
  statusGlyphs,
  type Status,
} from '#app/ui/data/status-mark.tsx'
import { said, words } from '#tests/support/said.tsx'

describe.each(Object.keys(statusGlyphs) as Status[])('%s', (status) => {
  it('is a shape and a word, in a tag and in a table', () => {
    for (const compact of [true, false]) {
      const mark = said(<StatusMark status={status} compact={compact} />)
      expect(mark).toContain(`href="#g-${statusGlyphs[status]}"`)
      expect(words(mark)).toMatch(/\p{L}{3,}/u)
    }
  })
})

it.each(locales)('no two outcomes share a shape or, in %s, a word', (locale) => {
  const marks = outcomes.map((status) => said(<StatusMark status={status} />, locale))
  expect(new Set(marks.map(words)).size).toBe(outcomes.length)
  expect(new Set(outcomes.map((status) => statusGlyphs[status])).size).toBe(outcomes.length)
})

it('how far a claim is checked has shapes no outcome has', () => {
  const shapes = assurances.map(
    (assurance) => /#g-([a-z]+)/.exec(said(<AssuranceTag assurance={assurance} />))?.[1],
  )
  expect(new Set(shapes).size).toBe(assurances.length)
  expect(shapes.filter((shape) => outcomes.some((one) => statusGlyphs[one] === shape))).toEqual([])
})

it.each(locales)('the states of an organisation have a word each in %s', (locale) => {
  const marks = organisationStates.map((state) =>
    words(said(<OrganisationMark state={state} />, locale)),
  )
  expect(new Set(marks).size).toBe(organisationStates.length)
})

it.each([
  ['fr', 'Refusée', 'A refusé'],
  ['es', 'Rechazada', 'Ha rechazado'],
  ['ru', 'Отклонена', 'Отказалась'],
  ['ar', 'لم تُقبل', 'رفضت'],
] as const)('in %s an organisation is refused, and a partner refuses', (locale, itIs, itDoes) => {
  expect(words(said(<OrganisationMark state="refused" />, locale))).toBe(itIs)
  expect(words(said(<StatusMark status="refused" />, locale))).toBe(itDoes)
})
