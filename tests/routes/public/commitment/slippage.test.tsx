import { expect, it } from 'vitest'

import { recordPage } from '#app/db/read/record.server.ts'
import { FirstDue, Slippage } from '#app/routes/public/commitment/slippage.tsx'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { said, words } from '#tests/support/said.tsx'
import { dayFromNow, granted, NOW, published, world } from '#tests/support/world.ts'

const page = async (moved: number) => {
  const w = await world()
  const { id, number, terms } = await published(w)
  const milestones = (terms.milestones ?? []).map((one) => ({ ...one, dueOn: dayFromNow(moved) }))
  const { title, text, endOn } = terms
  const reason = 'The last district starts its courses later than planned.'
  const input = { reason, title: `${title} and helpers`, text, endOn, milestones }
  granted(await amendCommitment(w.as(w.partner), id, input))
  const record = await recordPage(w.db, number ?? '', new URLSearchParams(), NOW)
  return record!
}

it('is quiet while no deadline moved', async () => {
  expect(said(<Slippage page={await page(-10)} />)).toBe('')
  expect(said(<FirstDue slip={undefined} />)).toBe('')
})

it('tells old and new day, how far, why, and leads to the version that did it', async () => {
  const shown = said(<Slippage page={await page(20)} />)
  expect(words(shown)).toContain(
    'One deadline has moved. In all, milestones are due 30 days later than first registered.',
  )
  expect(words(shown)).toContain(
    '3,000 teachers trained 13 November 2026 → 13 December 2026 30 days later The last district',
  )
  expect(shown).toMatch(/href="#mls_/)
  expect(shown).toContain('?from=1&amp;to=2#comparison"')
})

it('says beside the milestone when it was first due', () => {
  const slip = {
    deadline: { of: 'milestone', id: 'mls_1' },
    first: '2027-01-31',
    now: '2027-01-01',
    days: -30,
    moves: [],
  } as const
  expect(words(said(<FirstDue slip={{ ...slip, moves: [] }} />))).toBe(
    'First due 31 January 2027 (30 days sooner)',
  )
  expect(said(<FirstDue slip={{ ...slip, days: 0, moves: [] }} />)).toBe('')
})
