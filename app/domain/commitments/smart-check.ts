import type { DraftTerms } from './terms.ts'

/** Raised whenever a line below is read differently; stored with each result. */
export const SMART_VERSION = 1

export const smartLines = ['clause', 'measure', 'dates', 'responsible', 'resources'] as const
export type SmartLine = (typeof smartLines)[number]
export type SmartCheck = {
  version: number
  lines: { line: SmartLine; clear: boolean; why: string }[]
}

/**
 * Five lines that coach and never block: each is `clear`, or names by code what a reviewer
 * will ask. Deterministic, so that the same answers always get the same advice.
 */
export function smartCheck(draft: DraftTerms): SmartCheck {
  const milestones = draft.milestones ?? []
  const line = (name: SmartLine, ...asks: [boolean, string][]) => {
    const open = asks.find(([holds]) => !holds)
    return { line: name, clear: open === undefined, why: open?.[1] ?? 'clear' }
  }
  const inside = milestones.every(
    (m) => (!draft.startOn || m.dueOn >= draft.startOn) && (!draft.endOn || m.dueOn <= draft.endOn),
  )
  return {
    version: SMART_VERSION,
    lines: [
      line(
        'clause',
        [Boolean(draft.clause), 'smart-no-clause'],
        [(draft.text ?? '').length >= 120, 'smart-how-is-short'],
      ),
      line(
        'measure',
        [milestones.length > 0, 'smart-no-milestone'],
        [milestones.every((m) => m.unit !== ''), 'smart-no-unit'],
        [milestones.every((m) => m.baseline !== null), 'smart-no-baseline'],
        [milestones.every((m) => m.baseline !== m.target), 'smart-target-is-baseline'],
      ),
      line(
        'dates',
        [Boolean(draft.startOn && draft.endOn), 'smart-no-dates'],
        [milestones.length > 0 && inside, 'smart-milestone-outside-dates'],
      ),
      line('responsible', [Boolean(draft.responsible), 'smart-no-responsible']),
      line(
        'resources',
        [(draft.resources ?? []).length > 0, 'smart-no-resources'],
        [
          (draft.resources ?? []).every(
            (r) => r.source !== '' && (r.amount !== null || r.kind !== 'financial'),
          ),
          'smart-resource-without-amount-or-source',
        ],
      ),
    ],
  }
}

/** What blocks submission: no milestone that could ever be checked. */
export const isVerifiable = (draft: DraftTerms): boolean =>
  (draft.milestones ?? []).some(
    (m) => Boolean(m.dueOn) && m.unit !== '' && Number.isFinite(m.target),
  )
