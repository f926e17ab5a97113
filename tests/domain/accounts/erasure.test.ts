import { expect, it } from 'vitest'

import { eraseAccount, erasedAddress, erasureInput } from '#app/domain/accounts/erasure.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'

const nobody = { organisations: [], otherAdministrators: 0 }

it('is done by its owner, and says nothing of where from', () => {
  const answer = eraseAccount(nobody, { ...cast.editor, from: '192.0.2.7' }, NOW)
  expect(answer).toMatchObject({
    ok: true,
    value: { act: { kind: 'account.erased', subject: cast.editor.userId, fields: {} } },
  })
  expect(JSON.stringify(answer)).not.toContain('192.0.2.7')
})

it('leaves no organisation without a focal point, no register without an administrator', () => {
  const code = (answer: ReturnType<typeof eraseAccount>) => (answer.ok ? 'ok' : answer.code)
  const only = { ...nobody, organisations: [{ id: LEAD }] }
  expect(code(eraseAccount(only, cast.focalPoint, NOW))).toBe('last-focal-point')
  expect(code(eraseAccount(nobody, cast.administrator, NOW))).toBe('last-administrator')
  const two = { ...nobody, otherAdministrators: 1 }
  expect(code(eraseAccount(two, cast.administrator, NOW))).toBe('ok')
})

it('wants the word, in the language of the page', () => {
  const typed = (word: string, asked = 'ERASE') => erasureInput(asked).safeParse({ word }).success
  expect(typed(' erase ')).toBe(true)
  expect(typed('удалить', 'УДАЛИТЬ')).toBe(true)
  for (const wrong of ['', 'eras', 'ERASE it']) expect(typed(wrong)).toBe(false)
})

it('leaves an address nobody can have', () => {
  expect(erasedAddress('usr_1')).toBe('usr_1@erased.invalid')
})
