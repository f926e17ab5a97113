import { remainsIn } from '../redactions/withhold.ts'
import { unreplayable, type OpenedAct } from './opened-act.ts'

/**
 * The acts with what is left of each withheld field in its place, as the redaction says it. Newest
 * redaction first: a later one may have withheld more of what an earlier one left. Inside
 * `replaying`, as it tells a redaction it cannot follow.
 * @param start acts before this entry are not among them: what is left of those is not put anywhere
 */
export function withRemains(acts: readonly OpenedAct[], start = 0): readonly OpenedAct[] {
  const redactions = acts.filter(({ entry }) => entry.redacts !== undefined)
  if (redactions.length === 0) return acts
  const mended = new Map(acts.map((act) => [act.index, new Map(act.fields)]))
  for (const { index, entry } of redactions.toReversed()) {
    const { of = -1, digests = [] } = entry.redacts ?? {}
    if (of < start) continue
    const fields = mended.get(of)
    if (!fields || of >= index) return unreplayable('redaction-of-nothing', { index })
    for (const [field, value] of mended.get(index) ?? []) {
      const remains = remainsIn(field, value)
      if (!remains || !digests.includes(remains.digest)) continue
      // What is still open speaks for itself: a redaction that would speak over it rewrites it.
      if (fields.has(remains.field))
        return unreplayable('redaction-of-nothing', { index }, remains.field)
      fields.set(remains.field, remains.value)
    }
  }
  return acts.map((act) => ({ ...act, fields: mended.get(act.index) ?? act.fields }))
}
