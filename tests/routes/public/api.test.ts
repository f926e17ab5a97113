import { expect, it } from 'vitest'

import { apiOperations } from '#app/domain/open-data/api.ts'
import * as api from '#app/routes/public/api/route.tsx'
import * as home from '#app/routes/public/home/route.tsx'
import { freshDatabase } from '#tests/support/database.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { testServer } from '#tests/support/server.ts'
import { NOW } from '#tests/support/world.ts'

const routes = {
  ':locale': home,
  ':locale/data/api': api,
} as unknown as Parameters<typeof testServer>[0]
const origin = 'https://kept.example'

it('tells people what the document tells programs', async () => {
  const { db, number } = await fullRecord()
  const { ask } = await testServer(routes, { db, now: () => NOW, origin })
  const page = await (await ask('/en/data/api')).text()
  for (const { id, path, says } of apiOperations) {
    expect(page).toContain(`id="${id}"`)
    expect(page).toContain(`<code>${path}</code>`)
    expect(page).toContain(says)
  }
  expect(page).toMatch(new RegExp(`curl &#x27;${origin}/api/v1/commitments/\\w+-\\d+-\\d+&#x27;`))
  expect(page).toContain(number.slice(0, 7))
  expect(page).not.toContain('<script')
  const named = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  for (const id of named) expect(page).toContain(`id="${id}"`)
})

it('leaves descriptions in English, and says so to readers aloud', async () => {
  const { ask } = await testServer(routes, { db: await freshDatabase(), now: () => NOW, origin })
  const page = await (await ask('/ar/data/api')).text()
  expect(page).toContain(
    '<span lang="en" dir="ltr">The whole public record of one commitment.</span>',
  )
  expect(page).toContain('واجهة برمجة التطبيقات')
})

it('has a head that names it in every language', async () => {
  const { ask } = await testServer(routes, { db: await freshDatabase(), now: () => NOW, origin })
  for (const [path, any] of [
    ['/fr', '/'],
    ['/fr/data/api', '/en/data/api'],
  ] as const) {
    const head = (await (await ask(path)).text()).split('</head>', 1)[0] ?? ''
    expect(head.match(/rel="canonical"/g)).toHaveLength(1)
    expect(head).toContain(`<link rel="canonical" href="${origin}${path}"/>`)
    expect(head).toContain(`hrefLang="x-default" href="${origin}${any}"`)
    expect(head.match(/rel="alternate" hrefLang/g)).toHaveLength(7)
    expect(head).toContain('<meta property="og:locale" content="fr_FR"/>')
  }
  const missing = await (await ask('/fr/nothing')).text()
  expect(missing).toContain('content="noindex"')
  expect(missing).not.toContain('rel="canonical"')
})
