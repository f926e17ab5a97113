import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation } from '../acts/act.ts'
import type { DeclarationSettings } from '../declarations/declaration.ts'
import type { Milestone } from '../milestones/report.ts'
import type { Actor } from '../shared/actor.ts'
import { addDays, dayOf, type Day } from '../shared/dates.ts'
import { languageSchema } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import { written } from '../shared/written.ts'
import type { Review } from './review.ts'

export const stancesOnFinding = ['accepts', 'disputes'] as const

export const replyInput = z.object({
  stance: z.enum(stancesOnFinding, { error: 'missing' }),
  lang: languageSchema,
  text: written(20, 4000),
})
export type ReplyInput = z.infer<typeof replyInput>
export type Reply = ReplyInput & { id: string; reviewId: string; at: Date }

type Window = Pick<DeclarationSettings, 'replyWithinDays'>

/** The last day a reply is taken; the finding is frozen from the next day on. */
export const replyUntil = (decidedAt: Date, settings: Window): Day =>
  addDays(dayOf(decidedAt), settings.replyWithinDays)

export const isFrozen = (decidedAt: Date, settings: Window, now: Date): boolean =>
  dayOf(now) > replyUntil(decidedAt, settings)

/** The organisation's answer, printed beside the finding it is about. One answer a finding. */
export function replyToFinding(
  id: string,
  review: Review,
  milestone: Milestone,
  alreadyReplied: boolean,
  settings: Window,
  actor: Actor,
  input: ReplyInput,
  now: Date,
) {
  const refused = refusalOf(actor, 'reply-to-finding', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  if (review.state !== 'decided' || !review.decidedAt) return refuse('nothing-to-reply-to')
  if (alreadyReplied) return refuse('already-replied')
  if (isFrozen(review.decidedAt, settings, now)) return refuse('reply-window-closed')

  const reply: Reply = { ...input, id, reviewId: review.id, at: now }
  const act = actForOrganisation('reply.made', milestone.id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
    clauses: milestone.clauses,
    fields: {
      report: review.reportId,
      review: review.id,
      stance: input.stance,
      lang: input.lang,
      text: input.text,
    },
  })
  return ok({ reply, act })
}
