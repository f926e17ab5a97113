import type { Transaction } from '#app/db/client.server.ts'
import { loadAccountIds, loadClaimed, loadRegistered } from '#app/db/write/imports.server.ts'
import { commitmentFromActs } from '#app/domain/accountability/replay-commitment.ts'
import { changesBetween } from '#app/domain/commitments/amendment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { problemIn } from '#app/domain/imports/package-rows.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import type { ToldCommitment } from '#app/domain/imports/read-package.ts'
import { differencesBetween } from '#app/domain/open-data/differences.ts'
import type { CommitmentFacts } from '#app/domain/open-data/public-commitment.ts'

import { heldActs } from '../ledger/restore-entries.server.ts'

/**
 * Which commitments of a package are new here, which are here already and say something else, and
 * which something else stands in the way of: its number, an id or an external id is taken.
 */
export async function sortPackage(tx: Transaction, packaged: readonly ToldCommitment[]) {
  const claimed = await loadClaimed(tx, {
    ids: packaged.map(({ id }) => id),
    numbers: packaged.map(({ number }) => number),
    milestoneIds: packaged.flatMap((one) => current(one).milestones.map(({ id }) => id)),
  })
  const byId = new Map(claimed.commitments.map((one) => [one.id, one]))
  const byNumber = new Map(claimed.commitments.map((one) => [one.number ?? '', one]))
  const named = new Map<string, string[]>()
  for (const { declaration, externalId } of packaged)
    if (externalId !== null) named.set(declaration, [...(named.get(declaration) ?? []), externalId])
  const external = new Map<string, string>()
  for (const [declaration, externalIds] of named)
    for (const [externalId, { commitment }] of await loadRegistered(tx, declaration, externalIds))
      external.set(`${declaration} ${externalId}`, commitment.id)

  const takenIds = await loadAccountIds(tx, packaged.flatMap(accountIdsOf))
  const problems: ImportProblem[] = []
  const differing: string[] = []
  const publishing: ToldCommitment[] = []
  for (const one of packaged) {
    const known = byId.get(one.id) ?? byNumber.get(one.number)
    const isIt = known === undefined || (known.id === one.id && known.number === one.number)
    const owner = external.get(`${one.declaration} ${one.externalId}`)
    const milestonesFree = current(one).milestones.every(
      ({ id }) => (claimed.milestoneOwners.get(id) ?? one.id) === one.id,
    )
    // An id of something else here would bring the acts of one record over those of another.
    const accountsFree = known !== undefined || !accountIdsOf(one).some((id) => takenIds.has(id))
    if (!isIt || (owner ?? one.id) !== one.id || !milestonesFree || !accountsFree)
      problems.push(problemIn(one.row, 'number', 'number-taken'))
    else if (known && !(await same(tx, known, one))) differing.push(one.number)
    if (known === undefined) publishing.push(one)
  }
  return { publishing, differing, problems }
}

/** The ids of a record's reports, their evidence and their reviews. */
const accountIdsOf = ({ sayings, reports }: ToldCommitment): string[] => [
  ...reports.flatMap(({ id, evidence }) => [id, ...evidence.map((piece) => piece.id)]),
  ...sayings.flatMap(({ fields: { review } }) => (typeof review === 'string' ? [review] : [])),
]

const current = ({ versions, number }: ToldCommitment): Terms => {
  const last = versions.at(-1)
  if (!last) throw new Error(`${number} has no version`)
  return last.terms
}
/** Whether the log here says of a record what a package does: its promise, and what became of it. */
async function same(
  tx: Transaction,
  known: { id: string; leadId: string; terms: object },
  one: ToldCommitment,
) {
  if (known.leadId !== one.leadId) return false
  if (changesBetween(known.terms as Terms, current(one)).length > 0) return false
  const held = commitmentFromActs(await heldActs(tx, { commitmentId: known.id }))
  return held.ok && differencesBetween(accountOf(held.value.facts), accountOf(one)).length === 0
}

type Accounted = Pick<
  CommitmentFacts,
  'state' | 'publishedAt' | 'withdrawal' | 'closedAt' | 'partners' | 'reports'
>
const accountOf = (it: Accounted) => ({
  ...{ state: it.state, publishedAt: it.publishedAt, withdrawal: it.withdrawal },
  ...{ closedAt: it.closedAt, partners: it.partners },
  reports: it.reports.map(({ id, state, rounds, evidence, findings }) => ({
    ...{ id, state, rounds, findings },
    evidence: evidence.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })),
})
