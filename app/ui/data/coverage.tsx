import {
  clauseTotal,
  gapsOf,
  isGap,
  leastKept,
  mostSilent,
  sharePercent,
  type Coverage,
  type CoverageCell,
  type CoverageView,
} from '#app/domain/browsing/coverage.ts'
import type { CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { HeatMatrix, type HeatCell } from './heat-matrix.tsx'

/** What a cell prints in each view, and what narrows a list to the commitments behind it. */
const shown = {
  made: (cell) => ({ count: cell.made, behind: cell.made, query: {} }),
  kept: (cell) => ({ count: sharePercent(cell), behind: cell.due, query: { due: 'by-today' } }),
  silent: (cell) => ({
    count: cell.silent,
    behind: cell.silent,
    query: { outcome: ['no-report'] },
  }),
} as const satisfies Record<
  CoverageView,
  (cell: CoverageCell) => { count: number | null; behind: number; query: CommitmentFilters }
>

/** Who has promised what: group by clause, each number a link to its commitments. */
export function CoverageMatrix(props: {
  of: Coverage
  view?: CoverageView
  /** What the counts were narrowed by. */
  filters?: CommitmentFilters
  /** With a column and a row of totals: how many there are in all, each counted once. */
  total?: CoverageCell
  declaration?: string
}) {
  const { t, words, locale } = useSpeak()
  const { of: coverage, view = 'made', filters = {}, total, declaration } = props
  const cellOf = (cell: CoverageCell, query: CommitmentFilters): HeatCell => {
    const { count, behind, query: which } = shown[view](cell)
    return {
      count,
      href:
        behind === 0 ? undefined : paths.commitments(locale, { ...query, ...filters, ...which }),
    }
  }
  const whole: CommitmentFilters = declaration ? { declaration: [declaration] } : {}
  return (
    <HeatMatrix
      caption={t(`coverage.caption.${view}`)}
      corner={t('head.group')}
      unit={t(`coverage.unit.${view}`)}
      words={{ gap: t('coverage.gap'), nothing: t('coverage.none-due') }}
      columns={coverage.clauses.map(({ key, number, summary }) => ({
        key,
        label: number,
        title: words(summary).text,
        href: paths.clause(locale, key),
      }))}
      rows={coverage.rows.map(({ group, cells }) => ({
        key: group,
        label: t(`groups.${group}`),
        cells: cells.map((cell, place) => ({
          ...cellOf(cell, { clause: [coverage.clauses[place]!.key], group: [group] }),
          gap: isGap(cell),
        })),
      }))}
      {...(total && {
        totals: {
          column: t('coverage.all-clauses'),
          row: t('coverage.all-groups'),
          ofRows: coverage.rows.map((row) => cellOf(row.total, { ...whole, group: [row.group] })),
          ofColumns: coverage.clauses.map(({ key }, place) =>
            cellOf(clauseTotal(coverage, place), { clause: [key] }),
          ),
          ofAll: cellOf(total, whole),
        },
      })}
    />
  )
}

/** The largest gap, or the worst spot of the view, in words. */
export function CoverageReading(props: { of: Coverage; view?: CoverageView }) {
  const { t, list } = useSpeak()
  const { of: coverage, view = 'made' } = props
  const sentence = () => {
    if (view === 'kept') {
      const spot = leastKept(coverage)
      if (!spot) return t('coverage.reading.kept-none')
      const { due, kept } = spot.cell
      const group = t(`groups.${spot.group}`)
      return t('coverage.reading.kept', { group, number: spot.clause.number, due, kept })
    }
    if (view === 'silent') {
      const spot = mostSilent(coverage)
      if (!spot) return t('coverage.reading.silent-none')
      const { made, silent } = spot.cell
      const group = t(`groups.${spot.group}`)
      return t('coverage.reading.silent', { group, number: spot.clause.number, made, silent })
    }
    const [gap] = gapsOf(coverage)
    if (!gap) return t('coverage.reading.complete')
    return t('coverage.reading.made', {
      group: t(`groups.${gap.group}`),
      n: gap.clauses.length,
      addressed: gap.addressed,
      clauses: list(gap.clauses.map(({ number }) => number)),
    })
  }
  return <p className="gap-line reading">{sentence()}</p>
}

/** Addressed by a clause, and nothing promised under it: in words, the longest list first. */
export function CoverageGaps({ of: coverage }: { of: Coverage }) {
  const { t, locale } = useSpeak()
  return (
    <dl className="gaps">
      {gapsOf(coverage).map(({ group, clauses }) => (
        <div key={group}>
          <dt>{t(`groups.${group}`)}</dt>
          <dd>
            {t('coverage.nothing-under', { n: clauses.length })}{' '}
            {clauses.map(({ key, number }) => (
              <a key={key} href={paths.clause(locale, key)}>
                {number}
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
