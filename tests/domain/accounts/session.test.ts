import { expect, it } from 'vitest'

import { idleMsOf, needsProof } from '#app/domain/accounts/session.ts'
import { cast } from '#tests/support/cast.ts'

const MINUTE = 60_000
const now = new Date('2027-03-01T08:00:00Z')

it('lies idle for less where more could be done with it', () => {
  const minutes = ([who, actor]: [string, Parameters<typeof idleMsOf>[0]]) => [
    who,
    idleMsOf(actor) / MINUTE,
  ]
  const { person, editor, former, focalPoint, coordinator, administrator } = cast
  const all = { person, editor, former, focalPoint, coordinator, administrator }
  expect(Object.fromEntries(Object.entries(all).map(minutes))).toEqual({
    person: 120,
    editor: 120,
    former: 120,
    focalPoint: 30,
    coordinator: 30,
    administrator: 30,
  })
})

it('needs a proof that is no older than ten minutes', () => {
  const ago = (ms: number) => ({ provedAt: now.getTime() - ms })
  expect(needsProof(ago(0), now)).toBe(false)
  expect(needsProof(ago(10 * MINUTE - 1), now)).toBe(false)
  expect(needsProof(ago(10 * MINUTE), now)).toBe(true)
  expect(needsProof({ provedAt: null }, now)).toBe(true)
})
