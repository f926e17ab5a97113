import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { destinationOf } from '#app/db/read/jumps.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { logCheckpoints, logEntries } from '#app/db/schema/log.ts'
import { base64, hex } from '#app/domain/ledger/bytes.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { file } from '#tests/support/pieces.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import {
  drafted,
  granted,
  published,
  reportContent,
  submitted,
  world,
} from '#tests/support/world.ts'

it('leads from a number to its record, where it is public', async () => {
  const w = await world()
  const { number } = await published(w)
  await drafted(w)
  await submitted(w)
  for (const typed of [number!, number!.toLowerCase(), number!.replace('-000', '-'), ` ${number} `])
    expect([typed, await destinationOf(w.db, typed)]).toEqual([typed, { number }])
  expect(await destinationOf(w.db, number!.replace('0001', '0002'))).toBeUndefined()
  expect(await destinationOf(w.db, 'teachers')).toBeUndefined()
})

it('leads to an entry of the log by its place, its leaf or the root it is the last of', async () => {
  const w = await world()
  await published(w)
  await signLog(w.db)
  const entries = await w.db.select().from(logEntries)
  const last = entries.at(-1)!
  expect(await destinationOf(w.db, '#0')).toEqual({ entry: 0 })
  expect(await destinationOf(w.db, `#${last.idx}`)).toEqual({ entry: last.idx })
  expect(await destinationOf(w.db, `#${last.idx + 1}`)).toBeUndefined()
  for (const { idx, leafHash } of entries)
    for (const spelled of [hex(new Uint8Array(leafHash)), base64(new Uint8Array(leafHash))])
      expect(await destinationOf(w.db, spelled)).toEqual({ entry: idx })
  const checkpoint = (await w.db.select().from(logCheckpoints).get())!
  expect(await destinationOf(w.db, hex(new Uint8Array(checkpoint.root)))).toEqual({
    entry: checkpoint.size - 1,
  })
  expect(await destinationOf(w.db, '00'.repeat(32))).toBeUndefined()
  expect((await w.db.select().from(acts)).length).toBeGreaterThan(entries.length)
})

it('leads from a piece of evidence to its record, once it is public and as long as it is', async () => {
  const w = await world()
  const { number, terms } = await published(w)
  const { report } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id))
  const given = { ...file, access: 'public' as const, heldReason: '' }
  const { evidence: piece } = granted(await attachFile(w.as(w.partner), report.id, given))
  const destination = () => destinationOf(w.db, file.sha256)
  expect(await destination()).toBeUndefined()
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  granted(await submitReport(w.as(w.partner), report.id))
  expect(await destination()).toEqual({ number })
  for (const state of ['held', 'withheld'] as const) {
    await w.db.update(evidence).set({ state }).where(eq(evidence.id, piece.id))
    expect(await destination()).toBeUndefined()
  }
})

it('asks every question by an index', async () => {
  const w = await world()
  const plans = await plansOf(w.db, async () => {
    for (const typed of ['QD-2027-0147', '#1', '00'.repeat(32)]) await destinationOf(w.db, typed)
  })
  expect(plans.length).toBe(5)
  expect(growing(plans)).toEqual([])
})
