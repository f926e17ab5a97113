import { expect, it } from 'vitest'

import { evidence } from '#app/db/schema/evidence.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { file, link } from '#tests/support/pieces.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, published, reportContent, world, type World } from '#tests/support/world.ts'

async function draft(w: World) {
  const { terms } = await published(w)
  return granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id)).report
}

it('takes a piece out of a draft and names its file for deletion', async () => {
  const w = await world()
  const { id } = await draft(w)
  const piece = granted(await attachFile(w.as(w.partner), id, file)).evidence
  const { storedName } = granted(await removeEvidence(w.as(w.editor), piece.id))
  expect(storedName).toBe(file.storedName)
  expect(await w.db.select().from(evidence)).toEqual([])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'evidence.removed', subject: id, entry: null })
})

it('is for members of the lead', async () => {
  const w = await world()
  const piece = granted(await attachLink(w.as(w.partner), (await draft(w)).id, link)).evidence
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => removeEvidence(acting, piece.id))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('leaves what was handed in, also after the report came back; new pieces can go', async () => {
  const w = await world()
  const { id } = await draft(w)
  const first = granted(await attachLink(w.as(w.partner), id, link)).evidence
  granted(await editReport(w.as(w.partner), id, reportContent))
  granted(await submitReport(w.as(w.partner), id))
  const remove = (piece: string) => refused(w.db, () => removeEvidence(w.as(w.partner), piece))
  expect(await remove(first.id)).toBe('evidence-handed-in')

  const { review } = granted(await takeReport(w.as(w.coordinator), id))
  const questions = [{ field: 'evidence', text: 'Where is the second list?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  expect(await remove(first.id)).toBe('evidence-handed-in')
  const second = granted(await attachLink(w.as(w.partner), id, link)).evidence
  granted(await removeEvidence(w.as(w.partner), second.id))
  expect(await remove('evd_none')).toBe('evidence-missing')
})
