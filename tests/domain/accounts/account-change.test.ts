import { expect, it } from 'vitest'

import {
  accountChangeInput,
  accountChanges,
  changeAccount,
  changesOf,
  type AccountChange,
  type Standing,
} from '#app/domain/accounts/account-change.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, NOW } from '#tests/support/cast.ts'

const reason = 'She left the secretariat in June.'
const ada: Standing = { userId: 'usr_ada', administrator: false, disabled: false, erased: false }
const ask = (
  change: AccountChange,
  standing: Standing | undefined,
  { others = 1, actor = cast.administrator as Actor } = {},
) => changeAccount(standing, others, actor, { change, reason }, NOW)
const code = (...asked: Parameters<typeof ask>) => {
  const answer = ask(...asked)
  return answer.ok ? 'ok' : answer.code
}

it('says what was before, what is after, and why', () => {
  expect(ask('disable', ada)).toMatchObject({
    ok: true,
    value: {
      standing: { ...ada, disabled: true },
      act: {
        kind: 'account.disabled',
        subject: 'usr_ada',
        fields: {
          before: { administrator: false, disabled: false },
          after: { administrator: false, disabled: true },
          reason,
        },
      },
    },
  })
  expect(ask('make-administrator', ada)).toMatchObject({
    value: { standing: { administrator: true }, act: { kind: 'administrator.made' } },
  })
})

it('offers only what can be done', () => {
  const alone = { userId: 'usr_root', administrators: 1 }
  const ofTwo = { userId: 'usr_root', administrators: 2 }
  for (const asking of [alone, ofTwo]) {
    const administrator = { ...ada, administrator: true }
    expect(changesOf(administrator, asking)).toEqual(['disable', 'end-administrator'])
    expect(changesOf({ ...ada, disabled: true }, asking)).toEqual(['enable'])
    expect(changesOf({ ...ada, erased: true }, asking)).toEqual([])
  }
  expect(changesOf(ada, alone)).toEqual(['disable', 'make-administrator'])
  expect(changesOf(ada, ofTwo)).toEqual(['disable', 'propose-administrator'])
  const own = { ...ada, proposedBy: 'usr_root' }
  expect(changesOf(own, ofTwo)).toEqual(['disable', 'drop-proposal'])
  expect(changesOf(own, alone)).toEqual(['disable', 'make-administrator', 'drop-proposal'])
  const others = { ...ada, proposedBy: 'usr_other' }
  expect(changesOf(others, ofTwo)).toEqual(['disable', 'make-administrator', 'drop-proposal'])
})

it('makes nobody an administrator by the word of one, where there are two', () => {
  const two = { others: 2 }
  expect(code('make-administrator', ada, two)).toBe('second-administrator')
  expect(ask('propose-administrator', ada, two)).toMatchObject({
    value: {
      standing: { administrator: false, proposedBy: cast.administrator.userId },
      act: { kind: 'administrator.proposed', fields: { after: { proposed: true }, reason } },
    },
  })
  const own = { ...ada, proposedBy: cast.administrator.userId }
  expect(code('make-administrator', own, two)).toBe('second-administrator')
  expect(code('propose-administrator', own, two)).toBe('already-proposed')
  const others = { ...ada, proposedBy: 'usr_other' }
  expect(ask('make-administrator', others, two)).toMatchObject({
    value: { standing: { administrator: true, proposedBy: undefined } },
  })
  expect(ask('drop-proposal', others, two)).toMatchObject({
    value: {
      standing: { administrator: false, proposedBy: undefined },
      act: { kind: 'administrator.proposal-dropped', fields: { before: { proposed: true } } },
    },
  })
  // Whatever else becomes of somebody, nobody finds the proposal waiting afterwards.
  expect(ask('disable', others, two)).toMatchObject({
    value: { standing: { disabled: true, proposedBy: undefined } },
  })
  expect(code('propose-administrator', ada)).toBe('no-second-administrator')
  expect(code('drop-proposal', ada, two)).toBe('not-proposed')
})

it('is refused to everybody else, to oneself, twice, and about nobody', () => {
  for (const change of accountChanges) {
    for (const actor of [cast.person, cast.coordinator, cast.memberCoordinator, cast.focalPoint])
      expect(code(change, ada, { actor })).toBe('administrator-only')
    const own = { ...ada, userId: cast.administrator.userId, administrator: true }
    expect(code(change, own)).toBe('own-account')
    expect(code(change, undefined)).toBe('account-missing')
    expect(code(change, { ...ada, erased: true })).toBe('account-missing')
    if (change.includes('administrator') && change !== 'end-administrator')
      expect(code(change, { ...ada, administrator: true })).toBe('already-an-administrator')
  }
  expect(code('disable', { ...ada, disabled: true })).toBe('account-disabled-already')
  expect(code('enable', ada)).toBe('account-not-disabled')
  expect(code('make-administrator', { ...ada, disabled: true })).toBe('account-disabled-now')
  expect(code('end-administrator', ada)).toBe('not-an-administrator')
})

it('never leaves a register without an administrator', () => {
  const last = { ...ada, administrator: true }
  expect(code('disable', last, { others: 0 })).toBe('last-administrator')
  expect(code('end-administrator', last, { others: 0 })).toBe('last-administrator')
  expect(code('disable', ada, { others: 0 })).toBe('ok')
})

it('wants a reason, and nothing it does not know', () => {
  const good = { change: 'disable', reason }
  expect(accountChangeInput.parse({ ...good, userId: 'usr_root', administrator: true })).toEqual(
    good,
  )
  for (const wrong of [{ change: 'disable' }, { change: 'disable', reason: 'x' }, { reason }])
    expect(accountChangeInput.safeParse(wrong).success).toBe(false)
})
