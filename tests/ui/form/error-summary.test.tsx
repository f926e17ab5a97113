import { expect, it } from 'vitest'

import { Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState } from '#app/ui/form/form-state.ts'
import { DateField, TextField } from '#app/ui/form/text-fields.tsx'
import { said, words } from '#tests/support/said.tsx'

const form = formState({
  status: 'error',
  initialValue: {},
  error: {
    title: ['missing'],
    'milestones[1].due': ['not-a-date'],
    kind: ['not-chosen'],
    '': ['changed-meanwhile'],
  },
})
const labels = { title: 'Title', 'milestones[].due': 'Due date', kind: 'Kind' }
const summary = said(<ErrorSummary form={form} labels={labels} />)
const fields = said(
  <>
    <TextField {...form.field('title')} label={labels.title} />
    <DateField {...form.field('milestones[1].due')} label={labels['milestones[].due']} />
    <Radios
      {...form.field('kind')}
      label={labels.kind}
      options={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
    />
  </>,
)

it('each line leads to a control that is there and says what is said beside it', () => {
  const lines = [...summary.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)]
  expect(lines).toHaveLength(3)
  for (const [, id, line] of lines) {
    expect(fields).toMatch(new RegExp(`<input[^>]* id="${id}"|<input id="${id}"`))
    expect(fields).toContain(`</span>${line}</p>`)
  }
})

it('the reader is put before it, and it is announced', () => {
  expect(summary).toMatch(/^<div class="error-summary" role="alert"/)
  expect(summary).toContain('tabindex="-1"')
  expect(summary).toContain('autofocus=""')
})

it('what is wrong with the whole form is a line without a link', () => {
  expect(summary).toContain(
    '<li>Somebody changed this while you were working. Look at it again</li>',
  )
})

it('a form without problems has no summary', () => {
  expect(said(<ErrorSummary form={formState(undefined)} labels={labels} />)).toBe('')
})

it('a control names its hint and its error', () => {
  expect(fields).toContain('aria-describedby="f-milestones-1-due-hint f-milestones-1-due-error"')
  expect(words(fields)).toContain('Error: Fill in “Title”')
})
