import type { Page, TestInfo } from '@playwright/test'

import { expect, follow, heading, test, widthBeyondWindow } from '#tests/support/browser.ts'

const windows = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'narrow', width: 320, height: 700 },
]

/** No scrolling sideways at either width; a picture of each is kept for the eye. */
async function expectReadable(page: Page, info: TestInfo, what = 'page') {
  for (const { name, ...size } of windows) {
    await page.setViewportSize(size)
    expect([name, await widthBeyondWindow(page)]).toEqual([name, 0])
    // Nothing is cut off either: each heading keeps within the window.
    for (const one of await page.getByRole('heading').all()) {
      const box = await one.boundingBox()
      if (box) expect(box.x + box.width).toBeLessThanOrEqual(size.width)
    }
    await page.screenshot({ path: info.outputPath(`${what}-${name}.png`), fullPage: true })
  }
}

test('a commitment with 60 milestones', async ({ page }, info) => {
  await page.goto('/en/commitments?clause=qd2015%2Faccess%2F1&group=government')
  await follow(page, /^Connect every public school in the province, ward by ward/)
  await expect(page.getByRole('heading', { level: 2, name: '60 milestones' })).toBeVisible()
  await page.waitForLoadState()
  // What is still to come is gathered by year; closed, and counted on its lid.
  for (const lid of await page.locator('summary', { hasText: /milestones? due in \d{4}/ }).all())
    await lid.click()
  const titles = page
    .getByRole('heading', { level: 3, name: /schools? of .* on line$/ })
    .filter({ visible: true })
  await expect(titles).toHaveCount(60)
  await expectReadable(page, info)
})

test('and what the log says of it', async ({ page }, info) => {
  await page.goto('/en/commitments?clause=qd2015%2Faccess%2F1&group=government')
  await follow(page, /^Connect every public school in the province, ward by ward/)
  const entries = page.locator('summary', { hasText: /entries in the public log$/ })
  await entries.click()
  await page
    .getByRole('row', { name: /Registered and published/ })
    .getByRole('link')
    .click()
  await expect(page.getByText('Commitment registered and published')).toBeVisible()
  const lids = page.getByRole('main').locator('summary').filter({ visible: true })
  for (const lid of (await lids.all()).slice(0, 12)) await lid.click()
  await expectReadable(page, info)
  await follow(page, 'Check it yourself')
  await expect(heading(page, /^Check entry/)).toBeVisible()
  await expectReadable(page, info, 'check')
})

test('an organisation with a name of 200 characters', async ({ page }, info) => {
  const name = /^International Standing Committee of Parents’, Learners’ and Community Associations/
  await page.goto('/en/organisations?country=worldwide')
  await follow(page, name)
  await expect(heading(page, name)).toBeVisible()
  expect((await heading(page, name).innerText()).length).toBe(200)
  await expectReadable(page, info)
  await page.locator('main table a[href^="/en/commitments/"]').first().click()
  await expect(page.getByRole('link', { name })).toBeVisible()
  await expectReadable(page, info, 'record')
})

test('an Arabic commitment on an English page', async ({ page }, info) => {
  await page.goto('/en/organisations?country=JO')
  await follow(page, 'Education Directorate of the Springs Region (invented)')
  const title = 'أجهزة ميسَّرة لكل طالب من ذوي الإعاقة في مدارس إقليم الينابيع الحكومية'
  await follow(page, title)
  await expect(heading(page, title)).toBeVisible()
  // Its own words run from the right, the page around them from the left.
  const sides = await heading(page, title).evaluate((element) => {
    const { direction } = getComputedStyle(element)
    return [direction, getComputedStyle(document.body).direction]
  })
  expect(sides).toEqual(['rtl', 'ltr'])
  await expectReadable(page, info)
})

test('and the same in Arabic, where the page turns round and English words do not', async ({
  page,
}, info) => {
  await page.goto('/ar/commitments?clause=qd2015%2Faccess%2F1&group=government')
  await follow(page, /^Connect every public school in the province, ward by ward/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(heading(page, /^Connect every/)).toHaveAttribute('dir', 'ltr')
  await expectReadable(page, info)
})

test('a search for one word of 900 letters', async ({ page }, info) => {
  await page.goto(`/en/search?q=${'x'.repeat(900)}`)
  await expect(page.getByText('No commitment matches this search.')).toBeVisible()
  await expectReadable(page, info)
})
