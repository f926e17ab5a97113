import { expect, it } from 'vitest'

import { privateKinds, publicKinds } from '#app/domain/acts/act.ts'
import { audienceOf, receiptGoesTo } from '#app/domain/notifications/audience.ts'

const kinds = [...publicKinds, ...privateKinds]
const toldTo = (audience: string) =>
  kinds.filter((kind) => audienceOf({ kind }) === audience).toSorted()

it('tells coordinators what waits for them', () => {
  expect(toldTo('coordinators')).toEqual([
    'commitment.submitted',
    'correction.proposed',
    'milestone.reported',
    'org.registered',
    'redaction.proposed',
    'review.proposed',
  ])
})

it('tells an organisation what was decided about it', () => {
  expect(toldTo('organisation')).toEqual([
    'org.refused',
    'org.reinstated',
    'org.suspended',
    'org.verified',
  ])
})

it('tells the lead what others did to its commitment', () => {
  expect(toldTo('lead')).toEqual([
    'commitment.declined',
    'commitment.published',
    'commitment.returned',
    'content.redacted',
    'correction.made',
    'party.accepted',
    'party.consented',
    'party.left',
    'party.refused',
    'review.decided',
    'review.returned',
  ])
})

it('tells an invited organisation that it is asked', () => {
  expect(toldTo('invited-party')).toEqual(['party.invited'])
})

it('tells nobody of drafts and edits', () => {
  for (const kind of ['commitment.drafted', 'commitment.edited', 'report.edited'] as const)
    expect(audienceOf({ kind })).toBeUndefined()
})

it('gives the receipt of a public act to the organisation it was done for', () => {
  const by = (organisationId: string | null) =>
    ({ userId: 'usr_1', organisationId, role: 'focal-point' }) as const
  expect(receiptGoesTo({ kind: 'commitment.withdrawn', by: by('org_1') })).toBe('org_1')
  expect(receiptGoesTo({ kind: 'commitment.edited', by: by('org_1') })).toBeUndefined()
  expect(receiptGoesTo({ kind: 'commitment.published', by: by(null) })).toBeUndefined()
})
