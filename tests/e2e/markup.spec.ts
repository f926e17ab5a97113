import { readFileSync } from 'node:fs'

import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate'

import { expect, test } from '#tests/support/browser.ts'
import { addressesIn, crawl, type Found } from '#tests/support/crawl.ts'
import { secrets } from '#tests/support/secrets.ts'

const rules = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData
const validator = new HtmlValidate(new StaticConfigLoader(rules))

/** What is wrong with a page's HTML, one line each. */
async function faultsOf({ path, html }: Found): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results
    .flatMap(({ messages }) => messages)
    .map(({ message, ruleId, line, column }) => `${path} ${line}:${column} ${ruleId}: ${message}`)
}

/** Whole, without the pages of the desk and without the endless filters of lists. */
const publicPages =
  /^\/(r\/|en$|en\/(?!desk|sign-|account|first-run)[^?]*(\?(after|before)=[^&]*)?$)/

test.describe('the whole public site, followed link by link', () => {
  let pages: Found[] = []

  test.beforeAll(async ({ request }) => {
    pages = await crawl(request, { from: ['/en'], within: publicPages })
  })

  test('has no dead link', () => {
    expect(pages.length).toBeGreaterThan(170)
    const permalinks = pages.filter(({ pattern }) => pattern === 'r/:number')
    expect(permalinks.every(({ status }) => status === 303)).toBe(true)
    const dead = pages.filter(({ status, pattern }) => status !== 200 && pattern !== 'r/:number')
    expect(dead.map(({ path, status }) => `${status} ${path}`)).toEqual([])
  })

  test('ships no script', () => {
    const scripted = pages.filter(({ html }) => /<script|\son[a-z]+="|javascript:/i.test(html))
    expect(scripted.map(({ path }) => path)).toEqual([])
  })

  test('shows nothing that was not published', () => {
    expect(secrets.length).toBeGreaterThan(8)
    for (const secret of secrets) {
      const told = pages.filter(({ html }) => html.includes(secret))
      expect(told.map(({ path }) => `${path} says “${secret}”`)).toEqual([])
    }
  })

  test('is sound HTML', async () => {
    const faults: string[] = []
    for (const page of pages)
      if (page.pattern !== 'r/:number') faults.push(...(await faultsOf(page)))
    expect(faults).toEqual([])
  })

  test('leads to every commitment and every organisation', () => {
    const counted = (pattern: string) => pages.filter((page) => page.pattern === pattern).length
    expect(counted(':locale/commitments/:number')).toBeGreaterThanOrEqual(116)
    expect(counted(':locale/organisations/:id')).toBeGreaterThanOrEqual(35)
    expect(counted(':locale/clauses/*')).toBeGreaterThanOrEqual(17)
  })
})

for (const role of ['partner', 'otherPartner', 'coordinator', 'administrator'] as const)
  test(`the desk of a ${role} is sound HTML, without a script or a dead link`, async ({ as }) => {
    const { request } = await as(role)
    const pages = await crawl(request, {
      from: ['/en/desk'],
      within: /^\/en\/desk(?!\/files\/)/,
      each: 6,
    })
    expect(pages.length).toBeGreaterThan(4)
    const dead = pages.filter(({ status }) => status !== 200)
    expect(dead.map(({ path, status }) => `${status} ${path}`)).toEqual([])
    expect(pages.filter(({ html }) => html.includes('<script')).map(({ path }) => path)).toEqual([])
    const faults: string[] = []
    for (const page of pages) faults.push(...(await faultsOf(page)))
    expect(faults).toEqual([])
  })
