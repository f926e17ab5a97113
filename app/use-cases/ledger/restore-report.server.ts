import type { Transaction } from '#app/db/client.server.ts'
import { insertEvidence, loadEvidenceOf } from '#app/db/write/evidence.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import {
  insertReport,
  insertRound,
  loadReport,
  saveReport,
} from '#app/db/write/milestones.server.ts'
import {
  dropEvidence,
  loadEvidenceState,
  loadReview,
  loadRounds,
  loadUndecidedReviews,
  saveEvidenceState,
} from '#app/db/write/restored.server.ts'
import { hasReply, insertReply, insertReview, saveReview } from '#app/db/write/reviews.server.ts'
import type { OpenedAct } from '#app/domain/accountability/opened-act.ts'
import type { EvidenceState } from '#app/domain/evidence/evidence-state.ts'
import type { Evidence } from '#app/domain/evidence/evidence.ts'
import type { Report, ReportInput } from '#app/domain/milestones/report.ts'
import type { EvidenceShape } from '#app/domain/open-data/commitment.ts'
import type { ReportFacts } from '#app/domain/open-data/public-commitment.ts'
import type { ReplyInput } from '#app/domain/reviews/reply.ts'
import type { Review } from '#app/domain/reviews/review.ts'
import { RUBRIC_VERSION, type Scores } from '#app/domain/reviews/rubric.ts'

/** Stand for people the log does not name: who recorded, decided, and confirmed. */
export const SOMEBODY = 'unknown'
const SOMEBODY_ELSE = 'unknown-second'

/** Brings one report to what was handed in and found, with its evidence and its reviews. */
export async function restoreReport(
  tx: Transaction,
  facts: ReportFacts,
  acts: readonly OpenedAct[],
) {
  const { id, milestoneId, state, rounds } = facts
  const known = await loadReport(tx, id)
  const newest = rounds.at(-1)
  if (!newest) return
  const report: Report = {
    id,
    milestoneId,
    state,
    content: newest.content as ReportInput,
    rounds: rounds.length,
  }
  const reportedAt = new Date(facts.reportedAt)
  if (!known) await insertReport(tx, report, { userId: SOMEBODY, now: reportedAt })
  // One that stands as it stood may be being written on again: its working copy is not touched.
  if (known?.state !== state || known.rounds !== rounds.length)
    await saveReport(
      tx,
      report,
      { userId: SOMEBODY, now: new Date(newest.at) },
      {
        reportedAt,
        lastReportedAt: new Date(newest.at),
        ...(facts.returnedAt !== null && { returnedAt: new Date(facts.returnedAt) }),
      },
    )
  const kept = await loadRounds(tx, id)
  for (const { round, content, at } of rounds)
    if (!kept.includes(round))
      await insertRound(
        tx,
        { ...report, content: content as ReportInput, rounds: round },
        new Date(at),
      )
  // All that a report had was handed in with it: what is not among that was taken out before.
  if (known && known.rounds < rounds.length)
    for (const piece of await loadEvidenceOf(tx, id))
      if (piece.round === null && !facts.evidence.some((one) => one.id === piece.id))
        await dropEvidence(tx, piece, new Date(newest.at))
  for (const piece of facts.evidence) await restoreEvidence(tx, id, piece)
  for (const { review, round } of reviewsOf(facts, acts)) await restoreReview(tx, review, round)
  for (const { review, reply } of facts.findings)
    if (reply && !(await hasReply(tx, review)))
      await insertReply(tx, {
        ...(reply as typeof reply & ReplyInput),
        id: newId('rpl'),
        reviewId: review,
        at: new Date(reply.at),
      })
}

const evidenceState = ({ withheld, access }: EvidenceShape): EvidenceState =>
  withheld ? 'withheld' : access === 'held' ? 'held' : 'public'

async function restoreEvidence(tx: Transaction, reportId: string, piece: EvidenceShape) {
  const state = evidenceState(piece)
  const known = await loadEvidenceState(tx, piece.id)
  if (known) {
    if (known.state !== state || known.round !== piece.round)
      await saveEvidenceState(tx, piece.id, state, piece.round)
    return
  }
  const { addedOn, withheld: _, ...facts } = piece
  const restored: Evidence = {
    ...facts,
    title: piece.title ?? '',
    heldReason: piece.heldReason ?? '',
    reportId,
    state,
    fileName: null,
    storedName: null,
    // The log says nothing of scans, and there are no bytes to scan.
    scan: null,
  }
  const now = new Date(`${addedOn}T00:00:00Z`)
  await insertEvidence(tx, restored, { userId: SOMEBODY, now })
}

/** Every look at a report that the public was told of: sent back, decided, corrected, or begun. */
function reviewsOf(facts: ReportFacts, acts: readonly OpenedAct[]) {
  const opened = new Map(
    acts.flatMap(({ entry, fields }) => {
      const review = fields.get('review')
      const opens = entry.act === 'review.opened' && fields.get('report') === facts.id
      return opens && typeof review === 'string' ? [[review, new Date(entry.at)] as const] : []
    }),
  )
  const look = (id: string, at: Date | null, changes: Partial<Review>): Review => ({
    id,
    reportId: facts.id,
    kind: 'review',
    state: 'open',
    coordinatorId: SOMEBODY,
    confirmedById: null,
    finding: null,
    reviewedValue: null,
    reasons: '',
    scores: null,
    rubricVersion: RUBRIC_VERSION,
    questions: [],
    openedAt: opened.get(id) ?? at ?? new Date(facts.reportedAt),
    decidedAt: at,
    ...changes,
  })
  const sentBack = facts.rounds.flatMap(({ round, returned }) => {
    if (!returned) return []
    const { review, at, questions } = returned
    return [{ round, review: look(review, new Date(at), { state: 'returned', questions }) }]
  })
  const decided = facts.findings.map((found) => ({
    round: found.round,
    review: look(found.review, new Date(found.at), {
      kind: found.kind,
      state: 'decided',
      confirmedById: found.people === 2 ? SOMEBODY_ELSE : null,
      finding: found.finding,
      reviewedValue: found.reviewedValue,
      reasons: found.reasons,
      scores: found.scores as Scores | null,
      rubricVersion: found.rubricVersion,
    }),
  }))
  const over = [...sentBack, ...decided]
  const begun = [...opened.keys()]
    .filter((id) => !over.some(({ review }) => review.id === id))
    .map((id) => ({ round: facts.rounds.length, review: look(id, null, {}) }))
  return [...over, ...begun]
}

async function restoreReview(tx: Transaction, review: Review, round: number) {
  const known = await loadReview(tx, review.id)
  if (!known) {
    // What was only begun is not begun twice.
    const begun = review.state === 'open' ? await loadUndecidedReviews(tx, review.reportId) : []
    if (begun.length === 0) await insertReview(tx, review, round)
    return
  }
  if (review.state === 'open' || known.state === review.state) return
  const { coordinatorId, openedAt } = known
  await saveReview(tx, { ...review, coordinatorId, openedAt })
}
