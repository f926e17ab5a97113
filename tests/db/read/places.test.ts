import { expect, it } from 'vitest'

import { placesPage } from '#app/db/read/places.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { NOW } from '#tests/support/world.ts'

const search = (query: string) => new URLSearchParams(query)

it('counts what is public, narrowed as the address says, and shows nothing private', async () => {
  const { db } = await worldWithSecrets()
  const page = await placesPage(db, search('clause=qd2015/oer/1&group=academia&year=x'), NOW)
  expect(JSON.stringify(page)).not.toContain(SECRET)
  expect(page.filters).toEqual({ clause: ['qd2015/oer/1'] })
  expect(page.places).toMatchObject({ made: 1, reached: 1 })
  const east = await placesPage(db, search('region=014'), NOW)
  expect([east.region, east.places.regions.length]).toEqual(['014', 1])
  for (const query of ['region=KE', 'region=constructor', 'region='])
    expect((await placesPage(db, search(query), NOW)).region).toBeUndefined()
  const kept = await placesPage(db, search('outcome=kept'), NOW)
  expect([kept.places.made, kept.all]).toEqual([0, 1])
})

it('shows every country on an empty install, and asks nothing that grows', async () => {
  const db = await freshDatabase()
  expect((await placesPage(db, search(''), NOW)).places).toMatchObject({ made: 0, known: 247 })
  const plans = await plansOf(db, () => placesPage(db, search('outcome=kept'), NOW))
  expect(growing(plans).filter((step) => !step.includes('declarations'))).toEqual([])
})
