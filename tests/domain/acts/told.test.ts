import { expect, it } from 'vitest'

import { readTold, TOLD, toldField } from '#app/domain/acts/told.ts'

const from = { register: 'https://first.example', size: 7, root: 'cm9vdA==' }

it('an act says when it was done elsewhere, and reads back as that', () => {
  const at = '2026-01-01T09:00:00Z'
  expect(readTold(toldField(from, at)[TOLD])).toEqual({ at, ...from })
})

it('what says so in no such way was done here', () => {
  for (const said of [undefined, null, '2026-01-01', { at: 'yesterday', ...from }, { ...from }])
    expect(readTold(said)).toBeUndefined()
})
