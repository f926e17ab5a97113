import { expect, it } from 'vitest'

import {
  replayAct,
  replayedCommitment,
  replayedDeclaration,
  replayedOrganisation,
  startReplay,
} from '#app/domain/accountability/replay.ts'
import { actInRole } from '#app/domain/acts/act.ts'
import { openDeclaration } from '#app/domain/declarations/opening.ts'
import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { declaration } from '#tests/support/facts.ts'
import { opened } from '#tests/support/opened.ts'
import {
  allowed,
  deciding,
  publishing,
  replying,
  reporting,
  taking,
} from '#tests/support/replayed.ts'

const opening = allowed(openDeclaration(declaration, cast.administrator, NOW)).act
const life = [opening, publishing(), reporting(), taking(), deciding(), replying()]
const replayOf = (acts: Parameters<typeof opened>[0]) => {
  const replay = startReplay()
  for (const act of opened(acts)) replayAct(replay, act)
  return replay
}
const shownAt = (size: number, today = '2026-11-23') => {
  const made = replayedCommitment(replayOf(life), 'cmt_1', today, size)
  return made?.ok && [made.value.outcome, made.value.assurance, made.value.entries.length]
}

it('derives the record as the register does, for a day and for any size of the log', () => {
  const made = replayedCommitment(replayOf(life), 'cmt_1', '2026-11-23')
  if (!made?.ok) throw new Error(made?.problem.code)
  expect(publicCommitmentShape.parse(made.value)).toMatchObject({
    outcome: 'kept',
    assurance: 'disputed',
    nextDueOn: null,
    milestones: [{ timeliness: 'reported', daysLate: 22, finding: 'achieved' }],
  })
  expect([2, 3, 4, 5, 6, 99].map((size) => shownAt(size))).toEqual([
    ['on-track', null, 1],
    ['on-track', 'claimed', 2],
    ['on-track', 'under-review', 3],
    ['kept', 'reviewed', 4],
    ['kept', 'disputed', 5],
    ['kept', 'disputed', 5],
  ])
  expect(shownAt(2, '2027-06-01')).toEqual(['no-report', null, 1])
  expect(shownAt(2, '2025-06-01')).toEqual(['registered', null, 1])
})

it('has no record before its first act', () => {
  expect(replayedCommitment(replayOf(life), 'cmt_1', '2026-11-23', 1)).toBeUndefined()
  expect(replayedCommitment(replayOf(life), 'cmt_9', '2026-11-23')).toBeUndefined()
  expect(replayedDeclaration(replayOf(life), 'td2020', 0)).toBeUndefined()
  expect(replayedDeclaration(replayOf(life), 'td2020', 1)).toMatchObject({ ok: true })
  expect(replayedOrganisation(replayOf(life), 'org_lead')).toBeUndefined()
})

it('names a commitment under a declaration that nobody opened', () => {
  expect(replayedCommitment(replayOf([publishing()]), 'cmt_1', '2026-11-23')).toEqual({
    ok: false,
    problem: { code: 'declaration-unknown', index: 0, where: 'td2020' },
  })
  // Opened only afterwards: at that size of the log nobody had.
  const late = replayOf([publishing(), opening])
  expect(replayedCommitment(late, 'cmt_1', '2026-11-23', 1)).toMatchObject({ ok: false })
  expect(replayedCommitment(late, 'cmt_1', '2026-11-23', 2)).toMatchObject({ ok: true })
})

it('names an act that belongs to no record', () => {
  expect(replayOf([opening, reporting()]).problems).toEqual([
    { code: 'subject-unknown', index: 1, where: 'mls_1' },
  ])
  const odd = actInRole('register.opened', 'mls_1', cast.coordinator, 'coordinator', NOW)
  const made = replayedCommitment(replayOf([...life, odd]), 'cmt_1', '2026-11-23')
  expect(made).toMatchObject({ ok: false, problem: { code: 'act-unknown', index: 6 } })
})

it('names a declaration that is opened twice', () => {
  expect(replayedDeclaration(replayOf([opening, opening]), 'td2020')).toMatchObject({
    ok: false,
    problem: { code: 'act-out-of-order', index: 1 },
  })
})
