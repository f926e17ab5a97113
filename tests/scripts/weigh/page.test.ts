import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'

import { afterAll, expect, it } from 'vitest'

import { excessOf } from '#scripts/weigh/budgets.ts'
import { scales, type Weight } from '#scripts/weigh/page.ts'

const css = `@font-face{font-family:A;src:url(/fonts/latin-ext.woff2);unicode-range:U+1??,U+218-21b}`
const page = (lang: string, name: string, more = '') =>
  `<html lang="${lang}"${more}><head><link rel="stylesheet" href="/a.css"/>
  <link rel="preload" href="/fonts/latin.woff2" as="font"/><link rel="icon" href="/i.svg"/></head>
  <script type="application/ld+json">{"a":"data"}</script><h1>${name}</h1></html>`
const files: Record<string, string> = {
  '/a.css': css,
  '/i.svg': '<svg/>',
  '/fonts/latin.woff2': 'f'.repeat(20_000),
  '/fonts/latin-ext.woff2': 'e'.repeat(9_000),
  '/en': page('en', 'Paris'),
  '/en/named': page('en', 'Łódź'),
  '/ru/named': page('ru', 'Łódź'),
  '/en/saving': page('en', 'Łódź', ' dir="ltr" class="save-data"').replace(
    /<link rel="preload[^>]*>/,
    '',
  ),
  '/en/scripted': `${page('en', 'Paris')}<script>alert(1)</script><script src="/a.js"></script>`,
  '/a.js': 'j'.repeat(500),
}
const server = createServer((req, res) => {
  const text = files[req.url ?? ''] ?? ''
  const coded = !req.url?.startsWith('/fonts')
  if (coded) res.setHeader('Content-Encoding', 'br')
  res.end(coded ? brotliCompressSync(text) : text)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())
const weigh = scales(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
const sent = (path: string) => brotliCompressSync(files[path] ?? '').length

it('weighs a page, its styles, its font and its picture as they are sent', async () => {
  expect(await weigh('/en')).toMatchObject({
    html: sent('/en'),
    css: sent('/a.css'),
    fonts: 20_000,
    others: sent('/i.svg'),
    scripts: 0,
    requests: 4,
    extended: false,
  })
})

it('weighs the second font file where letters of names ask for it', async () => {
  expect(await weigh('/en/named')).toMatchObject({ fonts: 29_000, requests: 5, extended: true })
  expect(await weigh('/ru/named')).toMatchObject({ fonts: 20_000, requests: 4 })
  expect(await weigh('/en/saving')).toMatchObject({ fonts: 0, requests: 3 })
})

it('takes data for no script, and every script for one', async () => {
  const weight = await weigh('/en/scripted')
  expect(weight).toMatchObject({ scripts: sent('/a.js') + 'alert(1)'.length, requests: 5 })
  expect(excessOf('public', ':locale', weight)).toEqual([
    expect.stringMatching(/^scripts 0\.\d KB, at most 0\.0 KB$/),
    '5 requests, at most 4',
  ])
})

it('says what is too heavy, and lets a record be longer than other pages', () => {
  const light = { path: '/en', status: 200, text: '', css: 1, fonts: 1, scripts: 0, others: 0 }
  const weight: Weight = { ...light, html: 12_000, requests: 4, extended: false }
  expect(excessOf('public', ':locale/places', weight)).toEqual(['html 11.7 KB, at most 10.0 KB'])
  expect(excessOf('public', ':locale/commitments/:number', weight)).toEqual([])
  expect(excessOf('form', ':locale/sign-up', weight)).toEqual(['html 11.7 KB, at most 8.0 KB'])
  expect(excessOf('review', ':locale/desk/review/:id', weight)).toEqual([
    'fonts 0.0 KB, at most 0.0 KB',
  ])
  const full = { ...weight, fonts: 44_000, requests: 5 }
  expect(excessOf('public', ':locale/commitments/:number', full)).not.toEqual([])
  expect(excessOf('public', ':locale/commitments/:number', { ...full, extended: true })).toEqual([])
})
