import { expect, it } from 'vitest'

import {
  detailsInput,
  emailSchema,
  firstRunInput,
  openAccount,
  openRegister,
  repeatSignUp,
  signInInput,
  signUpInput,
} from '#app/domain/accounts/account.ts'

const now = new Date('2027-03-01T08:00:00Z')
const person = { id: 'usr_1', name: 'Ada', email: 'ada@example.org', locale: 'en' as const }
const codes = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message) ?? []

it('opens an account that can do nothing by itself', () => {
  const { account, act } = openAccount(person, now).value
  expect(account).toEqual({
    ...person,
    administrator: false,
    createdAt: now,
    emailConfirmedAt: null,
  })
  expect(openAccount(person, now, true).value.account.emailConfirmedAt).toEqual(now)
  expect(act).toMatchObject({ kind: 'account.created', subject: 'usr_1', at: now })
  expect(act.by).toEqual({ userId: 'usr_1', organisationId: null, role: 'person' })
})

it('opens the register for its first account only', () => {
  const opened = openRegister(person, 0, now)
  expect(opened).toMatchObject({
    ok: true,
    value: { account: { administrator: true, emailConfirmedAt: now } },
  })
  expect(opened.ok && opened.value.act).toMatchObject({
    kind: 'register.opened',
    by: { role: 'administrator' },
  })
  expect(openRegister(person, 1, now)).toEqual({ ok: false, code: 'register-already-open' })
})

it.each([
  [' Ada@Example.ORG ', 'ada@example.org', []],
  ['', undefined, ['missing']],
  [undefined, undefined, ['missing']],
  ['ada', undefined, ['not-an-email']],
  ['ada@example.org\r\nBcc: x@y.example', undefined, ['not-an-email']],
  [`${'a'.repeat(250)}@x.org`, undefined, ['too-long']],
])('reads the address %o', (typed, address, problems) => {
  const result = emailSchema.safeParse(typed)
  expect(result.data).toBe(address)
  expect(codes(result)).toEqual(problems)
})

it('asks more of an administrator than of others, and nothing at sign-in', () => {
  const typed = { name: 'Ada', email: 'ada@example.org', password: '12345678901' }
  expect(signUpInput.safeParse(typed).success).toBe(true)
  expect(codes(firstRunInput.safeParse(typed))).toEqual(['password-too-short'])
  expect(signInInput.safeParse({ email: 'who', password: 'x' }).success).toBe(true)
})

it('takes a name and one of its own languages, and nothing else', () => {
  const typed = { name: ' Ada ', locale: 'fr', administrator: true }
  expect(detailsInput.safeParse(typed).data).toEqual({ name: 'Ada', locale: 'fr' })
  expect(codes(detailsInput.safeParse({ name: '', locale: 'de' }))).toEqual([
    'missing',
    'not-a-language',
  ])
})

it('tells of a wish for an account that is there already in nobody’s name', () => {
  expect(repeatSignUp('usr_1', now)).toMatchObject({
    kind: 'account.sign-up-repeated',
    subject: 'usr_1',
    by: { userId: null, role: 'register' },
  })
})
