import type { Page } from '@playwright/test'

import { choose, expect, follow, heading, press, test, typed } from '#tests/support/browser.ts'

/** For each way of browsing a record of its own: a decision waits for no other on the same one. */
const records = {
  js: {
    list: '/en/commitments?group=development-partner',
    title: 'Finance electricity for 2,400 schools before any device is bought',
    words: 'before any device is bought',
    left: 'Finance electricity for 2,400 schools',
  },
  'no-js': {
    list: '/en/commitments?group=academia',
    title: 'سنة تمهيدية مفتوحة عبر الإنترنت لنساء انقطعن عن الدراسة',
    words: 'لنساء انقطعن عن الدراسة',
    left: 'سنة تمهيدية مفتوحة عبر الإنترنت',
  },
} as const

const reason = 'Somebody asked for it, and nothing weighs more than that.'

test('two coordinators withhold words, and the public sees that and why', async ({ page, as }, {
  project,
}) => {
  test.setTimeout(120_000)
  const { list, title, words, left } = records[project.name as keyof typeof records]
  const first = await as('coordinator')
  const second = await as('memberCoordinator')
  let number = ''

  await test.step('a reader sees them', async () => {
    await page.goto(list)
    await follow(page, title)
    await expect(heading(page, title)).toBeVisible()
    number = page.url().split('/').at(-1) ?? ''
    expect(number).toMatch(/^QD-\d{4}-\d{4}$/)
  })

  await test.step('a coordinator says which record, which words, on what ground and why', async () => {
    await first.goto('/en/desk/queue')
    await follow(first, 'Withhold something from a record')
    await typed(first, 'Number of the record', number)
    await press(first, 'Go on')
    await typed(first, 'Words to withhold', `${words} `)
    await choose(first, 'On what ground', 'A person’s right to erasure (GDPR Article 17)')
    await typed(first, 'Reason', `It says: ${words}`)
    await press(first, 'See what it would change')
    await expect(first.getByRole('alert')).toContainText('does not say what is withheld')
    await expect(first.getByRole('textbox', { name: 'Words to withhold' })).toHaveValue(
      new RegExp(words),
    )
  })

  await test.step('sees every place first, and changes their mind once', async () => {
    await typed(first, 'Reason', reason)
    await press(first, 'See what it would change')
    await expect(heading(first, 'Withhold something from a record')).toBeVisible()
    await expect(first.locator('mark', { hasText: words }).first()).toBeVisible()
    await press(first, 'Change it')
    await expect(first.getByRole('textbox', { name: 'Reason' })).toHaveValue(reason)
    await press(first, 'See what it would change')
    await press(first, 'Propose to withhold this')
    await expect(first.getByText('It waits for a second coordinator')).toBeVisible()
    await expect(first.getByRole('button', { name: 'Withhold it' })).toHaveCount(0)
    await page.reload()
    await expect(heading(page, title)).toBeVisible()
  })

  await test.step('another finds it in the queue and carries it out', async () => {
    await second.goto('/en/desk/queue?kind=redaction')
    const row = second.getByRole('row').filter({ hasText: number })
    await row.getByRole('link', { name: /^Decide on a redaction/ }).click()
    await expect(second.getByText(reason)).toBeVisible()
    await expect(second.locator('mark', { hasText: words }).first()).toBeVisible()
    await press(second, 'Withhold it')
    await expect(second.getByText(/^Carried out by/)).toBeVisible()
    await expect(second.getByText(words)).toHaveCount(0)
  })

  await test.step('the public sees that words are gone, which entry says so, and why', async () => {
    await page.reload()
    await expect(page.getByText(words)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(left)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('withheld')
    const notice = page.locator('.notice', { hasText: 'Words were withheld' })
    await expect(notice).toContainText(reason)
    await expect(notice).toContainText('right to erasure')
    await expectNothingLeft(page, words)

    await notice.getByRole('link').click()
    await expect(page).toHaveURL(/\/en\/log\/\d+$/)
    await expect(page.getByText(reason)).toBeVisible()
    await expectNothingLeft(page, words)
  })

  await test.step('in the list and in every language too', async () => {
    await page.goto(list)
    await expect(page.getByRole('link', { name: left })).toContainText('withheld')
    await expectNothingLeft(page, words)
    for (const [locale, mark] of [
      ['ar', 'محجوب'],
      ['zh', '已撤下'],
    ] as const) {
      await page.goto(`/${locale}/commitments/${number}`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(mark)
      await expectNothingLeft(page, words)
    }
  })
})

/** Neither shown nor anywhere else in what was sent. */
async function expectNothingLeft(page: Page, words: string) {
  const sent = await page.request.get(page.url())
  expect(await sent.text()).not.toContain(words)
  expect(await page.content()).not.toContain(words)
}
