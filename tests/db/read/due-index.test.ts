import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { dueIndex } from '#app/db/read/due-index.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { dueIn, type DueState } from '#app/domain/browsing/due-index.ts'
import { isFinding } from '#app/domain/milestones/report-state.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { worldWithSecrets } from '#tests/support/secrets.ts'
import { story } from '#tests/support/story.ts'
import { drafted, NOW, published, reported, submitted, world } from '#tests/support/world.ts'

const held = async (db: Database, now = NOW) => {
  const index = await dueIndex(db)
  const years = ['2025', '2026', '2027', '2028']
  return new Map(
    years
      .flatMap((year) => dueIn(index, year, dayOf(now), {}))
      .map(({ id, dueOn, state }) => [id, `${dueOn} ${state}`]),
  )
}

/** The same as the pages of the records tell it, one by one. */
async function told(db: Database, now = NOW) {
  const all = new Map<string, string>()
  for (const { number } of await db.select({ number: commitments.number }).from(commitments)) {
    const page = await recordPage(db, number ?? '', new URLSearchParams(), now)
    for (const { id, dueOn, timeliness, finding, reports } of page?.milestones ?? []) {
      const newest = reports[0]?.state
      const reading: DueState =
        newest && !isFinding(newest) && newest === 'under-review' ? 'under-review' : 'reported'
      const waiting = page?.state === 'withdrawn' ? 'withdrawn' : timeliness
      all.set(id, `${dueOn} ${finding ?? (timeliness === 'reported' ? reading : waiting)}`)
    }
  }
  return all
}

it('keeps up with every act there is, and says what the records say', async () => {
  const w = await world()
  await dueIndex(w.db)
  await story(w, async (what) => {
    expect([what, await held(w.db)]).toEqual([what, await told(w.db)])
  })
  const states = [...(await held(w.db)).values()].map((value) => value.slice(11))
  expect(new Set(states).size).toBeGreaterThan(2)
  const later = new Date(NOW.getTime() + 200 * 86_400_000)
  expect(await held(w.db, later)).toEqual(await told(w.db, later))
})

it('holds nothing that is not public', async () => {
  const { db } = await worldWithSecrets()
  expect(await held(db)).toEqual(await told(db))
  expect((await held(db)).size).toBe(3)
  const w = await world()
  await drafted(w)
  await submitted(w)
  expect((await held(w.db)).size).toBe(0)
})

it('several who ask at once get one answer, with what was recorded before they asked', async () => {
  const w = await world()
  const first = dueIndex(w.db)
  await published(w)
  const [one, two] = await Promise.all([dueIndex(w.db), dueIndex(w.db), first])
  expect(one).toBe(two)
  expect((await held(w.db)).size).toBe(1)
  expect((await dueIndex(await freshDatabase())).ids).toEqual([])
})

it('looks again only at what acts since then tell of', async () => {
  const w = await world()
  const commitment = await published(w)
  await dueIndex(w.db)
  expect(growing(await plansOf(w.db, () => dueIndex(w.db)))).toEqual([])
  await reported(w, commitment)
  // The slice is what was asked for by id; there are as few declarations as there are.
  const again = growing(await plansOf(w.db, () => dueIndex(w.db)))
  expect(again).toEqual(['SCAN declarations', 'SCAN slice'])
})
