import type { YearOfReports } from '#app/domain/browsing/due-index.ts'
import { reportingChoices, type ReportingChoice } from '#app/domain/browsing/filters.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { Source, type AsOf } from '../data/cite.tsx'
import { DataTable } from '../data/data-table.tsx'

const YEARS = 4
/** Dots in a row, and how far apart; with more than this in a year the numbers alone tell. */
const IN_A_ROW = 10
const APART = 12
const AT_MOST = 100

const dots: Readonly<Record<ReportingChoice, string>> = {
  'on-time': 'dot-on-time',
  late: 'dot-late',
  missing: 'dot-missing',
}

/** A dot for each milestone of the last years, in the order they were due: reported when? */
export function PunctualityStrip(props: {
  years: readonly YearOfReports[]
  organisation: string
  asOf: AsOf
  url: string
}) {
  const { t, number, locale } = useSpeak()
  const years = props.years.slice(-YEARS)
  if (years.length === 0) return null
  const { organisation } = props
  const count = ({ reports }: YearOfReports, kind: ReportingChoice) =>
    reports.filter((one) => one === kind).length
  const href = (month: string, reporting?: ReportingChoice) =>
    paths.milestones(locale, { organisation, month, reporting })
  return (
    <figure className="chart">
      <DataTable
        dense
        caption={t('punctuality.title')}
        quietCaption
        rows={years}
        rowKey={({ year }) => year}
        columns={[
          {
            key: 'year',
            label: t('chart.years.year'),
            header: true,
            cell: ({ year }) => <a href={href(year)}>{year}</a>,
          },
          { key: 'dots', label: t('head.reports'), cell: (year) => <Dots of={year.reports} /> },
          ...reportingChoices.map((kind) => ({
            key: kind,
            label: t(`prompt.${kind}`),
            numeric: true,
            cell: (year: YearOfReports) => (
              <span className="mark">
                <Dots of={[kind]} quiet />
                {count(year, kind) === 0 ? (
                  number(0)
                ) : (
                  <a href={href(year.year, kind)}>{number(count(year, kind))}</a>
                )}
              </span>
            ),
          })),
        ]}
      />
      <Source title={t('punctuality.title')} asOf={props.asOf} url={props.url} />
    </figure>
  )
}

/** Time runs with the writing. Beside a number a dot says nothing itself. */
function Dots({ of, quiet }: { of: readonly ReportingChoice[]; quiet?: boolean }) {
  const { t } = useSpeak()
  if (of.length > AT_MOST) return null
  const count = (kind: ReportingChoice) => of.filter((one) => one === kind).length
  const columns = Math.min(of.length, IN_A_ROW)
  const rows = Math.ceil(of.length / IN_A_ROW)
  return (
    <svg
      className="dots turns"
      width={columns * APART}
      height={rows * APART}
      {...(quiet ? { 'aria-hidden': true } : { role: 'img' })}
    >
      {!quiet && (
        <title>
          {t('punctuality.dots', {
            onTime: count('on-time'),
            late: count('late'),
            missing: count('missing'),
          })}
        </title>
      )}
      {of.map((kind, place) => (
        <circle
          key={place}
          className={dots[kind]}
          cx={(place % IN_A_ROW) * APART + APART / 2}
          cy={Math.floor(place / IN_A_ROW) * APART + APART / 2}
          r="4.5"
        />
      ))}
    </svg>
  )
}
