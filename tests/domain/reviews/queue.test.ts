import { expect, it } from 'vitest'

import { queueKindOf, queueKinds } from '#app/domain/reviews/queue.ts'

it('knows each kind by its name and takes anything else for no filter', () => {
  expect(queueKinds.map(queueKindOf)).toEqual([...queueKinds])
  expect([null, undefined, '', 'everything'].map(queueKindOf)).toEqual(Array(4).fill(undefined))
})
