import { expect, it } from 'vitest'

import {
  givenPassword,
  isLongEnough,
  leastCharacters,
  newPassword,
  passwordRefusal,
} from '#app/domain/accounts/password.ts'

const codes = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message) ?? []

it('counts a password in characters at the least and in bytes at the most', () => {
  const password = newPassword(10)
  expect(codes(password.safeParse('123456789'))).toEqual(['password-too-short'])
  expect(password.safeParse('👩🏽‍🏫'.repeat(3)).success).toBe(true)
  expect(password.safeParse('密码密码密码密码密码').success).toBe(true)
  expect(password.safeParse('x'.repeat(1_024)).success).toBe(true)
  expect(codes(password.safeParse('密'.repeat(342)))).toEqual(['password-too-long'])
  expect(password.safeParse('  spaces stay  ').data).toBe('  spaces stay  ')
})

it('asks nothing of the form of a password somebody has', () => {
  expect(givenPassword.safeParse('x').success).toBe(true)
  expect(codes(givenPassword.safeParse('x'.repeat(1_025)))).toEqual(['password-too-long'])
})

it('asks more characters of those who decide about others', () => {
  const nobody = { administrator: false, coordinator: false }
  expect(leastCharacters(nobody)).toBe(10)
  expect(leastCharacters({ ...nobody, coordinator: true })).toBe(12)
  expect(leastCharacters({ ...nobody, administrator: true })).toBe(12)
  expect(isLongEnough('ten of men', nobody)).toBe(true)
  expect(isLongEnough('ten of men', { ...nobody, coordinator: true })).toBe(false)
})

const about = { name: 'Zoë Okonkwo', email: 'z.okonkwo@people.example', register: 'Kept' }
const unknown = () => Promise.resolve(false)

it.each([
  ['okonkwo and a number', 'password-personal'],
  ['OKÓNKWO-2026-teaching', 'password-personal'],
  ['z.okonkwo', 'password-personal'],
  ['everything is KEPT here', 'password-personal'],
  // Three letters stand in too many words.
  ['zoë is on her bicycle', undefined],
  ['several plain words', undefined],
])('of %o it says %s', async (password, code) => {
  expect(await passwordRefusal(password, about, unknown)).toBe(code)
})

it('refuses what is on a list', async () => {
  const known = (password: string) => Promise.resolve(password === 'several plain words')
  expect(await passwordRefusal('several plain words', about, known)).toBe('password-known')
})
