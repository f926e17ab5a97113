export const HEAT_STEPS = 6

/**
 * Where each shade of the ramp begins, ascending: the quantiles of the distinct counts above
 * zero. Few distinct counts make few steps; zero has no step, it is printed without a tint.
 */
export function heatBreaks(counts: readonly number[]): number[] {
  const distinct = [...new Set(counts.filter((count) => count > 0))].toSorted((a, b) => a - b)
  const steps = Math.min(HEAT_STEPS, distinct.length)
  return Array.from(
    { length: steps },
    (_, step) => distinct[Math.floor((step * distinct.length) / steps)] ?? 0,
  )
}

/** The shade of a count, 1 (lightest) to 6 (darkest), 0 for nothing; few breaks spread out. */
export function heatStep(count: number, breaks: readonly number[]): number {
  if (count <= 0) return 0
  const reached = breaks.findLastIndex((from) => count >= from)
  return breaks.length <= 1 ? 3 : 1 + Math.round((reached * (HEAT_STEPS - 1)) / (breaks.length - 1))
}
