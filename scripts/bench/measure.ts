/** One line of the bench's table: what was measured against what the same run measured as limit. */
export type Row = {
  work: string
  /** What it is held against, in words with its figure. */
  limit: string
  /** The figure of this run, in words. */
  kept: string
  /** Of what was measured to its limit; for a limit that is a number, as it stands. */
  ratio: number
  budget: { atMost: number } | { atLeast: number }
}

export const isMet = ({ ratio, budget }: Row): boolean =>
  'atMost' in budget ? ratio <= budget.atMost : ratio >= budget.atLeast

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('nothing was measured')
  return middle
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** What every work is handed. */
export type Bench = {
  /** Empty, and thrown away afterwards. */
  folder: string
  say: (line: string) => void
  /** Shorter and rougher: for a look while working. */
  quick: boolean
  /** Commitments of the registers: the usual one, and the one it is to have grown to. */
  sizes: { usual: number; grown: number }
  /** How long each load lasts, and how often it takes its turn. */
  loads: { seconds: number; rounds: number }
  /** A register of so many commitments, the work's own to change. */
  register: (commitments: number) => Promise<string>
}

export const inWords = (count: number) => count.toLocaleString('en')
export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')} /s`

/** A rate held against a limit's, in answers a second. */
export const rateRow = (
  work: string,
  { kept, limit, against }: { kept: number; limit: number; against: string },
  atLeast: number,
): Row => ({
  work,
  limit: `${against}: ${perSecond(limit)}`,
  kept: perSecond(kept),
  ratio: kept / limit,
  budget: { atLeast },
})

export const milliseconds = (value: number) => `${value.toFixed(2)} ms`

/** The rows as a table of plain text. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['work', 'limit', 'Kept', 'ratio', 'budget', 'verdict']
  const lines = rows.map((row) => {
    const budget = 'atMost' in row.budget ? `≤ ${row.budget.atMost}` : `≥ ${row.budget.atLeast}`
    const ratio = row.ratio.toFixed(2)
    return [row.work, row.limit, row.kept, ratio, budget, isMet(row) ? 'met' : 'MISSED']
  })
  const widths = head.map((name, i) =>
    Math.max(...[name, ...lines.map((line) => line[i] ?? '')].map((cell) => cell.length)),
  )
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
