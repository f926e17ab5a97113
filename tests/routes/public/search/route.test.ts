import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'

import * as search from '#app/routes/public/search/route.tsx'
import { freshDatabase } from '#tests/support/database.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testServer } from '#tests/support/server.ts'
import { NOW, published, world } from '#tests/support/world.ts'

const routes = { ':locale/search': search } as unknown as Parameters<typeof testServer>[0]
const serve = (db: Awaited<ReturnType<typeof freshDatabase>>) =>
  testServer(routes, { db, now: () => NOW })

let ask: Awaited<ReturnType<typeof serve>>['ask']
let number: string
let title: string
beforeAll(async () => {
  const w = await world()
  title = 'Zebras <b>for</b> "all" & sundry'
  const arabic = { title: 'تدريب المُعَلِّمِينَ', text: `${'تدريب المعلمين في المدارس. '.repeat(4)}` }
  await published(w, { lang: 'ar', ...arabic })
  await published(w, { title: 'Экономика школ' })
  number = (await published(w, { title })).number!
  ;({ ask } = await serve(w.db))
})

const page = async (path: string) => (await ask(path)).text()
const results = (html: string) => html.match(/<ol class="results".*?<\/ol>/s)?.[0] ?? ''

it('shows what it found with the words marked, and nothing anybody wrote as markup', async () => {
  const html = await page('/en/search?q=zebras+all')
  expect(html).toContain('<h2 class="list-head">1 to 1 of 1 commitment</h2>')
  expect(results(html)).toContain(
    '<mark>Zebras</mark> &lt;b&gt;for&lt;/b&gt; &quot;<mark>all</mark>&quot; &amp; sundry',
  )
  expect(results(html)).toContain(`href="/en/commitments/${number}"`)
  expect(html).toMatch(/<title>Search: zebras all/)
  const evil = encodeURIComponent('"><script>alert(1)</script>')
  expect(await page(`/en/search?q=${evil}`)).not.toContain('<script')
})

it('says of words in another language which, and marks whole words as they are written', async () => {
  const html = results(await page('/en/search?q=%D9%85%D8%B9%D9%84%D9%85%D9%8A%D9%86'))
  expect(html).toContain('<span lang="ar" dir="rtl">تدريب <mark>المُعَلِّمِينَ</mark></span>')
  expect(results(await page('/ar/search?q=%D9%85%D8%B9%D9%84%D9%85'))).toContain(
    '<span>تدريب <mark>المُعَلِّمِينَ</mark></span>',
  )
})

it('leads straight to what is named, and keeps no such answer', async () => {
  const jump = async (q: string) => {
    const answer = await ask(`/en/search?q=${encodeURIComponent(q)}`, { redirect: 'manual' })
    return [answer.status, answer.headers.get('Location'), answer.headers.get('Cache-Control')]
  }
  expect(await jump(number.toLowerCase())).toEqual([303, `/en/commitments/${number}`, 'no-store'])
  expect(await jump('#0')).toEqual([303, '/en/log/0', 'no-store'])
  expect((await jump('QD-1999-0001'))[0]).toBe(200)
})

it('narrows what it found by filters, and says what to leave out where nothing is left', async () => {
  expect(results(await page('/en/search?q=zebras&country=KE&group=government'))).toContain(number)
  const html = await page('/en/search?q=zebras+giraffes&outcome=kept')
  expect(html).toContain('No commitment matches this search.')
  const one = await page('/en/search?q=zebras&outcome=kept')
  expect(one).toContain('Without Kept: <a href="/en/search?q=zebras">1 commitment</a>')
  const two = await page('/en/search?q=Zebras+giraffes')
  expect(two).toContain('Without “giraffes”: <a href="/en/search?q=Zebras">1 commitment</a>')
  expect(await page('/en/search?q=zebars')).toContain(
    'Did you mean <a href="/en/search?q=Zebras"><bdi>Zebras</bdi></a>?',
  )
})

it('says what it did not search for', async () => {
  expect(await page('/en/search?q=***')).toContain('There is no word to search for in “***”.')
  expect(await page(`/en/search?q=${'a'.repeat(300)}`)).toContain('Only the first 200 characters')
})

it('begins with what can be typed, each an example of this register', async () => {
  const html = await page('/en/search')
  expect(html).toContain('What can be typed')
  expect(html).toContain(`href="/en/search?q=${number}"`)
  expect(html).toContain('href="/en/search?q=Ministry+of+Learning"')
  const { ask: askEmpty } = await serve(await freshDatabase())
  expect(await (await askEmpty('/en/search')).text()).toContain('What can be typed')
  expect((await askEmpty('/en/search?q=zebra&outcome=kept')).status).toBe(200)
})

it('goes from page to page in each order, and starts over from a cursor of another', async () => {
  const w = await world()
  for (let i = 0; i < 27; i++) await published(w, { title: `Zebra ${i}` })
  const { ask: askMany } = await serve(w.db)
  for (const sort of ['', '&sort=newest', '&sort=due']) {
    const first = await (await askMany(`/en/search?q=zebra${sort}`)).text()
    expect(first).toContain('1 to 25 of 27 commitments')
    const next = /<a href="([^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await (await askMany(next)).text()
    expect(second).toContain('26 to 27 of 27 commitments')
    expect(second).toMatch(/<title>Search: zebra, page 2/)
    const numbers = (html: string) => results(html).match(/commitments\/QD-\d+-\d+/g) ?? []
    expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(27)
    const back = /<a href="([^"]*)" rel="prev"/.exec(second)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(numbers(await (await askMany(back)).text())).toEqual(numbers(first))
  }
  for (const after of ['x', 'WzEsIjEiXQ', encodeURIComponent("' OR 1"), 'W251bGwsbnVsbF0'])
    expect(await (await askMany(`/en/search?q=zebra&after=${after}`)).text()).toContain('1 to 25')
})

it('finds no secret, and is a whole page whatever is asked', async () => {
  const { db } = await worldWithSecrets()
  const { ask: askSecret } = await serve(db)
  for (const q of [SECRET, 'zz', 'secret', '"said long enough"']) {
    const html = await (await askSecret(`/en/search?q=${encodeURIComponent(q)}`)).text()
    expect(results(html)).toBe('')
    expect(html.replaceAll(q, '')).not.toContain(SECRET)
  }
  const names = fc.constantFrom('q', 'sort', 'after', 'before', 'outcome', 'country', 'due', 'year')
  const query = fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 40 })))
  await fc.assert(
    fc.asyncProperty(query, async (asked) => {
      const answer = await ask(`/en/search?${new URLSearchParams(asked)}`)
      expect([200, 303]).toContain(answer.status)
    }),
    { numRuns: 40 },
  )
})
