import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { importPackage } from '#app/use-cases/imports/import-package.server.ts'
import { playDemonstration } from '#scripts/demonstration/play.ts'
import type { DemoCommitment } from '#scripts/demonstration/shape.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { exportOf } from '#tests/support/exported.ts'
import { emptyRegister, linesOf, sameRecord, sameTables } from '#tests/support/round-trip.ts'
import { granted, NOW, TODAY } from '#tests/support/world.ts'

const content = JSON.parse(
  readFileSync('declarations/demonstration/commitments.json', 'utf8'),
) as DemoCommitment[]

it('plays the whole demonstration by the rules, with all eight outcomes and the real plan', async () => {
  const db = await freshDatabase()
  const stage = await playDemonstration(db, memoryFiles(), NOW)

  const rows = await db.select().from(commitments)
  const outcomeOf = new Map(rows.map((row) => [row.id, row.outcome]))
  const expected = content.filter((demo) => demo.expects !== undefined)
  expect(expected.length).toBeGreaterThan(100)
  expect(expected.map((demo) => [demo.key, outcomeOf.get(stage.id(demo.key))])).toEqual(
    expected.map((demo) => [demo.key, demo.expects]),
  )
  expect(new Set(expected.map((demo) => demo.expects))).toEqual(new Set(outcomes))

  const real = rows.filter((row) => row.declaration === 'nap6')
  const steps = (await db.select().from(milestones)).filter((milestone) =>
    real.some((row) => row.id === milestone.commitmentId),
  )
  expect([
    real.length,
    steps.length,
    steps.flatMap((step) => step.terms.indicators).length,
  ]).toEqual([4, 19, 65])
  expect(real.map((row) => [row.invented, row.provenance?.licence])).toEqual(
    real.map(() => [false, 'MIT']),
  )

  await checkLog(db)
  await checkStanding(db, TODAY)
  expect(await checkReplay(db, NOW)).toBeGreaterThan(100)
  await roundTrip(db)
}, 180_000)

/** Exported, brought into an empty register and exported again: the same public record. */
async function roundTrip(db: Database) {
  const exported = await exportOf(db, NOW)
  const { db: second, importer: actor } = await emptyRegister()
  const report = granted(await importPackage({ db: second, actor, now: NOW }, { files: exported }))
  expect(report).toMatchObject({ declarations: 2, unchanged: 0, differing: [], leftOut: [] })
  expect(report.published).toBeGreaterThan(100)
  const imported = await exportOf(second, NOW)
  sameRecord(exported, imported)
  sameTables(exported, imported)
  const before = linesOf<PublicCommitment>(exported.get('commitments.jsonl'))
  for (const kind of [
    before.some(({ version }) => version > 1),
    before.some(({ state }) => state === 'withdrawn'),
    before.some(({ milestones: steps }) => steps.some(({ reports }) => reports.length > 0)),
  ])
    expect(kind).toBe(true)
  await checkLog(second)
  await checkStanding(second, TODAY)
  expect(await checkReplay(second, NOW)).toBeGreaterThan(100)
}
