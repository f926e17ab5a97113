import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { deskRoles, expect, press, test, typed, widthBeyondWindow } from '#tests/support/browser.ts'
import { crawl, deskOf, fewOf } from '#tests/support/crawl.ts'

const wide = { width: 1280, height: 900 }
/** WCAG 1.4.10: what a page of 1280 is at 400 %. */
const narrow = { width: 320, height: 640 }

/** What axe finds in each scheme, and whether the narrow page has to be scrolled sideways. */
async function barriersOn(page: Page): Promise<string[]> {
  // A page arrives in pieces; one that is still on its way lacks its heading and its landmarks.
  await page.waitForLoadState()
  await expect(page.locator('main h1')).toBeVisible()
  const path = page.url().replace(/^https?:\/\/[^/]+/, '')
  await page.setViewportSize(wide)
  await show(page, 'light')
  const light = await axe(page).analyze()
  await show(page, 'dark')
  // Between the schemes only colours differ.
  const dark = await axe(page).withRules(['color-contrast', 'link-in-text-block']).analyze()
  await page.setViewportSize(narrow)
  const beyond = await widthBeyondWindow(page)
  return [
    ...told('light', light.violations),
    ...told('dark', dark.violations),
    ...(beyond > 0 ? [`is ${beyond} px too wide at 320 px`] : []),
  ].map((barrier) => `${path} ${barrier}`)
}

/** Colours glide from one scheme to the other; what axe reads has come to rest. */
async function show(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
}

const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']
const told = (scheme: string, violations: Violations) =>
  violations.map(
    ({ id, nodes }) =>
      `${scheme} ${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ''}`,
  )

async function expectNoBarriers(page: Page, paths: readonly string[]) {
  const barriers: string[] = []
  for (const path of paths) {
    await page.goto(path)
    barriers.push(...(await barriersOn(page)))
  }
  expect(barriers).toEqual([])
}

const publicOnes = /^\/en(?!\/desk|\/log\.atom)/

test('no public page puts up a barrier, light or dark, wide or narrow', async ({ page }) => {
  test.setTimeout(180_000)
  const from = ['/en', '/en/sign-in', '/en/sign-up']
  const found = await crawl(page.request, { from, within: publicOnes, each: 2 })
  await expectNoBarriers(page, [
    ...found.map(({ path }) => path),
    '/en/nowhere',
    '/en/commitments?outcome=kept&group=government&sort=due',
    '/en/commitments?outcome=withdrawn&group=academia',
  ])
})

test('nor does one in another language', async ({ page }) => {
  test.setTimeout(120_000)
  const found = await crawl(page.request, { from: ['/en'], within: publicOnes, each: 1 })
  const languages = ['ar', 'zh', 'fr', 'ru', 'es']
  const paths = found.filter(({ pattern }) => pattern.startsWith(':locale')).map(({ path }) => path)
  expect(paths.length).toBeGreaterThan(8)
  // Each page in one of the others, and the front page in all.
  await expectNoBarriers(page, [
    ...languages.map((locale) => `/${locale}`),
    ...paths.map((path, place) => path.replace('/en', `/${languages[place % languages.length]}`)),
  ])
})

test('nor do the forms of an account when they come back', async ({ page }) => {
  await page.goto('/en/sign-up')
  await typed(page, 'E-mail address', 'zofia at home')
  await press(page, 'Make the account')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
  await page.goto('/en/sign-in')
  await press(page, 'Sign in')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
})

/** How many pages of each route: what one has seen, the next needs to see only once. */
const each = { partner: 2, otherPartner: 1, coordinator: 2, memberCoordinator: 1, administrator: 1 }

for (const role of deskRoles)
  test(`nor does any page of the desk of a ${role}`, async ({ as }) => {
    test.setTimeout(180_000)
    const page = await as(role)
    const found = fewOf(await deskOf(page.request), each[role])
    await expectNoBarriers(page, [
      ...found.map(({ path }) => path),
      '/en/account/invitations/an-invitation-that-ran-out',
    ])
  })

test('nor do the forms of a desk when they come back', async ({ as }) => {
  const partner = await as('partner')
  await partner.goto('/en/desk/organisations/new')
  await press(partner, 'Register the organisation')
  await expect(partner.getByRole('alert')).toBeVisible()
  expect(await barriersOn(partner)).toEqual([])

  const coordinator = await as('coordinator')
  await coordinator.goto('/en/desk/queue?kind=report')
  const mine = coordinator.getByRole('row').filter({ hasText: 'Yours' })
  await mine.getByRole('link').first().click()
  await press(coordinator, 'Decide')
  await expect(coordinator.getByRole('alert')).toBeVisible()
  expect(await barriersOn(coordinator)).toEqual([])
  await coordinator.goto('/en/desk/import')
  await press(coordinator, 'Check the table')
  await expect(coordinator.getByRole('alert')).toBeVisible()
  expect(await barriersOn(coordinator)).toEqual([])
})
