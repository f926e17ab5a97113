import { expect, it } from 'vitest'

import {
  hasFactor,
  isAppCode,
  needsFactor,
  ownFactorAct,
  removeAuthenticator,
  resetFactors,
  withoutPrivileges,
} from '#app/domain/accounts/second-factor.ts'
import type { Actor } from '#app/domain/shared/actor.ts'

const NOW = new Date('2027-03-01T08:00:00Z')
const nobody: Actor = { userId: 'usr_a', administrator: false, coordinator: false, memberships: [] }
const place = {
  organisationId: 'org_a',
  role: 'focal-point' as const,
  since: NOW,
  until: null,
  suspended: false,
}
const focal: Actor = { ...nobody, memberships: [place] }
const admin: Actor = { ...nobody, administrator: true }
const app = { authenticator: true, passkeys: 0 }
const none = { authenticator: false, passkeys: 0 }

it('is needed by those who speak or decide for others, where it is compulsory', () => {
  for (const actor of [admin, focal, { ...nobody, coordinator: true }]) {
    expect(needsFactor(actor, 'compulsory')).toBe(true)
    expect(needsFactor(actor, 'offered')).toBe(false)
  }
  const editor = { ...nobody, memberships: [{ ...place, role: 'editor' as const }] }
  const former = { ...nobody, memberships: [{ ...place, until: NOW }] }
  for (const actor of [nobody, editor, former]) expect(needsFactor(actor, 'compulsory')).toBe(false)
})

it('leaves without privileges whoever lacks it, and keeps what was', () => {
  const former = { ...place, organisationId: 'org_b', until: NOW }
  const left = withoutPrivileges({ ...admin, coordinator: true, memberships: [place, former] })
  expect(left).toMatchObject({ administrator: false, coordinator: false })
  expect(left.memberships).toEqual([{ ...place, role: 'editor' }, former])
})

it('is an app or a passkey', () => {
  expect([app, { authenticator: false, passkeys: 1 }, none].map(hasFactor)).toEqual([
    true,
    true,
    false,
  ])
})

it('stays with whoever must have one, unless a passkey is left', () => {
  expect(removeAuthenticator(admin, app, 'compulsory', NOW)).toMatchObject({
    code: 'factor-compulsory',
  })
  expect(removeAuthenticator(admin, { ...app, passkeys: 1 }, 'compulsory', NOW).ok).toBe(true)
  expect(removeAuthenticator(nobody, app, 'compulsory', NOW).ok).toBe(true)
  expect(removeAuthenticator(nobody, none, 'offered', NOW)).toMatchObject({
    code: 'factor-missing',
  })
})

it('is reset by an administrator for somebody else alone, with a reason that is kept', () => {
  const standing = { userId: 'usr_b', administrator: false, disabled: false, erased: false }
  const reset = (by: Actor, of: typeof standing | undefined, held = app) =>
    resetFactors(by, of, held, 'The telephone is lost.', NOW)
  expect(reset(nobody, standing)).toMatchObject({ code: 'administrator-only' })
  expect(reset(admin, { ...standing, userId: 'usr_a' })).toMatchObject({ code: 'own-account' })
  expect(reset(admin, undefined)).toMatchObject({ code: 'account-missing' })
  expect(reset(admin, standing, none)).toMatchObject({ code: 'factor-missing' })
  expect(reset(admin, standing)).toMatchObject({
    ok: true,
    value: {
      act: {
        kind: 'account.factors-reset',
        subject: 'usr_b',
        fields: { before: app, after: none, reason: 'The telephone is lost.' },
      },
    },
  })
})

it('is told apart from a recovery code by its digits', () => {
  expect(['123456', '123 456', ' 123456 ', '12345', 'ab12-cd34-ef56-gh78'].map(isAppCode)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect(ownFactorAct('account.factor-added', nobody, NOW).subject).toBe('usr_a')
})
