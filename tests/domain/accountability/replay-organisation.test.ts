import { expect, it } from 'vitest'

import { organisationFromActs } from '#app/domain/accountability/replay-organisation.ts'
import { actInRole } from '#app/domain/acts/act.ts'
import type { OrganisationState } from '#app/domain/organisations/organisation-state.ts'
import { decideOrganisation, type Organisation } from '#app/domain/organisations/organisation.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { opened, saying } from '#tests/support/opened.ts'
import { allowed, outcomeOf } from '#tests/support/replayed.ts'

const AT = '2026-11-23T10:00:00Z'
const organisation: Organisation = {
  id: 'org_1',
  state: 'registered',
  names: { fr: 'Ministère', en: 'Ministry' },
  lang: 'fr',
  group: 'government',
  country: null,
  website: 'https://ministry.example',
  identifier: null,
  identityCheck: 'We called the number on its official site.',
  invented: false,
}
const decide = (
  state: OrganisationState,
  move: 'verify' | 'suspend' | 'reinstate',
  changes: Partial<Organisation> = {},
) =>
  allowed(
    decideOrganisation(
      { ...organisation, state, ...changes },
      cast.coordinator,
      move,
      'Its site was taken over.',
      NOW,
    ),
  ).act
const verify = decide('registered', 'verify')
const suspend = decide('verified', 'suspend')
const reinstate = decide('suspended', 'reinstate')
const made = (acts: ReturnType<typeof opened>) => outcomeOf(organisationFromActs(acts), (it) => it)

it('rebuilds what a coordinator verified, and nothing of how', () => {
  const acts = opened([verify])
  expect(made(acts)).toEqual({
    id: 'org_1',
    state: 'verified',
    names: { fr: 'Ministère', en: 'Ministry' },
    lang: 'fr',
    group: 'government',
    country: 'worldwide',
    website: 'https://ministry.example',
    identifier: null,
    externalId: null,
    invented: false,
    joinedAt: AT,
    suspendedReason: null,
    entries: [
      { index: 0, act: 'org.verified', subject: 'org_1', at: AT, leafHash: acts[0]!.leafHash },
    ],
  })
  const told = { country: 'KE', identifier: 'ror:1', invented: true }
  expect(made(opened([decide('registered', 'verify', told)]))).toMatchObject(told)
})

it('follows suspension and reinstatement', () => {
  expect(made(opened([verify, suspend]))).toMatchObject({
    state: 'suspended',
    suspendedReason: 'Its site was taken over.',
  })
  expect(made(opened([verify, suspend, reinstate]))).toMatchObject({
    state: 'verified',
    suspendedReason: null,
    joinedAt: AT,
  })
})

it('names the act it cannot follow', () => {
  const stray = actInRole('commitment.closed', 'org_1', cast.coordinator, 'coordinator', NOW)
  expect(made([])).toBe('act-out-of-order 0')
  expect(made(opened([suspend]))).toBe('act-out-of-order 0')
  expect(made(opened([verify, reinstate]))).toBe('act-out-of-order 1')
  expect(made(opened([verify, suspend, suspend]))).toBe('act-out-of-order 2')
  expect(made(opened([verify, verify]))).toBe('act-unknown 1')
  expect(made(opened([verify, stray]))).toBe('act-unknown 1')
  const [first] = opened([verify])
  expect(made([saying(first!, { group: 'friends' })])).toBe('act-unreadable 0 group')
  expect(made([saying(first!, { names: undefined })])).toBe('act-unreadable 0 names')
})
