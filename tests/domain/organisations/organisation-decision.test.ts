import { expect, it } from 'vitest'

import {
  movesOf,
  organisationDecisionInput,
} from '#app/domain/organisations/organisation-decision.ts'
import { organisationStates } from '#app/domain/organisations/organisation-state.ts'
import { each } from '#tests/support/facts.ts'

it('offers the moves of the state table and no others', () => {
  expect(each(organisationStates, movesOf)).toEqual({
    registered: ['verify', 'refuse'],
    verified: ['suspend'],
    refused: [],
    suspended: ['reinstate'],
  })
})

it('asks for a reason for everything but verifying', () => {
  const says = (typed: object) => {
    const parsed = organisationDecisionInput.safeParse(typed)
    return parsed.success ? 'ok' : parsed.error.issues.map(({ message }) => message).join()
  }
  expect(says({ move: 'verify' })).toBe('ok')
  for (const move of ['refuse', 'suspend', 'reinstate']) {
    expect(says({ move })).toBe('missing')
    expect(says({ move, reason: 'Bad.' })).toBe('too-short')
    expect(says({ move, reason: 'The site does not exist.' })).toBe('ok')
  }
  expect(says({ move: 'promote', reason: 'The site does not exist.' })).toBe('missing')
})
