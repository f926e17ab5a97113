import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { reportRounds, reports } from '#app/db/schema/milestones.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { file, link } from '#tests/support/pieces.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  granted,
  NOW,
  published,
  reportContent,
  TODAY,
  world,
  type World,
} from '#tests/support/world.ts'

const changed = { ...reportContent, value: 2990, happened: 'Three districts were counted twice.' }

async function ready(w: World, content = reportContent) {
  const commitment = await published(w)
  const milestoneId = commitment.terms.milestones![0]!.id
  const { report } = granted(await draftReport(w.as(w.partner), milestoneId))
  granted(await editReport(w.as(w.partner), report.id, content))
  return { commitment, milestoneId, id: report.id }
}
const rowOf = (w: World, id: string) =>
  w.db.select().from(commitments).where(eq(commitments.id, id)).get()

it('puts the claim on the record, word for word, with its evidence', async () => {
  const w = await world()
  const { commitment, milestoneId, id } = await ready(w)
  granted(await attachLink(w.as(w.partner), id, link))
  granted(await attachFile(w.as(w.partner), id, file))
  granted(await submitReport(w.as(w.editor), id))

  expect(await w.db.select().from(reports)).toMatchObject([
    { state: 'reported', rounds: 1, reportedAt: NOW, lastReportedAt: NOW },
  ])
  expect(await w.db.select().from(reportRounds)).toEqual([
    { reportId: id, round: 1, content: reportContent, at: NOW },
  ])
  const pieces = await w.db.select().from(evidence).orderBy(asc(evidence.kind))
  expect(pieces.map(({ kind, state, round }) => [kind, state, round])).toEqual([
    ['file', 'held', 1],
    ['link', 'public', 1],
  ])
  expect(await rowOf(w, commitment.id)).toMatchObject({
    outcome: 'on-track',
    assurance: 'claimed',
    nextDueOn: null,
  })
  const act = await lastAct(w.db)
  expect(act).toMatchObject({
    kind: 'milestone.reported',
    subject: milestoneId,
    commitmentId: commitment.id,
    organisationId: w.organisationId,
    role: 'editor',
    fields: { report: id, round: 1, value: 3120, reached: 'yes', late: true },
    entry: expect.any(Number),
  })
  expect(act.fields[`evidence.${pieces[0]!.id}`]).toEqual({
    kind: 'file',
    title: file.title,
    lang: 'en',
    access: 'held',
    addedOn: TODAY,
    heldReason: file.heldReason,
    sha256: file.sha256,
    size: 1200,
    mediaType: 'application/pdf',
  })
  expect(act.fields[`evidence.${pieces[1]!.id}`]).toMatchObject({ url: link.url })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('is another round when it comes back, and overwrites nothing', async () => {
  const w = await world()
  const { commitment, id } = await ready(w)
  granted(await attachLink(w.as(w.partner), id, link))
  granted(await submitReport(w.as(w.partner), id))
  const { review } = granted(await takeReport(w.as(w.coordinator), id))
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  granted(await editReport(w.as(w.partner), id, changed))
  granted(await attachLink(w.as(w.partner), id, { ...link, title: 'A recount' }))
  granted(await submitReport(w.as(w.partner, daysFromNow(5)), id))

  const rounds = await w.db.select().from(reportRounds).orderBy(asc(reportRounds.round))
  expect(rounds.map(({ round, content }) => [round, content])).toEqual([
    [1, reportContent],
    [2, changed],
  ])
  const pieces = await w.db.select().from(evidence).orderBy(asc(evidence.addedAt))
  expect(pieces.map(({ title, round }) => [title, round])).toEqual([
    ['Attendance lists', 1],
    ['A recount', 2],
  ])
  expect(await w.db.select().from(reports)).toMatchObject([
    { rounds: 2, reportedAt: NOW, lastReportedAt: daysFromNow(5) },
  ])
  expect((await rowOf(w, commitment.id))?.assurance).toBe('claimed')
  await checkLog(w.db)
})

it('is for members of the lead', async () => {
  const w = await world()
  const { id } = await ready(w)
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => submitReport(acting, id))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('wants answers, and a reason for every answer but yes', async () => {
  const w = await world()
  const { terms } = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id))
  const submit = (id: string) => refused(w.db, () => submitReport(w.as(w.partner), id))
  expect(await submit(report.id)).toBe('report-incomplete')
  const { id } = await ready(w, { ...reportContent, reached: 'partly', behindReason: '' })
  expect(await submit(id)).toBe('reason-when-behind')
  expect(await submit('rpt_none')).toBe('report-missing')
})

it('hands in nothing twice, and nothing under a commitment withdrawn meanwhile', async () => {
  const w = await world()
  const first = await ready(w)
  granted(await submitReport(w.as(w.partner), first.id))
  const submit = (id: string) => refused(w.db, () => submitReport(w.as(w.partner), id))
  expect(await submit(first.id)).toBe('report-not-editable')
  const second = await ready(w)
  const why = 'The donor closed the programme.'
  granted(await withdrawCommitment(w.as(w.partner), second.commitment.id, why))
  expect(await submit(second.id)).toBe('commitment-not-published')
})

it('gives fifty simultaneous reports one effect', async () => {
  const w = await world()
  const { id } = await ready(w)
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) => submitReport(w.as(i % 2 ? w.partner : w.editor), id)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public + 1 })
  expect(await w.db.select().from(reportRounds)).toHaveLength(1)
  await checkLog(w.db)
})

it('wants a reason for a first report that comes after its time, even of a target met', async () => {
  const w = await world()
  const due = NOW.getTime() - 10 * 86_400_000
  const after = (days: number) => new Date(due + days * 86_400_000)
  const { id } = await ready(w, { ...reportContent, behindReason: '' })
  expect(await refused(w.db, () => submitReport(w.as(w.partner, after(31)), id))).toBe(
    'reason-when-late',
  )
  granted(await submitReport(w.as(w.partner, after(30)), id))
})
