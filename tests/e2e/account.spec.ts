import { randomUUID } from 'node:crypto'

import type { Page } from '@playwright/test'

import {
  expect,
  follow,
  heading,
  press,
  signIn,
  signUp,
  test,
  typed,
} from '#tests/support/browser.ts'

// With and without scripts: no page of an account needs one.
const FIRST = 'rye, salt and slow water'
const SECOND = 'a kettle on the windowsill'

/** A demonstration shows the letter it would send. */
const followLetter = async (page: Page) => {
  await expect(page.getByText('This is a demonstration: no letter goes out')).toBeVisible()
  await follow(page, /\/account\/\w+\?token=/)
}
const signInPage = (page: Page) => expect(heading(page, 'Sign in')).toBeVisible()
const toAccount = async (page: Page) => {
  await page.goto('/en/desk')
  await follow(page, /Your account/)
  await expect(heading(page, 'Your account')).toBeVisible()
}

test('an account is made, confirmed, changed, and its sessions are ended', async ({ page, as }) => {
  const elsewhere = await as('stranger')
  const address = await signUp(page, 'Mira Lindqvist')

  await test.step('a second session is seen and ended', async () => {
    await elsewhere.goto('/en/sign-in')
    await signIn(elsewhere, address, FIRST)
    await toAccount(page)
    await follow(page, '2 sessions')
    await expect(page.getByText('You are here')).toHaveCount(1)
    await page.getByRole('button', { name: /^End the session/ }).click()
    await expect(page.getByRole('status')).toContainText('The session has ended')
    await elsewhere.goto('/en/desk')
    await signInPage(elsewhere)
  })

  await test.step('another password ends the sessions it did not change in', async () => {
    await signIn(elsewhere, address, FIRST)
    await toAccount(page)
    await page.getByRole('link', { name: 'Change Password' }).click()
    await typed(page, 'Present password', 'not this one')
    await typed(page, 'New password', SECOND)
    await press(page, 'Change the password')
    await expect(page.getByRole('alert')).toContainText('it is not the password of this account')
    await typed(page, 'Present password', FIRST)
    await typed(page, 'New password', SECOND)
    await press(page, 'Change the password')
    await expect(page.getByRole('status')).toContainText('Your password is changed')
    await elsewhere.goto('/en/desk')
    await signInPage(elsewhere)
  })

  await test.step('what was tried stands in the list', async () => {
    await follow(page, /^Latest:/)
    await expect(page.getByRole('cell', { name: 'Signed in with the password' })).toHaveCount(3)
    await expect(page.getByRole('cell', { name: 'Wrong password' })).toHaveCount(1)
  })

  await test.step('the account moves to another address once its letter is answered', async () => {
    const other = `${randomUUID()}@lindenau.example`
    await toAccount(page)
    await page.getByRole('link', { name: 'Change E-mail address' }).click()
    await typed(page, 'New e-mail address', other)
    await press(page, 'Send the link')
    await followLetter(page)
    await press(page, 'This is my address')
    await expect(page.getByRole('status')).toContainText('Your account has its new address')
    await expect(page.getByText(other)).toBeVisible()
  })
})

test('a forgotten password is chosen anew by a link that works once', async ({ page, as }) => {
  const elsewhere = await as('stranger')
  const address = await signUp(page, 'Tomas Reyes')
  await elsewhere.goto('/en/sign-in')
  await follow(elsewhere, 'Forgotten your password?')
  await typed(elsewhere, 'E-mail address', address)
  await press(elsewhere, 'Send me a link')
  await followLetter(elsewhere)
  const link = elsewhere.url()
  await typed(elsewhere, 'New password', 'password2026')
  await press(elsewhere, 'Change the password')
  await expect(elsewhere.getByRole('alert')).toContainText('tried first')
  await typed(elsewhere, 'New password', SECOND)
  await press(elsewhere, 'Change the password')
  await expect(elsewhere.getByRole('status')).toContainText('every session has ended')

  await page.goto('/en/desk')
  await signInPage(page)
  await elsewhere.goto(link)
  await expect(heading(elsewhere, 'This link works no more')).toBeVisible()
  await elsewhere.goto('/en/sign-in')
  await signIn(elsewhere, address, SECOND)
})

test('until an address is confirmed the account shows one page', async ({ page }) => {
  const address = `${randomUUID()}@lindenau.example`
  await page.goto('/en/sign-up')
  await typed(page, 'Your name', 'Ines Duarte')
  await typed(page, 'E-mail address', address)
  await typed(page, 'Password', FIRST)
  await press(page, 'Make the account')
  await page.goto('/en/sign-in')
  await typed(page, 'E-mail address', address)
  await typed(page, 'Password', FIRST)
  await press(page, 'Sign in')
  for (const path of ['/en/desk', '/en/desk/organisations/new', '/en/account']) {
    await page.goto(path)
    await expect(heading(page, 'Confirm your address')).toBeVisible()
  }
  await press(page, 'Send the letter again')
  await followLetter(page)
  await press(page, 'This is my address')
  await expect(heading(page, 'Your account')).toBeVisible()
})
