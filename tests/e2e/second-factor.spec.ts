import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'

import { expect, follow, heading, press, signUp, test, typed } from '#tests/support/browser.ts'

const PASSWORD = 'rye, salt and slow water'
const PAGE = '/en/account/second-factor'
const STEP_MS = 30_000

/** What the app shows: of the secret as somebody would type it, at this moment or a step later. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + steps * STEP_MS,
  })

async function givePassword(page: Page, address: string, to = PAGE) {
  await page.goto(`/en/sign-in?to=${to}`)
  await typed(page, 'E-mail address', address)
  await typed(page, 'Password', PASSWORD)
  await press(page, 'Sign in')
  await expect(heading(page, 'Second factor')).toBeVisible()
}
async function give(page: Page, code: string) {
  await typed(page, 'Code', code)
  await press(page, 'Go on')
}

// With and without scripts: only passkeys need one.
test('a second factor is set up, asked after the password, and removed', async ({ page }) => {
  const address = await signUp(page, 'Mira Lindqvist')
  await page.goto(`${PAGE}?to=/en/account/sign-ins`)
  await press(page, 'Set up an app')
  await expect(page.getByRole('img', { name: 'Square to scan' })).toBeVisible()
  const secret = await page.locator('code').innerText()
  await typed(page, 'Code', '000000')
  await press(page, 'Turn it on')
  await expect(page.getByRole('alert')).toContainText('wrong, too old, or was used already')
  // A wrong code changes nothing: the app goes on with the same secret.
  const used = codeOf(secret)
  await typed(page, 'Code', used)
  await press(page, 'Turn it on')
  await expect(page.getByText('Keep these recovery codes')).toBeVisible()
  const codes = await page.locator('li code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await follow(page, 'I have kept them')
  await expect(page).toHaveURL(/\/en\/account\/sign-ins$/)

  await test.step('a code that was used opens nothing, the next one does', async () => {
    await press(page, 'Sign out')
    await givePassword(page, address)
    await page.goto('/en/desk')
    await expect(heading(page, 'Second factor')).toBeVisible()
    await give(page, used)
    await expect(page.getByRole('alert')).toContainText('wrong, too old, or was used already')
    await give(page, codeOf(secret, 1))
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  })

  await test.step('a recovery code works once', async () => {
    const [first = '', second = ''] = codes
    await press(page, 'Sign out')
    await givePassword(page, address)
    await give(page, first.toUpperCase())
    await expect(page.getByText('9 recovery codes are left')).toBeVisible()
    await press(page, 'Sign out')
    await givePassword(page, address)
    await give(page, first)
    await expect(page.getByRole('alert')).toContainText('wrong, too old, or was used already')
    await give(page, second)
    await expect(page.getByText('8 recovery codes are left')).toBeVisible()
  })

  await test.step('a code takes it away, and the password is enough again', async () => {
    await typed(page, 'Code', codes[2] ?? '')
    await press(page, 'Remove it')
    await expect(page.getByRole('status')).toContainText('Your second factor is removed')
    await press(page, 'Sign out')
    await page.goto('/en/sign-in')
    await typed(page, 'E-mail address', address)
    await typed(page, 'Password', PASSWORD)
    await press(page, 'Sign in')
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  })
})
