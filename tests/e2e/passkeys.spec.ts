import type { Page } from '@playwright/test'

import { expect, heading, press, signUp, test, typed } from '#tests/support/browser.ts'

/** A device of the browser's own making, which says that its owner touched it. */
async function device(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a passkey is made, signs its owner in, and is removed', async ({ as, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'passkeys need a script')
  const page = await as('stranger')
  await device(page)
  await signUp(page, 'Ines Duarte')
  await page.goto('/en/account/passkeys')
  await typed(page, 'Name of the passkey', 'Laptop')
  await press(page, 'Add a passkey')
  await expect(page.getByRole('rowheader', { name: 'Laptop' })).toBeVisible()
  await page.goto('/en/account/second-factor')
  await press(page, 'Make new recovery codes')
  await expect(page.getByText('Keep these recovery codes')).toBeVisible()

  await press(page, 'Sign out')
  await page.goto('/en/sign-in?to=/en/account/passkeys')
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Passkeys')).toBeVisible()

  await page.getByRole('button', { name: 'Remove Laptop' }).click()
  await expect(page.getByRole('status').first()).toContainText('The passkey has been removed')
  await press(page, 'Sign out')
  await page.goto('/en/sign-in')
  await button.click()
  // The device has it still; the register does not.
  await expect(page.getByText('This passkey does not open an account here').first()).toBeVisible()
})

test('without a script the page says what works', async ({ as, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, 'the other journey has one')
  const page = await as('stranger')
  await page.goto('/en/sign-in')
  await expect(page.getByText('Signing in with a passkey needs JavaScript')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden()
})
