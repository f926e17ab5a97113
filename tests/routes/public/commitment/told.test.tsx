import { beforeAll, expect, it } from 'vitest'

import { recordPage, type RecordPage } from '#app/db/read/record.server.ts'
import { EvidenceList } from '#app/routes/public/commitment/evidence.tsx'
import { History } from '#app/routes/public/commitment/history.tsx'
import { importPackage } from '#app/use-cases/imports/import-package.server.ts'
import { exportOf } from '#tests/support/exported.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { emptyRegister } from '#tests/support/round-trip.ts'
import { said, words } from '#tests/support/said.tsx'
import { daysFromNow, granted } from '#tests/support/world.ts'

const LATER = daysFromNow(20)
const none = new URLSearchParams()
let full: FullRecord
let here: RecordPage
let there: RecordPage

beforeAll(async () => {
  full = await fullRecord()
  const files = await exportOf(full.db, LATER)
  const { db, importer: actor } = await emptyRegister()
  granted(await importPackage({ db, actor, now: LATER }, { files }))
  here = (await recordPage(db, full.number, none, LATER))!
  there = (await recordPage(full.db, full.number, none, LATER))!
})

const evidenceOn = (page: RecordPage) =>
  said(<EvidenceList evidence={page.milestones[0]?.reports[0]?.evidence ?? []} />)

it('says of each act told from another register when and where it was done', () => {
  const told = words(said(<History page={here} />))
  expect(told).toContain(
    'Done on 14 November 2026 in first.example, and told here as that register told it.',
  )
  expect(words(said(<History page={there} />))).not.toContain('told here')
})

it('leads to the files of what was reported there, and never promises what it has not got', () => {
  const file = full.pieces.open
  expect(evidenceOn(there)).toContain(`href="/files/${file}"`)
  expect(evidenceOn(here)).toContain(`href="https://first.example/files/${file}"`)
  expect(words(evidenceOn(here))).toContain('Kept by first.example, where it was reported')
  const lost = here.milestones[0]!.reports[0]!.evidence.map((one) => ({ ...one, toldBy: null }))
  const shown = said(<EvidenceList evidence={lost} />)
  expect(words(shown)).toContain('This register no longer has the file')
  expect(shown).not.toContain(`/files/${file}`)
})
