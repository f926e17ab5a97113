import { changesBetween, type Change } from '../commitments/amendment.ts'
import type { MilestoneTerms, Terms } from '../commitments/terms.ts'
import { differencesBetween } from '../open-data/differences.ts'

/** One version as a package tells it. */
export type TellsVersion = {
  version: number
  at: string
  reason: string
  changes: readonly Change[]
}
export type PastVersion = { terms: Terms; at: string; reason: string; changes: Change[] }

/**
 * The terms of every version of a commitment, the first one first: each is what the one after it
 * was before its changes.
 * @returns undefined when versions are missing, or say other changes than what they lead to
 */
export function versionsOf(
  current: Terms,
  told: readonly TellsVersion[],
): PastVersion[] | undefined {
  const inOrder = told.toSorted((a, b) => a.version - b.version)
  if (inOrder.length === 0 || inOrder.some(({ version }, place) => version !== place + 1))
    return undefined
  const past: PastVersion[] = []
  let terms = current
  for (const { at, reason, changes } of inOrder.toReversed()) {
    const before = undone(terms, changes)
    const follows = past.length + 1 === inOrder.length ? [] : changesBetween(before, terms)
    const isTold = differencesBetween(byField(changes), byField(follows)).length === 0
    if (!isTold) return undefined
    past.unshift({ terms, at, reason, changes: follows })
    terms = before
  }
  return past
}

const byField = (changes: readonly Change[]) =>
  changes.toSorted((a, b) => (a.field < b.field ? -1 : 1))

function undone(after: Terms, changes: readonly Change[]): Terms {
  const before: Record<string, unknown> = { ...after }
  let milestones: Record<string, unknown>[] = after.milestones.map((one) => ({ ...one }))
  for (const { field, from } of changes) {
    const [, id, name] = /^milestone\.([^.]+)(?:\.(.+))?$/.exec(field) ?? []
    if (id === undefined) before[field] = from
    else if (name === undefined) milestones = milestones.filter((one) => one['id'] !== id)
    else for (const one of milestones) if (one['id'] === id) one[name] = from
  }
  return { ...(before as Terms), milestones: milestones as MilestoneTerms[] }
}
