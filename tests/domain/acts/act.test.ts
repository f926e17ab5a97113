import { expect, it } from 'vitest'

import {
  actForOrganisation,
  actInRole,
  actOfRegister,
  isPublicKind,
  privateKinds,
  publicKinds,
} from '#app/domain/acts/act.ts'
import { cast, LEAD, NOW, OTHER } from '#tests/support/cast.ts'

it('holds each kind to be either public or private', () => {
  expect(publicKinds.every((kind) => isPublicKind(kind))).toBe(true)
  expect(privateKinds.some((kind) => isPublicKind(kind))).toBe(false)
  const all = [...publicKinds, ...privateKinds]
  expect(new Set(all).size).toBe(all.length)
})

it('keeps drafts, invitations and refusals out of the public kinds', () => {
  const quiet = [
    'commitment.drafted',
    'commitment.submitted',
    'commitment.returned',
    'commitment.declined',
    'org.registered',
    'org.refused',
    'party.invited',
    'party.consented',
    'party.refused',
    'report.drafted',
    'review.proposed',
    'correction.proposed',
    'redaction.proposed',
    'redaction.refused',
    'redaction.carried-out',
  ] as const
  expect(quiet.filter((kind) => isPublicKind(kind))).toEqual([])
})

it('names the organisation and the role somebody acted in for it', () => {
  const of = (actor: (typeof cast)[keyof typeof cast], organisation: string) =>
    actForOrganisation('milestone.reported', 'mls_1', actor, organisation, NOW).by
  expect(of(cast.focalPoint, LEAD)).toEqual({
    userId: 'usr_focal',
    organisationId: LEAD,
    role: 'focal-point',
  })
  expect(of(cast.editor, LEAD).role).toBe('editor')
  expect(of(cast.former, LEAD).role).toBe('person')
  expect(of(cast.focalPoint, OTHER).role).toBe('person')
})

it('names a coordinator’s role and no organisation, whatever they are members of', () => {
  const act = actInRole('review.opened', 'mls_1', cast.memberCoordinator, 'coordinator', NOW)
  expect(act.by).toEqual({ userId: 'usr_conflicted', organisationId: null, role: 'coordinator' })
})

it('names nobody for what the day itself brings', () => {
  expect(actOfRegister('commitment.closed', 'cmt_1', NOW).by).toEqual({
    userId: null,
    organisationId: null,
    role: 'register',
  })
})

it('carries what it is told and says nothing of its own', () => {
  const act = actOfRegister('commitment.closed', 'cmt_1', NOW, {
    commitmentId: 'cmt_1',
    clauses: ['td2020/access/1'],
    fields: { closed: true },
  })
  expect(act).toEqual({
    kind: 'commitment.closed',
    subject: 'cmt_1',
    by: { userId: null, organisationId: null, role: 'register' },
    at: NOW,
    commitmentId: 'cmt_1',
    clauses: ['td2020/access/1'],
    fields: { closed: true },
  })
  const bare = actOfRegister('commitment.closed', 'cmt_1', NOW)
  expect([bare.commitmentId, bare.clauses, bare.fields]).toEqual([null, [], {}])
})
