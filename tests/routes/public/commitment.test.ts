import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import * as commitment from '#app/routes/public/commitment/route.tsx'
import { signLog } from '#tests/support/log-routes.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { testServer } from '#tests/support/server.ts'
import { tampered } from '#tests/support/tampered.ts'
import { NOW, published, reported, world } from '#tests/support/world.ts'

const routes = { ':locale/commitments/:number': commitment } as unknown as Parameters<
  typeof testServer
>[0]
const show = async (db: Database, number: string | null) => {
  const { ask } = await testServer(routes, { db, now: () => NOW })
  const answer = await ask(`/en/commitments/${number}`)
  expect(answer.status).toBe(200)
  return (await answer.text()).replaceAll('<!-- -->', '')
}

async function recorded() {
  const w = await world()
  const made = await published(w)
  await reported(w, made)
  await signLog(w.db)
  const { entry } = await lastAct(w.db)
  return { w, number: made.number, entry: entry! }
}

const differs = 'What this page shows differs from the log'

it('carries the seal, its entry, hash and root, and leads to the check and the receipt', async () => {
  const { w, number, entry } = await recorded()
  const page = await show(w.db, number)
  expect(page).not.toContain(differs)
  const [panel = ''] = /<section class="verify"[^]*?<\/section>/.exec(page) ?? []
  expect(panel).toContain('class="seal"')
  expect(panel).toContain(`<a href="/en/log/${entry}">Entry ${entry}</a> in the public log, `)
  expect(panel).toMatch(/\d\d:\d\d UTC/)
  expect(panel).toContain(`Root hash of ${entry + 1} entries`)
  expect(panel).toContain(`href="/en/log/${entry}/check"`)
  expect(panel).toContain(`href="/log/receipt/${entry}"`)
  // Each act of its history leads to its own page.
  for (const one of [entry, entry - 1])
    expect(page.split(`<a href="/en/log/${one}">`).length).toBeGreaterThan(2)
})

it.each([
  [
    "UPDATE commitment_versions SET terms = replace(terms, '12,000', '2,000')",
    'What is shown here is not',
  ],
  [
    "UPDATE report_rounds SET content = replace(content, '3120', '9120')",
    'What is shown here is not',
  ],
  ["UPDATE acts SET fields = replace(fields, '3120', '9120')", 'is not what the entry says'],
  [
    'UPDATE disclosures SET disclosure = NULL WHERE idx = 4 AND rowid % 3 = 0',
    'without a logged reason',
  ],
  ["UPDATE disclosures SET disclosure = disclosure || 'A' WHERE idx = 4", 'does not vouch for'],
  [
    'UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 4',
    'another hash than the log keeps',
  ],
  ["UPDATE log_entry SET leaf = 'gone' WHERE idx = 4", 'cannot be read as an act'],
  [
    "UPDATE organisations SET names = replace(names, 'Ministry', 'Office')",
    'An organisation is not as its own',
  ],
])('says so, and shows no seal, after %s', async (statement, words) => {
  const { w, number } = await recorded()
  const page = await show(await tampered(w.db, statement), number)
  expect(page).toContain(differs)
  expect(page).toContain(words)
  expect(page).toContain('Rely on the log, not on this page')
  expect(page).not.toContain('class="seal"')
})

it('keeps targets and the way of an arrow whole among Arabic', async () => {
  const w = await world()
  const { number } = await published(w, { sdgTargets: ['4.1', '4.a'] })
  const { ask } = await testServer(routes, { db: w.db, now: () => NOW })
  const html = await (await ask(`/ar/commitments/${number}`)).text()
  expect(html).toContain('\u20684.1\u2069 و\u20684.a\u2069')
  expect(html.match(/→/g)?.length).toBe(html.match(/class="arrow" aria-hidden="true">→/g)?.length)
})
