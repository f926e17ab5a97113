import { expect, it } from 'vitest'

import { reportRounds, reports } from '#app/db/schema/milestones.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  granted,
  published,
  reportContent,
  reported,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const changed = { ...reportContent, value: 99, happened: 'Only one district held its courses.' }

async function draft(w: World) {
  const { terms } = await published(w)
  return granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id)).report
}

it('keeps what is typed, in private', async () => {
  const w = await world()
  const { id } = await draft(w)
  const before = await countActs(w.db)
  granted(await editReport(w.as(w.editor), id, reportContent))
  expect(await w.db.select().from(reports)).toMatchObject([
    { state: 'drafted', content: reportContent, rounds: 0, updatedBy: w.editor.userId },
  ])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'report.edited', subject: id, entry: null })
  expect((await countActs(w.db)).public).toBe(before.public)
})

it('never changes what was handed in before', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  granted(await editReport(w.as(w.partner), report.id, changed))
  expect(await w.db.select().from(reports)).toMatchObject([{ state: 'returned', content: changed }])
  expect(await w.db.select().from(reportRounds)).toMatchObject([
    { round: 1, content: reportContent },
  ])
})

it('is for members of the lead while the report is in hand', async () => {
  const w = await world()
  const { id } = await draft(w)
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => editReport(acting, id, reportContent))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('wants a report in hand and a measurement that was made', async () => {
  const w = await world()
  const { id } = await draft(w)
  const handedIn = await reported(w, await published(w))
  const edit = (of: string, content = reportContent) =>
    refused(w.db, () => editReport(w.as(w.partner), of, content))
  expect(await edit(id, { ...reportContent, measuredOn: dayFromNow(1) })).toBe(
    'measured-in-the-future',
  )
  expect(await edit(id, { ...reportContent, next: 'As █ says' })).toBe('withheld-sign')
  expect(await edit(handedIn.id)).toBe('report-not-editable')
  expect(await edit('rpt_none')).toBe('report-missing')
})
