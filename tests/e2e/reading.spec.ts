import { readFile } from 'node:fs/promises'

import { parse } from 'csv-parse/sync'

import { expect, follow, press, test } from '#tests/support/browser.ts'

test('a journalist searches, narrows, and takes what was found away as a table', async ({
  page,
}) => {
  await page.goto('/en')
  await page.getByRole('searchbox').fill('teachers')
  await press(page, 'Search')
  await expect(page).toHaveURL(/\/en\/search\?q=teachers/)
  const results = page.getByRole('main')
  await expect(results.locator('mark').first()).toHaveText(/teachers/i)

  await test.step('a facet narrows it to as many as its count says', async () => {
    const group = page.getByRole('group', { name: 'Stakeholder group' })
    const option = group
      .locator('label')
      .filter({ has: page.locator('input:enabled') })
      .first()
    const count = Number(await option.locator('small').innerText())
    await option.locator('input').check()
    await page.getByRole('button', { name: 'Apply filters' }).first().click()
    await expect(page).toHaveURL(/group=/)
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(`of ${count}`)
    const csv = await page.request.get(page.url().replace('/search?', '/search.csv?'))
    const rows: unknown[] = parse(await csv.body(), { columns: true, bom: true })
    expect(rows).toHaveLength(count)
  })

  await test.step('words nobody wrote find a page that helps on', async () => {
    await page.goto('/en/search?q=zzyzxq')
    await expect(page.getByRole('main').locator('mark')).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  })

  await test.step('a number leads straight to its record', async () => {
    await page.goto('/en/commitments')
    const number = /QD-\d{4}-\d{4}/.exec(await page.content())?.[0] ?? ''
    await page.goto(`/en/search?q=${number.toLowerCase()}`)
    await expect(page).toHaveURL(`/en/commitments/${number}`)
  })
})

test('what a cell of the matrix counts is what stands behind it', async ({ page }) => {
  await page.goto('/en')
  await follow(page, 'Coverage')
  const cell = page.getByRole('table').first().getByRole('cell').getByRole('link').first()
  const count = Number(/\d+/.exec(await cell.innerText())?.[0])
  expect(count).toBeGreaterThan(0)
  await cell.click()
  await expect(page).toHaveURL(/clause=.*group=|group=.*clause=/)
  await expect(page.getByRole('table')).toContainText(`of ${count} commitment`)
})

test('the calendar turns its months, and the whole register can be taken away', async ({
  page,
}) => {
  await page.goto('/en/milestones?month=2026-12')
  await expect(page.getByRole('heading', { name: 'December 2026', exact: true })).toBeVisible()
  await follow(page, /January 2027/)
  await expect(page).toHaveURL(/month=2027-01/)

  await page.goto('/en/data')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href$=".zip"]').first().click(),
  ])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})
