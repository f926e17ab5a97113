import { expect, it } from 'vitest'

import { changeIn } from '#app/domain/audit/change.ts'

it('says before, after and why, from what the act holds or what its kind means', () => {
  const fields = { before: { coordinator: false }, after: { coordinator: true }, reason: 'Elected' }
  expect(changeIn('coordinator.appointed', fields)).toEqual({
    before: 'coordinator: false',
    after: 'coordinator: true',
    reason: 'Elected',
  })
  expect(changeIn('org.suspended', { reason: 'Taken over' })).toEqual({
    before: 'verified',
    after: 'suspended',
    reason: 'Taken over',
  })
  expect(changeIn('member.invited', {})).toBeUndefined()
})
