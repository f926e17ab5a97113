import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Json } from '#app/domain/acts/act.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import type { Question } from '#app/domain/commitments/commitment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { EvidenceState } from '#app/domain/evidence/evidence-state.ts'
import type { Evidence } from '#app/domain/evidence/evidence.ts'
import type { ReportInput } from '#app/domain/milestones/report.ts'
import type { Review } from '#app/domain/reviews/review.ts'
import type { Scores } from '#app/domain/reviews/rubric.ts'

import type { Transaction } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitmentVersions, parties } from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { disclosures, logEntries } from '../schema/log.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'
import { doomedFiles, redactionPass, redactions } from '../schema/redactions.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { deleteEvidence } from './evidence.server.ts'

/** An entry as it is held here, with the disclosures that are still open. */
export type HeldEntry = { index: number; leaf: Uint8Array; opened: string[] }

/** The public acts on a record: a commitment's, or those on one subject. */
export async function loadHeldEntries(
  tx: Transaction,
  record: { commitmentId: string } | { subject: string },
): Promise<HeldEntry[]> {
  const ofRecord =
    'subject' in record
      ? eq(acts.subject, record.subject)
      : eq(acts.commitmentId, record.commitmentId)
  const entries = await tx
    .select({ index: logEntries.idx, leaf: logEntries.leaf })
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .where(and(ofRecord, isNotNull(acts.entry)))
    .orderBy(asc(acts.entry))
    .all()
  const opened = await tx
    .select({ index: disclosures.idx, text: disclosures.disclosure })
    .from(acts)
    .innerJoin(disclosures, eq(disclosures.idx, acts.entry))
    .where(and(ofRecord, isNotNull(disclosures.disclosure)))
    .orderBy(asc(disclosures.idx), asc(sql`${disclosures}.rowid`))
    .all()
  return entries.map(({ index, leaf }) => ({
    index,
    leaf: new Uint8Array(leaf),
    opened: opened.flatMap((one) => (one.index === index && one.text !== null ? [one.text] : [])),
  }))
}

export const loadDisclosure = async (
  tx: Transaction,
  idx: number,
  digest: string,
): Promise<string | null> =>
  (
    await tx
      .select({ text: disclosures.disclosure })
      .from(disclosures)
      .where(and(eq(disclosures.idx, idx), eq(disclosures.digest, digest)))
      .get()
  )?.text ?? null

export const loadCommitmentOf = async (
  tx: Transaction,
  milestoneId: string,
): Promise<string | undefined> =>
  (
    await tx
      .select({ id: milestones.commitmentId })
      .from(milestones)
      .where(eq(milestones.id, milestoneId))
      .get()
  )?.id

export type RestoredAct = typeof acts.$inferInsert

export async function insertActs(tx: Transaction, rows: readonly RestoredAct[]) {
  await tx.insert(acts).values([...rows])
}

export const loadVersions = async (tx: Transaction, commitmentId: string): Promise<number[]> =>
  (
    await tx
      .select({ version: commitmentVersions.version })
      .from(commitmentVersions)
      .where(eq(commitmentVersions.commitmentId, commitmentId))
      .all()
  ).map(({ version }) => version)

export const loadRounds = async (tx: Transaction, reportId: string): Promise<number[]> =>
  (
    await tx
      .select({ round: reportRounds.round })
      .from(reportRounds)
      .where(eq(reportRounds.reportId, reportId))
      .all()
  ).map(({ round }) => round)

export const loadReview = (tx: Transaction, id: string): Promise<Review | undefined> =>
  tx.select().from(reviews).where(eq(reviews.id, id)).get()

export const loadUndecidedReviews = (tx: Transaction, reportId: string) =>
  tx
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.reportId, reportId), inArray(reviews.state, ['open', 'proposed'])))
    .all()

export async function savePart(
  tx: Transaction,
  id: string,
  part: Partial<Pick<typeof parties.$inferInsert, 'role' | 'share' | 'state' | 'reason'>>,
  answeredAt: Date,
) {
  await tx
    .update(parties)
    .set({ ...part, answeredAt })
    .where(eq(parties.id, id))
}

export async function saveEvidenceState(
  tx: Transaction,
  id: string,
  state: EvidenceState,
  round: number,
) {
  await tx.update(evidence).set({ state, round }).where(eq(evidence.id, id))
}

export const loadEvidenceState = async (
  tx: Transaction,
  id: string,
): Promise<Pick<Evidence, 'state' | 'round'> | undefined> =>
  tx
    .select({ state: evidence.state, round: evidence.round })
    .from(evidence)
    .where(eq(evidence.id, id))
    .get()

/** Forgets a piece that was never handed in; its file is removed with those that are owed. */
export async function dropEvidence(
  tx: Transaction,
  { id, storedName }: Pick<Evidence, 'id' | 'storedName'>,
  since: Date,
) {
  await deleteEvidence(tx, id)
  if (storedName) await tx.insert(doomedFiles).values({ storedName, since }).onConflictDoNothing()
}

/** Files of evidence that are told of on the record and are not here. */
export const loadLostFiles = async (tx: Transaction) =>
  (
    await tx
      .select({ id: evidence.id, sha256: evidence.sha256 })
      .from(evidence)
      .where(
        and(eq(evidence.kind, 'file'), isNull(evidence.storedName), isNotNull(evidence.sha256)),
      )
      .all()
  ).map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }))

/** Public files of what was told from another register, which keeps them; none of them is here. */
export const loadToldFiles = async (tx: Transaction) =>
  (
    await tx
      .select({
        id: evidence.id,
        sha256: evidence.sha256,
        mediaType: evidence.mediaType,
        register: sql<string>`json_extract(${acts.fields}, '$.told.register')`,
      })
      .from(evidence)
      .innerJoin(reports, eq(reports.id, evidence.reportId))
      .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
      .innerJoin(acts, eq(acts.commitmentId, milestones.commitmentId))
      .where(
        and(
          eq(evidence.kind, 'file'),
          eq(evidence.state, 'public'),
          isNull(evidence.storedName),
          eq(acts.kind, 'commitment.published'),
          isNotNull(sql`json_extract(${acts.fields}, '$.told.register')`),
        ),
      )
      .orderBy(asc(evidence.id))
      .all()
  ).map(({ sha256, mediaType, ...of }) => ({
    ...of,
    sha256: sha256 ?? '',
    mediaType: mediaType ?? '',
  }))

export const loadStoredNames = async (tx: Transaction): Promise<string[]> =>
  [
    ...(await tx.select({ name: evidence.storedName }).from(evidence).all()),
    ...(await tx.select({ name: doomedFiles.storedName }).from(doomedFiles).all()),
  ].flatMap(({ name }) => name ?? [])

export async function saveStoredName(tx: Transaction, id: string, storedName: string) {
  await tx.update(evidence).set({ storedName }).where(eq(evidence.id, id))
}

/** What a record says in public, as its redactions left it. */
export type PublicWords = {
  commitmentId: string
  versions: { version: number; terms: Terms; changes: Change[]; reason: string }[]
  rounds: { reportId: string; round: number; content: ReportInput }[]
  reviews: { id: string; reasons?: string; scores?: Scores | null; questions?: Question[] }[]
  replies: { reviewId: string; text: string }[]
  acts: { entry: number; fields: Record<string, Json> }[]
}

/** Rows that are only ever added to take the words a redaction left, and nothing else. */
export async function rewriteWords(tx: Transaction, words: PublicWords) {
  await tx.insert(redactionPass).values({ id: 'now' })
  for (const { version, ...said } of words.versions)
    await tx
      .update(commitmentVersions)
      .set(said)
      .where(
        and(
          eq(commitmentVersions.commitmentId, words.commitmentId),
          eq(commitmentVersions.version, version),
        ),
      )
  for (const { reportId, round, content } of words.rounds)
    await tx
      .update(reportRounds)
      .set({ content })
      .where(and(eq(reportRounds.reportId, reportId), eq(reportRounds.round, round)))
  for (const { id, ...said } of words.reviews)
    await tx.update(reviews).set(said).where(eq(reviews.id, id))
  for (const { reviewId, text } of words.replies)
    await tx.update(replies).set({ text }).where(eq(replies.reviewId, reviewId))
  for (const { entry, fields } of words.acts)
    await tx.update(acts).set({ fields }).where(eq(acts.entry, entry))
  await tx.delete(redactionPass)
}

/** The proposal this is the carrying out of waits for nobody any more. */
export async function settleProposal(
  tx: Transaction,
  commitmentId: string,
  { reason, ...decided }: { reason: string; decidedBy: string; decidedAt: Date },
) {
  await tx
    .update(redactions)
    .set({ state: 'carried-out', words: [], ...decided })
    .where(
      and(
        eq(redactions.commitmentId, commitmentId),
        eq(redactions.state, 'proposed'),
        eq(redactions.reason, reason),
      ),
    )
}
