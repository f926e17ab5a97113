import { XMLParser } from 'fast-xml-parser'
import { expect, it } from 'vitest'

import { logSize } from '#app/db/read/log-tiles.server.ts'
import * as robots from '#app/routes/robots/route.tsx'
import * as index from '#app/routes/sitemap/index/route.tsx'
import * as slice from '#app/routes/sitemap/slice/route.tsx'
import { freshDatabase } from '#tests/support/database.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testServer } from '#tests/support/server.ts'
import { drafted, NOW } from '#tests/support/world.ts'

const routes = {
  'robots.txt': robots,
  'sitemap.xml': index,
  'sitemap/:file': slice,
} as unknown as Parameters<typeof testServer>[0]
const serve = (db: Awaited<ReturnType<typeof freshDatabase>>) =>
  testServer(routes, { db, now: () => NOW, origin: 'https://kept.example' })

type Link = { '@_rel': string; '@_hreflang': string; '@_href': string }
type Url = { loc: string; lastmod: string; 'xhtml:link': Link[] }
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'url' })

/** Every address of every file the index names, read as a search engine would. */
async function everyUrl({ ask }: Awaited<ReturnType<typeof serve>>): Promise<Url[]> {
  const listed = await (await ask('/sitemap.xml')).text()
  const files = [...listed.matchAll(/<loc>https:\/\/kept\.example(\/[^<]+)<\/loc>/g)]
  const urls: Url[] = []
  for (const [, file = ''] of files) {
    const answer = await ask(file)
    expect([file, answer.status]).toEqual([file, 200])
    expect(answer.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
    const { urlset } = parser.parse(await answer.text()) as { urlset: { url: Url[] } }
    urls.push(...urlset.url)
  }
  return urls
}

it('names every public page in six languages, each with the others, and when it changed', async () => {
  const full = await fullRecord()
  await drafted(full.w)
  const urls = await everyUrl(await serve(full.db))
  const addresses = urls.map(({ loc }) => loc)
  for (const path of [
    '/en',
    '/ar/coverage',
    '/zh/data/api',
    '/fr/declarations/qd2015',
    '/ru/clauses/qd2015/oer/1',
    `/es/commitments/${full.number}`,
    `/en/organisations/${full.w.organisationId}`,
  ])
    expect(addresses).toContain(`https://kept.example${path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.filter((one) => one.includes('/commitments/'))).toHaveLength(12)
  const entries = addresses.filter((one) => /\/log\/\d+$/.test(one))
  expect(entries).toHaveLength(6 * (await logSize(full.db)))
  for (const { loc, lastmod, 'xhtml:link': links } of urls) {
    expect(lastmod).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(links.map((one) => one['@_hreflang'])).toHaveLength(7)
    expect(links.map((one) => one['@_href'])).toContain(loc)
  }
  const record = urls.find(({ loc }) => loc.endsWith(`/en/commitments/${full.number}`))
  expect(record?.['xhtml:link'].at(-1)?.['@_href']).toBe(`https://kept.example/r/${full.number}`)
})

it('has nothing of what is not public', async () => {
  for (const { db } of [await worldWithSecrets(), await proposedInSecret()]) {
    const urls = await everyUrl(await serve(db))
    expect(JSON.stringify(urls)).not.toContain(SECRET)
    expect(JSON.stringify(urls)).not.toMatch(/desk|sign-in|usr_/)
  }
})

it('answers on an empty install, and knows no file that is not listed', async () => {
  const { ask } = await serve(await freshDatabase())
  expect(await (await ask('/sitemap.xml')).text()).toContain('/sitemap/pages.xml</loc>')
  for (const file of [
    'commitments-1.xml',
    'commitments-0.xml',
    'log-1.xml',
    'log-0.xml',
    'pages',
    'x.xml',
  ])
    expect([file, (await ask(`/sitemap/${file}`)).status]).toEqual([file, 404])
})

it('tells robots where to look and where not', async () => {
  const { ask } = await serve(await freshDatabase())
  const text = await (await ask('/robots.txt')).text()
  expect(text).toContain('Disallow: /*/desk\n')
  expect(text).toContain('Disallow: /*/sign-in\n')
  expect(text).toContain('Sitemap: https://kept.example/sitemap.xml\n')
})
