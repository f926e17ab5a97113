import { expect, it } from 'vitest'

import { evidence } from '#app/db/schema/evidence.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { link } from '#tests/support/pieces.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, NOW, published, reported, world, type World } from '#tests/support/world.ts'

async function draft(w: World) {
  const { terms } = await published(w)
  return granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id)).report
}

it('adds a link to a draft report, which nobody outside reads yet', async () => {
  const w = await world()
  const { id } = await draft(w)
  granted(await attachLink(w.as(w.editor), id, { ...link, kind: 'dataset' }))
  expect(await w.db.select().from(evidence)).toMatchObject([
    {
      reportId: id,
      kind: 'dataset',
      url: link.url,
      state: 'scanned',
      round: null,
      addedBy: w.editor.userId,
      addedAt: NOW,
    },
  ])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'evidence.attached',
    subject: id,
    entry: null,
  })
})

it('is for members of the lead', async () => {
  const w = await world()
  const { id } = await draft(w)
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => attachLink(acting, id, link))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('wants a report that is still in hand', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  expect(await refused(w.db, () => attachLink(w.as(w.partner), id, link))).toBe(
    'report-not-editable',
  )
  expect(await refused(w.db, () => attachLink(w.as(w.partner), 'rpt_none', link))).toBe(
    'report-missing',
  )
})
