import { expect, follow, heading, press, test } from '#tests/support/browser.ts'

test('a reader checks a record: its seal, its entry, the way to the signed root', async ({
  page,
}) => {
  await page.goto('/en/commitments?outcome=kept')
  await page.getByRole('rowheader').first().getByRole('link').click()
  const panel = page.getByRole('region', { name: 'Verify this record' })
  await expect(panel.getByRole('img', { name: /^Seal/ })).toBeVisible()

  await test.step('the result stands first, in words', async () => {
    await follow(panel, 'Check it yourself')
    await expect(heading(page, /^Check entry [\d,]+ yourself$/)).toBeVisible()
    const result = page.getByRole('region', { name: /^This entry is in the log/ })
    await expect(result).toContainText(/nothing of it has changed since \d+ \w+ \d{4}\./)
    await expect(page.getByRole('heading', { name: 'Step by step' })).toBeVisible()
  })

  await test.step('what it needs can be taken along', async () => {
    for (const [name, type] of [
      ['Download the receipt', 'text/plain'],
      ['The proof as data (JSON)', 'application/json'],
      ['What it says, as data (JSON)', 'application/json'],
      ['Signed checkpoint', 'text/plain'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href')
      const answer = await page.request.get(href ?? '')
      expect([name, answer.status()]).toEqual([name, 200])
      expect(answer.headers()['content-type']).toContain(type)
    }
  })

  await test.step('the entry says what happened, and leads back to the record', async () => {
    await page.getByRole('navigation', { name: 'You are here' }).getByRole('link').last().click()
    await expect(heading(page, /^Entry [\d,]+$/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What it says' })).toBeVisible()
    await page.goBack()
    await expect(heading(page, /^Check entry/)).toBeVisible()
  })
})

test('the log is read page by page, by kind, and from anywhere', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Log' }).click()
  await expect(heading(page, 'The public log')).toBeVisible()
  await expect(page).toHaveTitle(/^The public log/)
  await follow(page, /Next page/)
  await expect(page).toHaveTitle(/page 2/)
  await page.goBack()
  await expect(page).not.toHaveTitle(/page/)

  const filters = page.getByRole('form', { name: 'Filter' })
  await filters
    .getByLabel('What happened')
    .selectOption('Organisation verified and entered in the register')
  await press(filters, 'Apply filters')
  await expect(page).toHaveURL('/en/log?kind=org.verified')
  await expect(page.getByRole('table')).not.toContainText('Report handed in')
  const feed = await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href')
  const answer = await page.request.get(feed ?? '')
  expect(answer.headers()['content-type']).toContain('application/atom+xml')

  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(heading(page, /^Entry \d+$/)).toBeVisible()
  await follow(page, 'العربية')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  expect((await page.goto('/en/log/999999'))?.status()).toBe(404)
  expect((await page.goto('/log'))?.status()).toBe(200)
  await expect(page).toHaveURL('/en/log')
})
