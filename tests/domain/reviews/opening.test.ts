import { expect, it } from 'vitest'

import { evidenceStates } from '#app/domain/evidence/evidence-state.ts'
import type { Evidence } from '#app/domain/evidence/evidence.ts'
import { openEvidence } from '#app/domain/reviews/opening.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { answer, caseOf, each } from '#tests/support/facts.ts'

const piece = (changes: Partial<Evidence> = {}): Evidence => ({
  id: 'evd_1',
  reportId: 'rpt_1',
  kind: 'link',
  title: 'Lists',
  lang: 'en',
  access: 'public',
  heldReason: '',
  state: 'public',
  url: 'https://ministry.example/lists',
  fileName: null,
  storedName: null,
  mediaType: null,
  size: null,
  sha256: null,
  scan: null,
  round: 1,
  ...changes,
})
const open = (of: Evidence, actor: Actor = cast.coordinator) =>
  answer(openEvidence(of, caseOf('under-review'), actor, NOW))

it('opens what was handed in, public or held, and nothing withheld', () => {
  const asked = each(evidenceStates, (state) => open(piece({ state })))
  expect(asked).toEqual({
    uploaded: 'done',
    scanned: 'done',
    public: 'done',
    held: 'done',
    withheld: 'evidence-withheld',
  })
})

it('does not show a coordinator what is still a draft’s', () => {
  expect(open(piece({ round: null, state: 'scanned' }))).toBe('evidence-missing')
})

it('is for coordinators without an interest in the case', () => {
  expect(open(piece(), cast.memberCoordinator)).toBe('conflict-of-interest')
  expect(open(piece(), cast.left23MonthsAgo)).toBe('conflict-of-interest')
  expect(open(piece(), cast.left25MonthsAgo)).toBe('done')
  expect(open(piece(), cast.otherFocalPoint)).toBe('coordinator-only')
})
