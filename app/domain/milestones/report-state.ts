export const findings = ['achieved', 'partly-achieved', 'not-achieved', 'not-verifiable'] as const
export type Finding = (typeof findings)[number]

/** Every move a report can make. A move absent from a row is refused. */
export const reportMoves = {
  drafted: { edit: 'drafted', submit: 'reported' },
  reported: { take: 'under-review' },
  'under-review': {
    return: 'returned',
    'find-achieved': 'achieved',
    'find-partly-achieved': 'partly-achieved',
    'find-not-achieved': 'not-achieved',
    'find-not-verifiable': 'not-verifiable',
  },
  returned: { edit: 'returned', submit: 'reported' },
  achieved: {},
  'partly-achieved': {},
  'not-achieved': {},
  'not-verifiable': {},
} as const satisfies Record<string, Record<string, string>>

export type ReportState = keyof typeof reportMoves
export type ReportMove = 'edit' | 'submit' | 'take' | 'return' | `find-${Finding}`
export const reportStates = Object.keys(reportMoves) as [ReportState, ...ReportState[]]

export function nextReportState(state: ReportState, move: ReportMove): ReportState | undefined {
  return (reportMoves[state] as Partial<Record<ReportMove, ReportState>>)[move]
}

export const isFinding = (state: ReportState): state is Finding =>
  findings.some((finding) => finding === state)

/** Reports the public may read: whatever has been handed in at least once. */
export const isStanding = (state: ReportState): boolean =>
  state !== 'drafted' && state !== 'returned'
