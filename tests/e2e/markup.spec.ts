import { readFileSync } from 'node:fs'

import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate'

import { formatOf } from '#app/paths.ts'
import { deskRoles, expect, test } from '#tests/support/browser.ts'
import {
  crawl,
  deskOf,
  fewOf,
  formatsIn,
  patternOf,
  patterns,
  type Found,
} from '#tests/support/crawl.ts'
import { withoutData } from '#tests/support/scripts.ts'
import { unpublished } from '#tests/support/unpublished.ts'

const rules = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData
const validator = new HtmlValidate(new StaticConfigLoader(rules))

/** What is wrong with these pages' HTML; a fault that many pages of a route share is told once. */
async function faultsOf(pages: readonly Found[]): Promise<string[]> {
  const faults = new Map<string, string>()
  for (const { path, pattern, html } of pages) {
    const { results } = await validator.validateString(html)
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
      const fault = `${pattern} ${ruleId} ${message}`
      if (!faults.has(fault)) faults.set(fault, `${path} ${line}:${column} ${ruleId}: ${message}`)
    }
  }
  return [...faults.values()]
}

const told = (pages: readonly Found[]) => pages.map(({ path, status }) => `${status} ${path}`)

/** Not the desk, nor the lists behind each combination of filters. */
const publicPages =
  /^\/(r\/|en$|en\/(?!desk|sign-|account|first-run|log\.atom)[^?]*(\?(after|before)=[^&]*)?$)/

test('the whole public site, followed link by link, is sound and gives nothing away', async ({
  request,
}) => {
  // Of the log there are as many pages as things that ever happened: some hundreds will do.
  const from = ['/en', '/en/search?q=schools']
  const all = await crawl(request, { from, within: publicPages, each: 200 })
  const permalinks = all.filter(({ pattern }) => pattern === 'r/:number')
  const pages = all.filter(({ pattern }) => pattern !== 'r/:number')

  await test.step('every commitment, organisation and clause is led to, by no dead link', () => {
    const counted = (pattern: string) => pages.filter((page) => page.pattern === pattern).length
    expect(counted(':locale/commitments/:number')).toBeGreaterThanOrEqual(116)
    expect(counted(':locale/organisations/:id')).toBeGreaterThanOrEqual(35)
    expect(counted(':locale/clauses/*')).toBeGreaterThanOrEqual(17)
    expect(told(pages.filter(({ status }) => status !== 200))).toEqual([])
    expect(told(permalinks.filter(({ status }) => status !== 303))).toEqual([])
  })

  await test.step('no page ships a script', () => {
    const scripted = pages.filter(({ html }) =>
      /<script|\son[a-z]+="|javascript:/i.test(withoutData(html)),
    )
    expect(told(scripted)).toEqual([])
  })

  await test.step('no page tells what was not published', () => {
    expect(unpublished.length).toBeGreaterThan(8)
    const leaks = unpublished.flatMap((secret) =>
      pages.filter(({ html }) => html.includes(secret)).map(({ path }) => `${path}: ${secret}`),
    )
    expect(leaks).toEqual([])
  })

  await test.step('every format that they lead to is there, and gives nothing away', async () => {
    const formats = fewOf(
      formatsIn(pages).map((path) => ({
        path,
        // The server itself sends what is made for taking away.
        pattern: path.startsWith('/data/') ? 'data' : (patternOf(path) ?? ''),
        status: 0,
        html: '',
      })),
      12,
    )
    for (const { path, pattern } of formats) {
      const answer = await request.get(path)
      const text = await answer.text()
      expect([path, pattern === '', answer.status()]).toEqual([path, false, 200])
      expect(answer.headers()['access-control-allow-origin']).toBe('*')
      expect([path, unpublished.filter((secret) => text.includes(secret))]).toEqual([path, []])
    }
    const served = patterns.filter(
      (one) => /[.](csv|json|jsonld|atom|ics)$/.test(one) && !one.startsWith(':locale/desk/'),
    )
    const led = new Set(formats.map(({ pattern }) => pattern))
    expect(served.filter((one) => !led.has(one) && !one.endsWith(':file'))).toEqual([])
  })

  await test.step('the HTML is valid', async () => {
    expect(await faultsOf(fewOf(pages, 12))).toEqual([])
  })
})

/** A browser asks for a passkey by a script alone. */
const isScripted = ({ pattern, html }: Found) =>
  html.includes('<script') && pattern !== ':locale/account/passkeys'

test('every page of every desk is sound, without a script or a dead link', async ({ as }) => {
  const looked = new Set<string>()
  for (const role of deskRoles)
    await test.step(role, async () => {
      const pages = await deskOf((await as(role)).request)
      for (const { pattern } of pages) looked.add(pattern)
      expect(told(pages.filter(({ status }) => status !== 200))).toEqual([])
      expect(told(pages.filter(isScripted))).toEqual([])
      expect(await faultsOf(fewOf(pages, 6))).toEqual([])
    })
  const desk = patterns.filter((one) => one.startsWith(':locale/desk') && !formatOf(one))
  // Led to from whoever has a second factor: as the demonstration begins, nobody has.
  looked.add(':locale/desk/administration/people/:id/factors')
  expect(desk.filter((pattern) => !looked.has(pattern))).toEqual([])
})
