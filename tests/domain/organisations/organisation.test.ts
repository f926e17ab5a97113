import { expect, it } from 'vitest'

import { isPublicKind } from '#app/domain/acts/act.ts'
import {
  organisationStates,
  type OrganisationMove,
} from '#app/domain/organisations/organisation-state.ts'
import {
  decideOrganisation,
  isOrganisationId,
  organisationFields,
  reasonInput,
  registerOrganisation,
  registerOrganisationInput,
  type Organisation,
} from '#app/domain/organisations/organisation.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'
import { answer, each } from '#tests/support/facts.ts'

const input = {
  name: 'Ministry of Learning',
  lang: 'en' as const,
  nameInEnglish: '',
  group: 'government' as const,
  country: 'KE',
  website: 'https://ministry.example',
  identifierScheme: '' as const,
  identifier: '',
  identityCheck: 'Our official e-mail domain is ministry.example.',
}
const registered = (changes: Partial<typeof registerOrganisationInput._output> = {}) => {
  const result = registerOrganisation(LEAD, cast.person, { ...input, ...changes }, NOW)
  if (!result.ok) throw new Error(result.code)
  return result.value.organisation
}
const organisation = (state: Organisation['state']): Organisation => ({ ...registered(), state })
const moves = ['verify', 'refuse', 'suspend', 'reinstate'] as const
const decide = (
  state: Organisation['state'],
  move: OrganisationMove,
  actor: Actor = cast.coordinator,
  reason = 'The domain is not theirs.',
) => decideOrganisation(organisation(state), actor, move, reason, NOW)

it('is registered by anybody signed in, and not yet public', () => {
  const result = registerOrganisation(LEAD, cast.person, input, NOW)
  expect(answer(result, (v) => [v.organisation.state, v.act.kind])).toEqual([
    'registered',
    'org.registered',
  ])
  expect(isPublicKind('org.registered')).toBe(false)
})

it('keeps its name in its own language and in English', () => {
  expect(registered().names).toEqual({ en: 'Ministry of Learning' })
  const arabic = registered({ name: 'وزارة التعليم', lang: 'ar', nameInEnglish: 'Ministry' })
  expect(arabic.names).toEqual({ ar: 'وزارة التعليم', en: 'Ministry' })
  expect(registered({ nameInEnglish: 'Another name' }).names).toEqual({
    en: 'Ministry of Learning',
  })
})

it('is worldwide when it names no country', () => {
  expect(registered({ country: '' }).country).toBeNull()
  expect(organisationFields(registered({ country: '' }))['country']).toBe('worldwide')
  expect(organisationFields(registered())['country']).toBe('KE')
})

it('keeps an external identifier with its list', () => {
  const known = registered({ identifierScheme: 'ror', identifier: '05dxps055' })
  expect(known.identifier).toBe('ror:05dxps055')
  expect(organisationFields(known)['identifier']).toBe('ror:05dxps055')
  expect(registered().identifier).toBeNull()
  expect(organisationFields(registered())).not.toHaveProperty('identifier')
})

it('is marked invented only by a demonstration', () => {
  expect(organisationFields(registered())).not.toHaveProperty('invented')
  const result = registerOrganisation(LEAD, cast.person, input, NOW, true)
  expect(answer(result, (v) => organisationFields(v.organisation)['invented'])).toBe(true)
})

it('says in public nothing of how its identity was checked', () => {
  expect(JSON.stringify(organisationFields(registered()))).not.toContain('e-mail')
})

it('moves as the table says and is refused everything else', () => {
  const asked = each(organisationStates, (state) =>
    moves.map((move) => answer(decide(state, move), (v) => v.organisation.state)),
  )
  const no = 'organisation-move-not-allowed'
  expect(asked).toEqual({
    registered: ['verified', 'refused', no, no],
    verified: [no, no, 'suspended', no],
    refused: [no, no, no, no],
    suspended: [no, no, no, 'verified'],
  })
})

it('is refused, suspended and reinstated with a reason, verified without', () => {
  const silent = (state: Organisation['state'], move: OrganisationMove) =>
    answer(decide(state, move, cast.coordinator, '  '))
  expect(silent('registered', 'verify')).toBe('done')
  expect(silent('registered', 'refuse')).toBe('reason-needed')
  expect(silent('verified', 'suspend')).toBe('reason-needed')
  expect(silent('suspended', 'reinstate')).toBe('reason-needed')
})

it('is decided about by a coordinator who is and was no member of it', () => {
  const ask = (actor: Actor) => answer(decide('registered', 'verify', actor))
  expect(ask(cast.coordinator)).toBe('done')
  expect(ask(cast.left25MonthsAgo)).toBe('done')
  expect(ask(cast.memberCoordinator)).toBe('conflict-of-interest')
  expect(ask(cast.left23MonthsAgo)).toBe('conflict-of-interest')
  expect(ask(cast.focalPoint)).toBe('coordinator-only')
  expect(ask(cast.administrator)).toBe('coordinator-only')
})

it('enters the public record when it is verified, and each later change with its reason', () => {
  const act = (state: Organisation['state'], move: OrganisationMove) =>
    answer(decide(state, move), (v) => ({ kind: v.act.kind, fields: v.act.fields }))
  expect(act('registered', 'verify')).toEqual({
    kind: 'org.verified',
    fields: organisationFields(registered()),
  })
  const reason = { reason: 'The domain is not theirs.' }
  expect(act('registered', 'refuse')).toEqual({ kind: 'org.refused', fields: reason })
  expect(act('verified', 'suspend')).toEqual({ kind: 'org.suspended', fields: reason })
  expect(act('suspended', 'reinstate')).toEqual({ kind: 'org.reinstated', fields: reason })
})

it('names by code what is missing or wrong in a registration', () => {
  const codes = (changes: Record<string, unknown>) =>
    registerOrganisationInput
      .safeParse({ ...input, ...changes })
      .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  expect(codes({})).toBeUndefined()
  expect(codes({ name: ' ' })).toEqual(['name missing'])
  expect(codes({ name: 'x'.repeat(200) })).toBeUndefined()
  expect(codes({ name: 'x'.repeat(201) })).toEqual(['name too-long'])
  expect(codes({ group: 'party' })).toEqual(['group missing'])
  expect(codes({ country: 'XX' })).toEqual(['country unknown-place'])
  expect(codes({ country: '150' })).toEqual(['country unknown-place'])
  expect(codes({ website: 'ministry.example' })).toEqual(['website not-a-url'])
  expect(codes({ website: 'javascript:alert(1)' })).toEqual(['website not-a-url'])
  expect(codes({ identityCheck: 'Ask us.' })).toEqual(['identityCheck too-short'])
  expect(codes({ identifier: '05dxps055' })).toEqual(['identifierScheme missing'])
  expect(codes({ identifier: '05dxps055', identifierScheme: 'ror' })).toBeUndefined()
})

it('reads a reason of at least ten letters', () => {
  const code = (reason: unknown) => reasonInput.safeParse({ reason }).error?.issues[0]?.message
  expect([undefined, ' ', 'No.', 'Not their domain.'].map(code)).toEqual([
    'missing',
    'missing',
    'too-short',
    undefined,
  ])
})

it('knows an id by its look', () => {
  expect(['org_7f3kq2mz', 'org_lead'].filter((id) => !isOrganisationId(id))).toEqual([])
  const others = [
    '',
    'org_',
    'org_A',
    'ORG_a',
    'cmt_1',
    'org_a b',
    `org_${'a'.repeat(41)}`,
    'org_a\n',
  ]
  expect(others.filter(isOrganisationId)).toEqual([])
})
