import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { History } from '#app/routes/public/commitment/history.tsx'
import { brought, LATER } from '#tests/support/brought.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { said, words } from '#tests/support/said.tsx'

it('says of each act told from another register when and where it was done', async () => {
  const full = await fullRecord()
  const second = await brought(full)
  const shown = async (db: Database) => {
    const page = await recordPage(db, full.number, new URLSearchParams(), LATER)
    return words(said(<History page={page!} />))
  }
  expect(await shown(second.db)).toContain(
    'Done on 14 November 2026 in first.example, and told here as that register told it.',
  )
  expect(await shown(full.db)).not.toContain('told here')
})
