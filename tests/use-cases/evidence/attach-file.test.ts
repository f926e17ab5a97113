import { expect, it } from 'vitest'

import { evidence } from '#app/db/schema/evidence.ts'
import { MAX_FILE_BYTES, type FileInput } from '#app/domain/evidence/evidence.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { file } from '#tests/support/pieces.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, published, reported, world, type World } from '#tests/support/world.ts'

async function draft(w: World) {
  const { terms } = await published(w)
  return granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id)).report
}

it('adds a file with its hash to a draft report', async () => {
  const w = await world()
  const { id } = await draft(w)
  granted(await attachFile(w.as(w.editor), id, file))
  expect(await w.db.select().from(evidence)).toMatchObject([
    { ...file, reportId: id, kind: 'file', url: null, state: 'scanned', round: null },
  ])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'evidence.attached', subject: id, entry: null })
})

it('is for members of the lead', async () => {
  const w = await world()
  const { id } = await draft(w)
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => attachFile(acting, id, file))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('takes no file that is too large, empty, unexplained or not what it says', async () => {
  const w = await world()
  const { id } = await draft(w)
  const attach = (changes: Partial<FileInput>) =>
    refused(w.db, () => attachFile(w.as(w.partner), id, { ...file, ...changes }))
  expect(await attach({ size: MAX_FILE_BYTES + 1 })).toBe('file-too-large')
  expect(await attach({ size: 0 })).toBe('file-empty')
  expect(await attach({ heldReason: ' ' })).toBe('reason-when-held')
  expect(await attach({ title: '' })).toBe('missing')
  expect(await attach({ mediaType: 'text/html' })).toBe('file-not-what-it-says')
  expect(await attach({ fileName: 'lists.html' })).toBe('file-type-not-taken')
  expect(await attach({ fileName: 'lists.constructor' })).toBe('file-type-not-taken')
})

it('wants a report that is still in hand', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  expect(await refused(w.db, () => attachFile(w.as(w.partner), id, file))).toBe(
    'report-not-editable',
  )
  expect(await refused(w.db, () => attachFile(w.as(w.partner), 'rpt_none', file))).toBe(
    'report-missing',
  )
})
