import { expect, it } from 'vitest'

import {
  appointCoordinator,
  coordinatorChange,
  endCoordinator,
} from '#app/domain/accounts/coordinator.ts'
import type { Actor } from '#app/domain/shared/actor.ts'

const why = 'The members voted for it.'
const now = new Date('2027-03-01T08:00:00Z')
const person: Actor = { userId: 'usr_1', administrator: false, coordinator: false, memberships: [] }
const administrator: Actor = { ...person, userId: 'usr_root', administrator: true }
const nobody = { userId: 'usr_2', appointmentId: null }
const coordinator = { userId: 'usr_2', appointmentId: 'coo_1' }

it('appoints somebody, on an administrator’s word', () => {
  expect(appointCoordinator(nobody, administrator, 'coo_9', why, now)).toMatchObject({
    ok: true,
    value: {
      appointment: {
        id: 'coo_9',
        userId: 'usr_2',
        appointedAt: now,
        appointedBy: 'usr_root',
      },
      act: {
        kind: 'coordinator.appointed',
        subject: 'usr_2',
        by: { userId: 'usr_root' },
        fields: { before: { coordinator: false }, after: { coordinator: true }, reason: why },
      },
    },
  })
})

it('ends an appointment, on an administrator’s word', () => {
  expect(endCoordinator(coordinator, administrator, why, now)).toMatchObject({
    ok: true,
    value: {
      appointmentId: 'coo_1',
      endedAt: now,
      act: { kind: 'coordinator.ended', fields: { reason: why } },
    },
  })
})

it.each([person, { ...person, coordinator: true }])('does neither on the word of %o', (actor) => {
  const refused = { ok: false, code: 'administrator-only' }
  expect(appointCoordinator(nobody, actor, 'coo_9', why, now)).toEqual(refused)
  expect(appointCoordinator(undefined, actor, 'coo_9', why, now)).toEqual(refused)
  expect(endCoordinator(coordinator, actor, why, now)).toEqual(refused)
})

it('appoints nobody twice, nobody unknown, and ends nothing that is not', () => {
  const code = (result: object) => ('code' in result ? result.code : undefined)
  expect(code(appointCoordinator(coordinator, administrator, 'coo_9', why, now))).toBe(
    'already-a-coordinator',
  )
  expect(code(appointCoordinator(undefined, administrator, 'coo_9', why, now))).toBe(
    'account-missing',
  )
  expect(code(endCoordinator(nobody, administrator, why, now))).toBe('not-a-coordinator')
  expect(code(endCoordinator(undefined, administrator, why, now))).toBe('not-a-coordinator')
})

it('finds people by their address', () => {
  expect(
    coordinatorChange.parse({ change: 'appoint', email: 'ADA@example.org', reason: why }),
  ).toEqual({
    change: 'appoint',
    email: 'ada@example.org',
    reason: why,
  })
})

it('wants to know why', () => {
  const asked = [
    { change: 'appoint', email: 'ada@example.org' },
    { change: 'end', userId: 'usr_2', reason: ' ' },
  ]
  for (const one of asked) expect(coordinatorChange.safeParse(one).success).toBe(false)
})
