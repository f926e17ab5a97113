import fc from 'fast-check'
import { expect, it } from 'vitest'

import { isFrozen, replyInput, replyToFinding, replyUntil } from '#app/domain/reviews/reply.ts'
import { reviewStates, type Review } from '#app/domain/reviews/review.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { cast, LEAD, NOW } from '#tests/support/cast.ts'
import { answer, each, milestone, review, settings } from '#tests/support/facts.ts'

const input = {
  stance: 'disputes' as const,
  lang: 'en' as const,
  text: 'The lists of two districts were not counted.',
}
const reply = (of: Review, { already = false, actor = cast.focalPoint as Actor, now = NOW } = {}) =>
  replyToFinding('rpl_1', of, milestone(), already, settings, actor, input, now)
const day = (count: number, time = '23:59:59.999') =>
  new Date(Date.parse(`2026-11-23T${time}Z`) + count * 86_400_000)

it('answers a finding that was decided, nothing before', () => {
  expect(each(reviewStates, (state) => answer(reply(review(state))))).toEqual({
    open: 'nothing-to-reply-to',
    returned: 'nothing-to-reply-to',
    proposed: 'nothing-to-reply-to',
    decided: 'done',
    'sent-back': 'nothing-to-reply-to',
  })
})

it('is taken to the end of the fourteenth day and not on the fifteenth', () => {
  expect(replyUntil(NOW, settings)).toBe('2026-12-07')
  expect(answer(reply(review('decided'), { now: day(14) }))).toBe('done')
  expect(answer(reply(review('decided'), { now: day(15, '00:00:00.000') }))).toBe(
    'reply-window-closed',
  )
})

it('is made once', () => {
  expect(answer(reply(review('decided'), { already: true }))).toBe('already-replied')
})

it('is a focal point’s of the lead', () => {
  const ask = (actor: Actor) => answer(reply(review('decided'), { actor }))
  expect(ask(cast.editor)).toBe('focal-point-only')
  for (const actor of [cast.person, cast.otherFocalPoint, cast.former, cast.coordinator])
    expect(ask(actor)).toBe('not-your-organisation')
})

it('is public word for word beside the finding', () => {
  expect(answer(reply(review('decided')), (v) => [v.reply, v.act])).toMatchObject([
    { ...input, id: 'rpl_1', reviewId: 'rvw_1', at: NOW },
    {
      kind: 'reply.made',
      subject: 'mls_1',
      by: { organisationId: LEAD, role: 'focal-point' },
      fields: { report: 'rpt_1', review: 'rvw_1', ...input },
    },
  ])
})

it('freezes each finding on one day, for good', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(86_399_999), fc.nat(86_399_999), (days, decided, later) => {
      const decidedAt = new Date(Date.parse('2026-11-23T00:00:00Z') + decided)
      const now = new Date(Date.parse('2026-11-23T00:00:00Z') + days * 86_400_000 + later)
      expect(isFrozen(decidedAt, settings, now)).toBe(days > 14)
    }),
  )
})

it('names by code what is missing in a reply', () => {
  const codes = (changes: Record<string, unknown>) =>
    replyInput
      .safeParse({ ...input, ...changes })
      .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  expect(codes({})).toBeUndefined()
  expect(codes({ stance: undefined, text: 'No.' })).toEqual(['stance missing', 'text too-short'])
})
