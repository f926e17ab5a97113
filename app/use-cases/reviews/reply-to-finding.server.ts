import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment } from '#app/db/write/commitments.server.ts'
import { loadDeclaration } from '#app/db/write/declarations.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { hasReply, insertReply, loadReviewed } from '#app/db/write/reviews.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/reviews/reply.ts'
import type { ReplyInput } from '#app/domain/reviews/reply.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** The organisation's answer to a finding, printed beside it. */
export function replyToFinding({ db, actor, now }: Acting, reviewId: string, input: ReplyInput) {
  return writing(db, async (tx) => {
    const found = await loadReviewed(tx, reviewId)
    const commitment = found && (await loadCommitment(tx, found.commitment.id))
    const declaration = commitment && (await loadDeclaration(tx, commitment.declaration))
    if (!found || !declaration) return refuse('review-missing')
    const decision = rules.replyToFinding(
      newId('rpl'),
      found.review,
      found.milestone,
      await hasReply(tx, reviewId),
      declaration.settings,
      actor,
      input,
      now,
    )
    if (!decision.ok) return decision

    await insertReply(tx, decision.value.reply)
    await refreshStanding(tx, found.commitment.id, now)
    await record(tx, decision.value.act)
    return decision
  })
}
