import { parseWithZod } from '@conform-to/zod/v4'
import { expect, it } from 'vitest'
import { z } from 'zod'

import { fieldErrors, fieldId, formState } from '#app/ui/form/form-state.ts'

const schema = z.object({
  title: z.string({ error: 'missing' }).min(10, 'too-short'),
  countries: z.array(z.string()).min(1, 'too-few'),
  milestones: z.array(z.object({ title: z.string({ error: 'missing' }), due: z.string() })),
})

function post(entries: [string, string][]) {
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  return parseWithZod(body, { schema })
}

it('what was typed comes back, wrong or not, with what is wrong', () => {
  const form = formState(
    post([
      ['title', 'Train'],
      ['countries', 'KE'],
      ['countries', 'ML'],
      ['milestones[0].due', '30 June'],
    ]).reply(),
    { title: 'What is stored' },
  )
  expect(form.field('title')).toMatchObject({ value: 'Train', errors: ['too-short'] })
  expect(form.field('countries').values).toEqual(['KE', 'ML'])
  expect(form.field('milestones[0].due')).toMatchObject({ value: '30 June', errors: [] })
  expect(form.field('milestones[0].title')).toEqual({
    id: 'f-milestones-0-title',
    name: 'milestones[0].title',
    value: '',
    values: [],
    errors: ['missing'],
  })
  expect(form.failed).toBe(true)
})

it('an answer emptied on purpose stays empty', () => {
  const form = formState(post([['title', '']]).reply(), { title: 'What is stored' })
  expect(form.field('title').value).toBe('')
})

it('before anything is sent the form shows what is stored', () => {
  const form = formState(undefined, {
    title: 'Stored',
    agreed: true,
    target: 0,
    milestones: [{ due: '2027-06-30' }],
  })
  expect(form.field('title').value).toBe('Stored')
  expect(form.field('target').value).toBe('0')
  expect(form.field('agreed').values).toEqual(['on'])
  expect(form.field('milestones[0].due').value).toBe('2027-06-30')
  expect(form.field('milestones[7].due').value).toBe('')
  expect(form.failed).toBe(false)
})

it('each problem leads to its field; one of the whole form leads nowhere', () => {
  const reply = post([['title', 'Train twelve thousand']]).reply({ formErrors: ['not-open'] })
  expect(formState(reply).problems).toContainEqual({ name: '', href: undefined, code: 'not-open' })
  expect(fieldErrors(reply, '')).toEqual(['not-open'])
  expect(fieldErrors(undefined, 'title')).toEqual([])
})

it('names inherited by every object are not answers', () => {
  expect(formState(undefined, {}).field('constructor').value).toBe('')
  expect(formState(undefined, {}).field('__proto__.x').value).toBe('')
})

it('an id is made of what CSS and addresses accept', () => {
  expect(fieldId('milestones[0].title')).toBe('f-milestones-0-title')
  expect(fieldId('title')).toBe('f-title')
})
