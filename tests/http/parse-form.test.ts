import { expect, it } from 'vitest'
import { z } from 'zod'

import { milestonesStep, placesStep } from '#app/domain/commitments/terms.ts'
import { parseForm } from '#app/http/parse-form.ts'

const formOf = (...fields: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
const errorsOf = (form: FormData, schema: z.ZodType, lists: string[] = []) =>
  parseForm(form, schema, { lists }).reply().error

it('shows the schema what was typed: nothing is guessed into a number, nothing dropped', () => {
  const schema = z.object({ a: z.string(), b: z.string() })
  const submission = parseForm(formOf(['a', '007'], ['b', '']), schema)
  expect(submission).toMatchObject({ status: 'success', value: { a: '007', b: '' } })
})

it('reads a list ticked once as a list', () => {
  const schema = z.object({ places: z.array(z.string()) })
  expect(parseForm(formOf(['places', 'KE']), schema, { lists: ['places'] })).toMatchObject({
    value: { places: ['KE'] },
  })
  expect(
    parseForm(formOf(['places', 'KE'], ['places', 'UG']), schema, { lists: ['places'] }),
  ).toMatchObject({ value: { places: ['KE', 'UG'] } })
})

it('ends lines as everybody but browsers does', () => {
  const submission = parseForm(formOf(['text', 'one\r\ntwo']), z.object({ text: z.string() }))
  expect(submission).toMatchObject({ value: { text: 'one\ntwo' } })
})

it('speaks in codes only, those of a union’s branches included', () => {
  const milestone = (baseline: string): [string, string][] => [
    ['milestones[0].title', 'x'],
    ['milestones[0].dueOn', '2027-01-01'],
    ['milestones[0].unit', 'x'],
    ['milestones[0].target', '1'],
    ['milestones[0].baseline', baseline],
  ]
  expect(errorsOf(formOf(...milestone('abc')), milestonesStep)).toEqual({
    'milestones[0].baseline': ['not-a-number'],
  })
  expect(errorsOf(formOf(...milestone('')), milestonesStep)).toBeUndefined()
  expect(errorsOf(formOf(['scope', 'worldwide']), placesStep)).toEqual({
    beneficiaries: ['missing'],
  })
  expect(errorsOf(formOf(), z.object({ list: z.array(z.string()) }))).toEqual({ list: ['missing'] })
  expect(errorsOf(formOf(['n', 'x']), z.object({ n: z.literal('y') }))).toEqual({ n: ['invalid'] })
})
