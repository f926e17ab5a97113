import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import { bringInPackaged, openPackaged, tellPackaged } from '#app/domain/imports/bring-package.ts'
import type { Organisation } from '#app/domain/organisations/organisation.ts'
import { cast, LEAD, OTHER } from '#tests/support/cast.ts'
import { from, lead, packaged, packagedReport, told } from '#tests/support/packaged.ts'
import { NOW } from '#tests/support/world.ts'

const provenance = { title: 'Kept', publisher: 'first.example', licence: 'X', notice: 'N' }
const at = '2026-01-01T09:00:00Z'
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
const entering = { organisation, externalId: 'p/x', suspended: null, joinedAt: at }
const declaration = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')),
)

it('a declaration is opened here, and says when it was opened there', () => {
  const opening = { declaration, openedAt: at }
  expect(openPackaged(opening, from, cast.administrator, NOW)).toMatchObject({
    ok: true,
    value: { openedAt: at, act: { kind: 'declaration.opened', fields: { told: { at, ...from } } } },
  })
  expect(openPackaged(opening, from, cast.coordinator, NOW)).toEqual({
    ok: false,
    code: 'administrator-only',
  })
})

it('an organisation enters verified by the coordinator, and its source is told', () => {
  const answer = bringInPackaged(entering, provenance, from, cast.coordinator, NOW)
  expect(answer).toMatchObject({
    ok: true,
    value: {
      organisation: { state: 'verified', invented: true },
      registration: { kind: 'org.registered', fields: { provenance, externalId: 'p/x' } },
      verification: {
        kind: 'org.verified',
        fields: { provenance, invented: true, told: { at, ...from } },
      },
    },
  })
})

it('everything told is an act of the coordinator, of today, that says when it was done and where', () => {
  const one = told(packaged({ reports: [packagedReport()] }))
  const answer = tellPackaged(one, lead, from, cast.coordinator, NOW)
  if (!answer.ok) throw new Error(answer.code)
  const { published, later } = answer.value
  const by = { role: 'coordinator', organisationId: null }
  expect(published).toMatchObject({
    ...{ kind: 'commitment.published', at: NOW, by, commitmentId: 'cmt_a' },
    fields: { number: 'QD-2026-0001', parties: [], told: { at, ...from } },
  })
  expect(later).toMatchObject([
    {
      ...{ kind: 'milestone.reported', at: NOW, by, commitmentId: 'cmt_a' },
      fields: { report: 'rpt_a', told: { at: '2026-11-01T09:00:00Z', ...from } },
    },
  ])
})

it('nobody else imports, nor who has a part in it, and only under a verified lead', () => {
  for (const actor of [cast.person, cast.focalPoint, cast.administrator]) {
    const refused = { ok: false, code: 'coordinator-only' }
    expect(tellPackaged(told(packaged()), lead, from, actor, NOW)).toEqual(refused)
    expect(bringInPackaged(entering, provenance, from, actor, NOW)).toEqual(refused)
  }
  const theirs = told(packaged({ partners: [{ organisation: OTHER, role: 'Trains', share: '' }] }))
  const own = told(packaged({ leadId: LEAD }))
  for (const [one, actor] of [
    [theirs, cast.otherMemberCoordinator],
    [own, cast.memberCoordinator],
  ] as const)
    expect(tellPackaged(one, lead, from, actor, NOW)).toEqual({
      ok: false,
      code: 'conflict-of-interest',
    })
  const suspended = { ...lead, state: 'suspended' } as const
  expect(tellPackaged(told(packaged()), suspended, from, cast.coordinator, NOW)).toEqual({
    ok: false,
    code: 'organisation-not-verified',
  })
})
