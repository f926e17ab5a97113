import { expect, it } from 'vitest'

import { coveragePage } from '#app/db/read/coverage.server.ts'
import { coverageTotal } from '#app/domain/browsing/coverage.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { NOW } from '#tests/support/world.ts'

const search = (query: string) => new URLSearchParams(query)

it('counts what is public, narrowed as the address says, and shows nothing private', async () => {
  const { db } = await worldWithSecrets()
  const page = await coveragePage(db, search('country=002&year=2026&outcome=kept&show=x'), NOW)
  expect(JSON.stringify(page)).not.toContain(SECRET)
  expect(page.declaration?.key).toBe('qd2015')
  expect(page.filters).toEqual({ country: ['002'], year: ['2026'] })
  expect(coverageTotal(page.declaration!.coverage).made).toBe(1)
  const elsewhere = await coveragePage(db, search('country=150&declaration=nothing'), NOW)
  expect(coverageTotal(elsewhere.declaration!.coverage).made).toBe(0)
  expect(elsewhere.declaration?.whole.made).toBe(1)
  expect(elsewhere.years).toEqual([{ value: '2026', count: 0 }])
})

it('stands on an empty install', async () => {
  const page = await coveragePage(await freshDatabase(), search(''), NOW)
  expect(page).toMatchObject({ declarations: [], declaration: undefined, places: [], years: [] })
})

it('asks the database nothing that grows with the register', async () => {
  const { db } = await worldWithSecrets()
  await coveragePage(db, search(''), NOW)
  const plans = await plansOf(db, () => coveragePage(db, search('country=002'), NOW))
  expect(plans.length).toBeGreaterThan(0)
  expect(growing(plans).filter((step) => !step.includes('declarations'))).toEqual([])
})
