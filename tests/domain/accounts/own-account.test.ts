import { expect, it } from 'vitest'

import {
  askForAddress,
  changeDetails,
  changePassword,
  confirmAddress,
  endSessions,
  holderAsActor,
  moveToAddress,
  openLink,
  resetPassword,
} from '#app/domain/accounts/own-account.ts'

const now = new Date('2027-03-01T08:00:00Z')
const later = new Date(now.getTime() + 1)
const holder = { id: 'usr_1', administrator: false, coordinator: true }
const actor = holderAsActor(holder, '192.0.2.7')
const link = {
  purpose: 'confirm-email' as const,
  email: 'ada@example.org',
  expiresAt: later,
  usedAt: null,
}
const missing = { ok: false, code: 'link-missing' }
const over = { ok: false, code: 'link-over' }

it('opens a link for what it was given out for, once and in time', () => {
  expect(openLink(link, ['confirm-email', 'change-email'], now)).toEqual({ ok: true, value: link })
  expect(openLink(undefined, ['confirm-email'], now)).toEqual(missing)
  expect(openLink(link, ['reset-password'], now)).toEqual(missing)
  expect(openLink({ ...link, usedAt: now }, ['confirm-email'], now)).toEqual(over)
  expect(openLink(link, ['confirm-email'], later)).toEqual(over)
})

it('says in the register’s own book what somebody did to their account, and from where', () => {
  const acts = [
    confirmAddress(actor, now).act,
    resetPassword(actor, now).act,
    changePassword(actor, now).act,
    changeDetails(actor, { name: 'Ada', locale: 'fr' }, now).act,
    endSessions(actor, 3, now),
  ]
  for (const act of acts)
    expect(act).toMatchObject({
      subject: 'usr_1',
      at: now,
      by: { userId: 'usr_1', role: 'person', from: '192.0.2.7' },
    })
  expect(acts.map(({ kind }) => kind)).toEqual([
    'account.email-confirmed',
    'account.password-reset',
    'account.password-changed',
    'account.details-changed',
    'account.session-ended',
  ])
  // What was changed is nobody else's to read.
  expect(JSON.stringify(acts)).not.toContain('Ada')
})

it('moves to an address nobody has', () => {
  expect(moveToAddress(actor, 'new@example.org', false, now)).toMatchObject({
    ok: true,
    value: { email: 'new@example.org', emailConfirmedAt: now },
  })
  expect(moveToAddress(actor, 'new@example.org', true, now)).toEqual({
    ok: false,
    code: 'address-taken',
  })
})

it('is asked for another address than the one there is', () => {
  expect(askForAddress(actor, 'new@example.org', 'ada@example.org', now).ok).toBe(true)
  expect(askForAddress(actor, 'ada@example.org', 'ada@example.org', now)).toEqual({
    ok: false,
    code: 'address-unchanged',
  })
})
