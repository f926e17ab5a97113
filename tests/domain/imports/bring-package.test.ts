import { expect, it } from 'vitest'

import { changesBetween } from '#app/domain/commitments/amendment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { bringInPackaged, publishPackaged } from '#app/domain/imports/bring-package.ts'
import type { Organisation } from '#app/domain/organisations/organisation.ts'
import { cast } from '#tests/support/cast.ts'
import { NOW, terms } from '#tests/support/world.ts'

const provenance = { title: 'Kept', publisher: 'first.example', licence: 'X', notice: 'N' }
const organisation: Organisation = {
  id: 'org_far',
  state: 'registered',
  names: { en: 'M' },
  lang: 'en',
  group: 'government',
  country: 'KE',
  website: '',
  identifier: null,
  identityCheck: 'Kept',
  invented: true,
}
const lead = { id: 'org_far', state: 'verified', group: 'government', invented: true } as const
const first: Terms = { ...terms(), translations: {} }
const second = { ...first, title: 'Another' }
const packaged = {
  row: { file: 'commitments.csv', row: 2, cells: {}, values: {} },
  ...{ id: 'cmt_a', number: 'QD-2026-0001', declaration: 'qd2015', leadId: 'org_far' },
  ...{ externalId: null, provenance, withdrawn: null },
  versions: [
    { terms: first, reason: '', changes: [] },
    { terms: second, reason: 'Clearer.', changes: changesBetween(first, second) },
  ],
}

it('an organisation enters verified by the coordinator, and its source is told', () => {
  const answer = bringInPackaged(
    { organisation, externalId: 'p/x', suspended: null },
    provenance,
    cast.coordinator,
    NOW,
  )
  expect(answer).toMatchObject({
    ok: true,
    value: {
      organisation: { state: 'verified', invented: true },
      registration: { kind: 'org.registered', fields: { provenance, externalId: 'p/x' } },
      verification: { kind: 'org.verified', fields: { provenance, invented: true } },
    },
  })
})

it('each version is an act of the coordinator who imports, under its old number', () => {
  const answer = publishPackaged(packaged, lead, cast.coordinator, NOW)
  if (!answer.ok) throw new Error(answer.code)
  const { published, amended, withdrawal } = answer.value
  expect(published.commitment).toMatchObject({ number: 'QD-2026-0001', version: 1, terms: first })
  expect(published.act).toMatchObject({
    kind: 'commitment.published',
    by: { role: 'coordinator', organisationId: null },
    fields: { number: 'QD-2026-0001', provenance, parties: [] },
  })
  expect(amended).toMatchObject([
    {
      commitment: { version: 2, terms: second },
      reason: 'Clearer.',
      act: { kind: 'commitment.amended', fields: { version: 2, reason: 'Clearer.' } },
    },
  ])
  expect(withdrawal).toBeUndefined()
})

it('what was withdrawn stays so, with its reason', () => {
  const answer = publishPackaged(
    { ...packaged, withdrawn: 'No money.' },
    lead,
    cast.coordinator,
    NOW,
  )
  expect(answer).toMatchObject({
    ok: true,
    value: {
      withdrawal: {
        commitment: { state: 'withdrawn', version: 2 },
        act: { kind: 'commitment.withdrawn', fields: { reason: 'No money.' } },
      },
    },
  })
})

it('nobody else imports, and only under a verified lead', () => {
  for (const actor of [cast.person, cast.focalPoint, cast.administrator]) {
    const refused = { ok: false, code: 'coordinator-only' }
    expect(publishPackaged(packaged, lead, actor, NOW)).toEqual(refused)
    const entering = { organisation, externalId: null, suspended: null }
    expect(bringInPackaged(entering, provenance, actor, NOW)).toEqual(refused)
  }
  expect(publishPackaged(packaged, { ...lead, state: 'suspended' }, cast.coordinator, NOW)).toEqual(
    { ok: false, code: 'organisation-not-verified' },
  )
})
