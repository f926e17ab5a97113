import type { DueState, YearCounts } from '#app/domain/browsing/due-index.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import type { AsOf } from '../data/cite.tsx'
import { DataTable } from '../data/data-table.tsx'
import { Mark, type Glyph } from '../data/glyph.tsx'
import { Figure } from './figure.tsx'

type Series = {
  key:
    | 'status.achieved'
    | 'status.partly-achieved'
    | 'chart.years.not'
    | 'status.silent'
    | 'chart.years.unread'
  states: readonly DueState[]
  glyph: Glyph
  fill: string
  ink: string
}

/** What became of a milestone, best first. What is not due yet, or still has time, is in none. */
const series: readonly Series[] = [
  {
    key: 'status.achieved',
    states: ['achieved'],
    glyph: 'kept',
    fill: 'var(--kept)',
    ink: 'var(--on-kept)',
  },
  {
    key: 'status.partly-achieved',
    states: ['partly-achieved'],
    glyph: 'partly',
    fill: 'var(--partly)',
    ink: 'var(--on-partly)',
  },
  {
    key: 'chart.years.not',
    states: ['not-achieved', 'not-verifiable'],
    glyph: 'not',
    fill: 'var(--not)',
    ink: 'var(--on-not)',
  },
  {
    key: 'chart.years.unread',
    states: ['reported', 'under-review'],
    glyph: 'sent',
    fill: 'var(--sheet)',
    ink: 'var(--ink)',
  },
  {
    key: 'status.silent',
    states: ['overdue', 'silent'],
    glyph: 'silent',
    fill: 'url(#hatch)',
    ink: 'var(--on-silent)',
  },
]

const AT_MOST = 10
const HEIGHT = 180
const WIDTH = 96
/** A lower segment has no room for its number; the table has it. */
const HIGH_ENOUGH = 16

type Year = { year: string; parts: readonly number[]; total: number }

const yearOf = ({ year, counts }: YearCounts): Year => {
  const parts = series.map(({ states }) => states.reduce((sum, state) => sum + counts[state], 0))
  return { year, parts, total: parts.reduce((sum, part) => sum + part, 0) }
}

/** The last years that have an account to give, those between without one left as gaps. */
export function yearsToShow(counted: readonly YearCounts[]): Year[] {
  const years = counted.map(yearOf)
  const first = years.findIndex(({ total }) => total > 0)
  const last = years.findLastIndex(({ total }) => total > 0)
  return first < 0 ? [] : years.slice(first, last + 1).slice(-AT_MOST)
}

/**
 * Of the milestones that fell due in each year, what share was achieved. A column is the whole of
 * its year, so that years with few and with many stand side by side; how many is said beneath.
 */
export function DueByYear(props: { counted: readonly YearCounts[]; asOf: AsOf; url: string }) {
  const { t } = useSpeak()
  const years = yearsToShow(props.counted)
  if (years.length === 0) return null
  const title = t('chart.years.title')
  return (
    <Figure title={title} asOf={props.asOf} url={props.url} table={<Table years={years} />}>
      <div className="labelled">
        <Columns years={years} title={title} />
        <div>
          <ul className="plain">
            {series.toReversed().map(({ key, glyph }) => (
              <li key={key} className="mark">
                <Mark glyph={glyph} />
                <span>{t(key)}</span>
              </li>
            ))}
          </ul>
          <p className="small">{t('chart.years.text')}</p>
        </div>
      </div>
    </Figure>
  )
}

/** Time runs with the writing: to the left in Arabic. */
function Columns({ years, title }: { years: readonly Year[]; title: string }) {
  const { t, dir, number } = useSpeak()
  const step = 100 / years.length
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`
  return (
    <svg className="year-columns" role="img" width={years.length * WIDTH} height={HEIGHT + 48}>
      <title>{title}</title>
      <desc>{t('chart.years.text')}</desc>
      {years.map(({ year, parts, total }, place) => {
        const start = step * (dir === 'rtl' ? years.length - 1 - place : place)
        const middle = percent(start + step / 2)
        return (
          <g key={year}>
            {parts.map((part, i) => {
              if (part === 0) return null
              const above = parts.slice(i + 1).reduce((sum, one) => sum + one, 0)
              const [y, height] = [(above / total) * HEIGHT, (part / total) * HEIGHT].map(
                Math.round,
              )
              const { key, fill, ink } = series[i]!
              return (
                <g key={key}>
                  <rect
                    x={percent(start + step * 0.12)}
                    width={percent(step * 0.76)}
                    y={y}
                    height={height}
                    fill={fill}
                  />
                  {height! >= HIGH_ENOUGH && (
                    <text
                      className={key === 'status.silent' ? 'on-hatch' : undefined}
                      x={middle}
                      y={y! + height! / 2}
                      fill={ink}
                    >
                      {number(part)}
                    </text>
                  )}
                </g>
              )
            })}
            <text x={middle} y={HEIGHT + 16}>
              {year}
            </text>
            <text className="of" x={middle} y={HEIGHT + 36}>
              {t('chart.years.of', { n: total })}
            </text>
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}

function Table({ years }: { years: readonly Year[] }) {
  const { t, number, locale } = useSpeak()
  const linked = (count: number, month: string, state: readonly DueState[]) =>
    count === 0 ? (
      number(0)
    ) : (
      <a href={paths.milestones(locale, { month, state })}>{number(count)}</a>
    )
  return (
    <DataTable
      dense
      caption={t('chart.years.title')}
      quietCaption
      rows={years}
      rowKey={({ year }) => year}
      columns={[
        { key: 'year', label: t('chart.years.year'), header: true, cell: ({ year }) => year },
        ...series.map(({ key, states }, i) => ({
          key,
          label: t(key),
          numeric: true,
          cell: ({ year, parts }: Year) => linked(parts[i] ?? 0, year, states),
        })),
        {
          key: 'all',
          label: t('chart.years.all'),
          numeric: true,
          cell: ({ year, total }) =>
            linked(
              total,
              year,
              series.flatMap(({ states }) => states),
            ),
        },
      ]}
    />
  )
}
