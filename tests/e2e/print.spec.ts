import { expect, follow, heading, test } from '#tests/support/browser.ts'

test('a record on paper is the record, without what only a screen can use', async ({ page }) => {
  await page.goto('/en/commitments?outcome=kept')
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  for (const name of ['Main', 'Languages'])
    await expect(page.getByRole('navigation', { name })).toBeHidden()
  await expect(heading(page, /./)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Verify this record' })).toBeVisible()
  // The whole hash is printed, the root and the key: nobody can click on paper.
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2)
  await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible()
  await expect(page.getByText(/\/log\+[0-9a-f]{8}\+/)).toBeVisible()
  await expect(page.getByRole('img', { name: 'Permalink' })).toBeVisible()
})

test('a list on paper is the list, without its filters', async ({ page }) => {
  await page.goto('/en')
  await follow(page, 'Commitments')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('form', { name: 'Filter' })).toBeHidden()
  await expect(page.getByRole('table')).toBeVisible()
})
