import { expect, it } from 'vitest'

import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import { importPackage } from '#app/use-cases/imports/import-package.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { brought, LATER } from '#tests/support/brought.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { exportOf } from '#tests/support/exported.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { emptyRegister, linesOf, sameRecord } from '#tests/support/round-trip.ts'
import { daysFromNow, granted, type World } from '#tests/support/world.ts'

type Files = Map<string, string>
type Register = Awaited<ReturnType<typeof emptyRegister>>

const bringIn = ({ db, importer: actor }: Register, files: Files) =>
  importPackage({ db, actor, now: LATER }, { files })

it.for(['', 'finished', 'districts'])('is the same with “%s” withheld', async (word) => {
  const full = await fullRecord()
  if (word !== '') {
    const by = (actor: World['coordinator']) => full.w.as(actor, daysFromNow(1))
    const wish = {
      ...{ words: [word], evidenceIds: word === 'districts' ? [full.pieces.open] : [] },
      ...({ basis: 'court', reason: 'As a court ordered.' } as const),
    }
    const { coordinator, secondCoordinator } = full.w
    const { redaction } = granted(await proposeRedaction(by(coordinator), full.id, wish))
    granted(await carryOutRedaction(by(secondCoordinator), redaction.id))
  }
  const exported = await exportOf(full.db, LATER)
  const second = await emptyRegister()
  expect(granted(await bringIn(second, exported))).toMatchObject({ published: 2, leftOut: [] })
  const imported = await exportOf(second.db, LATER)
  sameRecord(exported, imported)
  await checkLog(second.db)
  await checkStanding(second.db, LATER.toISOString().slice(0, 10))
  expect(await checkReplay(second.db, LATER)).toBeGreaterThan(0)
  expect(granted(await bringIn(second, exported))).toMatchObject({
    ...{ published: 0, unchanged: 2, differing: [] },
  })
  // And from there once more: it is still told as it was told first.
  const third = await emptyRegister()
  expect(granted(await bringIn(third, imported))).toMatchObject({ published: 2, leftOut: [] })
  sameRecord(imported, await exportOf(third.db, LATER))
})

it('goes on where it was brought to: a finding is corrected, words are withheld', async () => {
  const full = await fullRecord()
  const second = await brought(full)
  const { db } = second
  const by = (actor: Register['importer'], days: number) => ({
    ...{ db, actor, now: daysFromNow(days) },
  })
  const correction = { finding: 'achieved', reviewedValue: 3000, reasons: 'Counted once more.' }
  const { review } = granted(
    await proposeCorrection(by(second.importer, 21), full.reportId, correction as never),
  )
  granted(await confirmFinding(by(second.coordinator, 22), review.id))
  const wish = {
    ...{ words: ['districts'], evidenceIds: [full.pieces.held] },
    ...({ basis: 'safety', reason: 'Somebody is in danger.' } as const),
  }
  const { redaction } = granted(await proposeRedaction(by(second.importer, 23), full.id, wish))
  granted(await carryOutRedaction(by(second.coordinator, 24), redaction.id))
  const now = daysFromNow(25)
  await checkLog(db)
  await checkStanding(db, now.toISOString().slice(0, 10))
  expect(await checkReplay(db, now)).toBeGreaterThan(0)
  const [record] = linesOf<PublicCommitment>((await exportOf(db, now)).get('commitments.jsonl'))
  expect(record?.milestones[0]?.finding).toBe('achieved')
  expect(JSON.stringify(record)).not.toContain('districts')
})
