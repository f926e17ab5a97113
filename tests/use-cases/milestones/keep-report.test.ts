import { expect, it } from 'vitest'

import { reportRounds, reports } from '#app/db/schema/milestones.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { keepReport } from '#app/use-cases/milestones/keep-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  granted,
  published,
  reportContent,
  reported,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const half = { lang: 'fr', happened: 'Deux districts' } as const

async function draft(w: World) {
  const { terms } = await published(w)
  return granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id)).report
}

it('keeps half a report, in private, and hands in none of it', async () => {
  const w = await world()
  const { id } = await draft(w)
  const before = await countActs(w.db)
  granted(await keepReport(w.as(w.editor), id, half))
  expect(await w.db.select().from(reports)).toMatchObject([
    { state: 'drafted', content: half, rounds: 0, updatedBy: w.editor.userId },
  ])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'report.edited', subject: id, entry: null })
  expect((await countActs(w.db)).public).toBe(before.public)
  expect(await refused(w.db, () => submitReport(w.as(w.partner), id))).toBe('report-incomplete')
  await checkLog(w.db)
})

it('never changes what was handed in before, and hands in again only what is complete', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  granted(await keepReport(w.as(w.partner), report.id, half))
  expect(await w.db.select().from(reports)).toMatchObject([{ state: 'returned', content: half }])
  expect(await refused(w.db, () => submitReport(w.as(w.partner), report.id))).toBe(
    'report-incomplete',
  )
  expect(await w.db.select().from(reportRounds)).toMatchObject([
    { round: 1, content: reportContent },
  ])
})

it('is for members of the lead while the report is in hand', async () => {
  const w = await world()
  const { id } = await draft(w)
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => keepReport(acting, id, half))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
  const handedIn = await reported(w, await published(w))
  const keep = (of: string) => refused(w.db, () => keepReport(w.as(w.partner), of, half))
  expect(await keep(handedIn.id)).toBe('report-not-editable')
  expect(await keep('rpt_none')).toBe('report-missing')
})
