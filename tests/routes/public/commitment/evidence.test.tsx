import { expect, it } from 'vitest'

import { recordPage, type RecordPage } from '#app/db/read/record.server.ts'
import { EvidenceList } from '#app/routes/public/commitment/evidence.tsx'
import { brought, LATER } from '#tests/support/brought.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { said, words } from '#tests/support/said.tsx'

const none = new URLSearchParams()
const pieces = (page: RecordPage | undefined) => page?.milestones[0]?.reports[0]?.evidence ?? []

it('leads to the files of what was reported elsewhere, and promises none it has not got', async () => {
  const full = await fullRecord()
  const file = full.pieces.open
  const second = await brought(full)
  const there = pieces(await recordPage(full.db, full.number, none, LATER))
  const here = pieces(await recordPage(second.db, full.number, none, LATER))

  expect(said(<EvidenceList evidence={there} />)).toContain(`href="/files/${file}"`)
  const told = said(<EvidenceList evidence={here} />)
  expect(told).toContain(`href="https://first.example/files/${file}"`)
  expect(words(told)).toContain('Kept by first.example, where it was reported')
  const lost = said(<EvidenceList evidence={here.map((one) => ({ ...one, toldBy: null }))} />)
  expect(words(lost)).toContain('This register no longer has the file')
  expect(lost).not.toContain(`/files/${file}`)
})
