import { expect, it } from 'vitest'

import { doneIn, doneKey } from '#app/ui/layout/done.ts'

it('says what is known to have been done', () => {
  const done = doneIn('http://register.example/en/desk?done=saved')
  expect(done && doneKey(done)).toBe('desk.done.saved')
})

it('says nothing that only an address claims', () => {
  for (const said of ['', 'published', 'constructor', '__proto__', 'saved%20'])
    expect(doneIn(`http://register.example/en/desk?done=${said}`)).toBeUndefined()
})
