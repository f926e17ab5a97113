import { expect, it } from 'vitest'

import { clausePage } from '#app/db/read/clauses.server.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { NOW, world, type World } from '#tests/support/world.ts'

const clause = (w: Pick<World, 'db'>, key: string) =>
  clausePage(w.db, key, new URLSearchParams(), 'en', NOW)

it('shows who has promised something under it and who has not, and nothing private', async () => {
  const { db, number } = await worldWithSecrets()
  const page = await clause({ db }, 'qd2015/oer/1')
  expect(JSON.stringify(page)).not.toContain(SECRET)
  expect(page?.rows.map((row) => row.number)).toEqual([number])
  expect(page?.clause).toMatchObject({ number: '2.1', theme: { number: 2 } })
  expect([page?.previous?.number, page?.next?.number]).toEqual(['1.2', '2.2'])
  const groups = page?.groups ?? []
  expect(groups.filter((one) => one.count > 0).map((one) => one.group)).toEqual(['government'])
  expect(groups.filter((one) => one.addressed && one.count === 0)).toHaveLength(4)
})

it('ends where the declaration ends', async () => {
  const w = await world()
  expect((await clause(w, 'qd2015/access/1'))?.previous).toBeUndefined()
  expect((await clause(w, 'qd2015/cooperation/1'))?.next).toBeUndefined()
  expect((await clause(w, 'qd2015/cooperation/1'))?.shown.total).toBe(0)
})

it('knows no clause of the preamble, nor one nobody wrote', async () => {
  const w = await world()
  for (const key of ['qd2015/preamble/1', 'qd2015/oer/9', 'qd2015', ''])
    expect(await clause(w, key)).toBeUndefined()
})
