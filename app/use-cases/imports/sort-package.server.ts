import type { Transaction } from '#app/db/client.server.ts'
import { loadClaimed, loadRegistered } from '#app/db/write/imports.server.ts'
import { changesBetween } from '#app/domain/commitments/amendment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { PackagedCommitment } from '#app/domain/imports/package-commitment.ts'
import { problemIn } from '#app/domain/imports/package-rows.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'

/**
 * Which commitments of a package are new here, which are here already and say something else, and
 * which something else stands in the way of: its number, an id or an external id is taken.
 */
export async function sortPackage(tx: Transaction, packaged: readonly PackagedCommitment[]) {
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

  const problems: ImportProblem[] = []
  const differing: string[] = []
  const publishing = packaged.filter((one) => {
    const known = byId.get(one.id) ?? byNumber.get(one.number)
    const isIt = known === undefined || (known.id === one.id && known.number === one.number)
    const owner = external.get(`${one.declaration} ${one.externalId}`)
    const milestonesFree = current(one).milestones.every(
      ({ id }) => (claimed.milestoneOwners.get(id) ?? one.id) === one.id,
    )
    if (!isIt || (owner ?? one.id) !== one.id || !milestonesFree)
      problems.push(problemIn(one.row, 'number', 'number-taken'))
    else if (known && !same(known, one)) differing.push(one.number)
    return known === undefined
  })
  return { publishing, differing, problems }
}

const current = ({ versions, number }: PackagedCommitment): Terms => {
  const last = versions.at(-1)
  if (!last) throw new Error(`${number} has no version`)
  return last.terms
}
const same = (known: { leadId: string; terms: object }, one: PackagedCommitment) =>
  known.leadId === one.leadId && changesBetween(known.terms as Terms, current(one)).length === 0
