import type { Page } from '@playwright/test'

import { expect, follow, heading, press, test } from '#tests/support/browser.ts'

/** Three versions: its deadline moved twice. */
const amended = {
  organisation: 'Marisol Region Education Secretariat (invented)',
  title: 'Internet por satélite para 340 escuelas ribereñas',
}

/** What a page asks for beside its own HTML, by kind. */
function askedFor(page: Page) {
  const kinds: string[] = []
  page.on('request', (request) => kinds.push(request.resourceType()))
  return kinds
}

test('a reader follows a number of the front page to the record behind it', async ({ page }) => {
  const kinds = askedFor(page)
  await page.goto('/')
  await expect(page).toHaveURL('/en')

  await test.step('each number of the headline is the number of rows behind it', async () => {
    for (const [place, query] of [
      [0, ''],
      [1, '?due=by-today'],
      [2, '?outcome=kept'],
    ] as const) {
      // Others may publish between the two pages: looked at again, never left out.
      await expect(async () => {
        await page.goto('/en')
        const link = heading(page, /promises made/)
          .getByRole('link')
          .nth(place)
        const count = Number(/\d+/.exec(await link.innerText())?.[0])
        expect(count).toBeGreaterThan(0)
        await link.click()
        await expect(page).toHaveURL(`/en/commitments${query}`)
        await expect(page.getByRole('table')).toContainText(`of ${count} commitments`, {
          timeout: 1_000,
        })
      }).toPass({ timeout: 15_000 })
    }
  })

  await test.step('back leads back', async () => {
    await page.goBack()
    await expect(heading(page, /promises made/)).toBeVisible()
    await page.goForward()
    await expect(heading(page, 'Commitments')).toBeVisible()
  })

  await test.step('filters narrow the list, and can be taken away one by one', async () => {
    const filters = page.getByRole('form', { name: 'Filter' })
    await filters
      .getByRole('group', { name: 'Stakeholder group' })
      .getByLabel(/^Governments/)
      .check()
    await filters.getByRole('button', { name: 'Apply filters' }).first().click()
    await expect(page).toHaveURL(/group=government/)
    await expect(page).toHaveURL(/outcome=kept/)
    const chosen = page.getByRole('region', { name: 'Chosen filters' })
    await expect(chosen.getByRole('listitem')).toHaveCount(2)
    await chosen.getByRole('link', { name: /Kept/ }).click()
    await expect(page).toHaveURL('/en/commitments?group=government')
    await expect(chosen.getByRole('listitem')).toHaveCount(1)
  })

  await test.step('a list has pages, each with its number in the title', async () => {
    await follow(page, 'Clear all filters')
    await follow(page, /Next page/)
    await expect(page).toHaveTitle(/page 2/)
    await follow(page, /Previous page/)
    await expect(page).not.toHaveTitle(/page/)
  })

  expect(new Set(kinds)).not.toContain('script')
  expect(new Set(kinds)).not.toContain('fetch')
})

test('what stands in the address bar shows anybody the same list', async ({ page, as }) => {
  await page.goto('/en/commitments?outcome=kept&group=government&sort=due')
  const titles = await page.getByRole('rowheader').allInnerTexts()
  expect(titles.length).toBeGreaterThan(1)
  const other = await as('stranger')
  await other.goto(page.url())
  expect(await other.getByRole('rowheader').allInnerTexts()).toEqual(titles)
})

test('a record leads to its versions, organisation, clause and declaration', async ({ page }) => {
  await page.goto('/en/organisations')
  await page.getByLabel('Country or area').selectOption({ label: await within(page, 'Peru') })
  await press(page, 'Apply filters')
  await follow(page, amended.organisation)
  await follow(page, amended.title)
  await expect(heading(page, amended.title)).toHaveAttribute('lang', 'es')

  await test.step('any two versions are compared at an address of their own', async () => {
    await page.getByRole('radio', { name: 'Compare from version 1' }).check()
    await page.getByRole('radio', { name: 'Compare to version 3' }).check()
    await press(page, 'Compare')
    await expect(page).toHaveURL(/from=1\b.*#comparison$/)
    await expect(page.getByRole('heading', { name: 'From version 1 to version 3' })).toBeVisible()
    const comparison = page.locator('#comparison')
    await expect(comparison.getByRole('deletion')).toHaveCount(1)
    await expect(comparison.getByRole('insertion')).toHaveCount(1)
    await expect(comparison).toContainText(/\d+ days later/)
  })

  await test.step('its permalink has no language and leads back to it', async () => {
    const link = page.getByRole('link', { name: /^\/r\/QD-/ })
    const permalink = (await link.getAttribute('href')) ?? ''
    expect(new URL(permalink).pathname).toMatch(/^\/r\/QD-\d{4}-\d{4}$/)
    await link.click()
    await expect(heading(page, amended.title)).toBeVisible()
    await expect(page).toHaveURL(/\/en\/commitments\/QD-/)
  })

  await test.step('it says who, under which clause, and of what', async () => {
    await follow(page, amended.organisation)
    await expect(heading(page, /Secretaría de Educación/)).toBeVisible()
    await page.goBack()
    await page.getByRole('definition').getByRole('link', { name: '1.1', exact: true }).click()
    await expect(page).toHaveURL('/en/clauses/qd2015/access/1')
    await expect(page.getByRole('link', { name: amended.title })).toBeVisible()
    await page
      .getByRole('main')
      .getByRole('link', { name: /Qingdao Declaration/ })
      .first()
      .click()
    await expect(page).toHaveURL('/en/declarations/qd2015')
  })
})

test('every page is there in Arabic, from right to left, and back again', async ({ page }) => {
  await page.goto('/en/commitments?outcome=kept')
  await follow(page, 'العربية')
  await expect(page).toHaveURL('/ar/commitments?outcome=kept')
  const root = page.locator('html')
  await expect(root).toHaveAttribute('lang', 'ar')
  await expect(root).toHaveAttribute('dir', 'rtl')
  await follow(page, 'English')
  await expect(page).toHaveURL('/en/commitments?outcome=kept')
  await expect(root).toHaveAttribute('dir', 'ltr')
})

test('an address nobody has is a page that says so and leads on', async ({ page }) => {
  for (const path of [
    '/en/commitments/QD-2026-9999',
    '/en/organisations/org_nobody',
    '/en/clauses/qd2015/access/99',
    '/en/declarations/nowhere',
    '/r/QD-2026-9999',
    '/nowhere',
  ]) {
    const answer = await page.goto(path)
    expect([path, answer?.status()]).toEqual([path, 404])
    await expect(heading(page, 'Page not found')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Find a commitment' })).toBeVisible()
  }
  expect((await page.goto('/fr/nulle-part'))?.status()).toBe(404)
  await expect(heading(page, 'Page introuvable')).toBeVisible()
})

test('reading the record leaves no cookie, and a session changes nothing of it', async ({
  page,
  as,
}) => {
  await page.goto('/en')
  await page.goto('/en/organisations')
  expect(await page.context().cookies()).toEqual([])
  const signedIn = await as('partner')
  for (const path of ['/en/organisations', '/en/clauses/qd2015/access/1', '/en/about']) {
    // Others may publish between the two: asked again until both show the same log.
    await expect(async () => {
      const [mine, theirs] = [await signedIn.request.get(path), await page.request.get(path)]
      expect(await mine.text()).toBe(await theirs.text())
      expect(mine.headers()['cache-control']).toContain('public')
    }).toPass({ timeout: 15_000 })
  }
})

/** The option that begins with this name, with the count printed behind it. */
async function within(page: Page, name: string) {
  return page.getByRole('option', { name: new RegExp(`^${name} \\(`) }).innerText()
}
