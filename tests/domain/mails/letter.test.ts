import { expect, it } from 'vitest'

import { nextTry, tryAgain } from '#app/domain/mails/letter.ts'
import { cast, NOW } from '#tests/support/cast.ts'
import { answer } from '#tests/support/facts.ts'

it('waits longer each time, and gives up in the end or at once', () => {
  const minutes = (failures: number) => {
    const next = nextTry(failures, false, NOW)
    return next && (next.getTime() - NOW.getTime()) / 60_000
  }
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(minutes)).toEqual([
    ...[1, 5, 15, 60, 240, 720, 1_440],
    undefined,
  ])
  expect(nextTry(0, true, NOW)).toBeUndefined()
})

const letter = { id: 'mal_1', gaveUpAt: NOW }

it('is tried again by administrators alone, and only once it was given up', () => {
  expect(
    answer(tryAgain(letter, cast.administrator, NOW), ({ act }) => [act.kind, act.subject]),
  ).toEqual(['letter.tried-again', 'mal_1'])
  expect(answer(tryAgain({ ...letter, gaveUpAt: null }, cast.administrator, NOW))).toBe(
    'letter-not-given-up',
  )
  expect(answer(tryAgain(undefined, cast.administrator, NOW))).toBe('letter-missing')
  for (const actor of [cast.person, cast.focalPoint, cast.coordinator])
    expect(answer(tryAgain(letter, actor, NOW))).toBe('administrator-only')
})
