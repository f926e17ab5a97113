import { expect, it } from 'vitest'

import { evidence } from '#app/db/schema/evidence.ts'
import { writing } from '#app/db/transaction.server.ts'
import { MAX_EVIDENCE_ITEMS } from '#app/domain/evidence/evidence.ts'
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { file, link } from '#tests/support/pieces.ts'
import { granted, NOW, published, world } from '#tests/support/world.ts'

it('stops at twenty pieces, also when they all come at once', async () => {
  const w = await world()
  const { terms } = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id))
  const acting = { actor: w.partner, now: NOW }
  const results = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      writing(w.db, (tx) => attachEvidence(tx, acting, report.id, i % 2 ? link : file)),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(MAX_EVIDENCE_ITEMS)
  expect(await w.db.select().from(evidence)).toHaveLength(MAX_EVIDENCE_ITEMS)
  expect(results.at(-1)).toEqual({ ok: false, code: 'too-much-evidence' })
})

it('counts the files of all an organisation’s reports, and lets one of two at the edge in', async () => {
  const w = await world()
  const { terms } = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id))
  const acting = { actor: w.partner, now: NOW }
  const quotaBytes = 2 * file.size + 100
  const attach = (input: typeof file | typeof link) =>
    writing(w.db, (tx) => attachEvidence(tx, acting, report.id, input, quotaBytes))
  granted(await attach(file))
  const two = await Promise.all([attach(file), attach(file)])
  expect(two.map((one) => (one.ok ? 'done' : one.code))).toEqual([
    'done',
    'organisation-quota-full',
  ])
  expect((await attach({ ...file, size: 101 })).ok).toBe(false)
  expect((await attach({ ...file, size: 100 })).ok).toBe(true)
  expect((await attach(link)).ok).toBe(true)
})
