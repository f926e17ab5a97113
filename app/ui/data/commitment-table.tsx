import type { Assurance } from '#app/domain/accountability/assurance.ts'
import type { Outcome } from '#app/domain/accountability/outcome.ts'
import type { Day } from '#app/domain/shared/dates.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { DataTable, type Column } from './data-table.tsx'
import { OrganisationName, type NamedOrganisation } from './organisation-name.tsx'
import { AssuranceTag, StatusMark } from './status-mark.tsx'
import { DateText, Foreign } from './text.tsx'

export type CommitmentRow = {
  id: string
  number: string
  title: string
  lang: string
  clause: { key: string; number: string; code: string; summary: LocalText } | undefined
  outcome: Outcome | null
  assurance: Assurance | null
  nextDueOn: Day | null
  lastReportOn: Day | null
  publishedOn: Day
  imported: boolean
  invented: boolean
  lead: NamedOrganisation
}
type ColumnName = 'organisation' | 'clause' | 'due' | 'report'

/** Commitments as every list shows them: how it stands, what it is, whose, under what, due when. */
export function CommitmentTable(props: {
  caption: string
  quietCaption?: boolean
  rows: readonly CommitmentRow[]
  columns: readonly ColumnName[]
  /** The link that puts the next due first, and whether it does now. */
  dueSort?: { href: string; direction?: 'ascending' | undefined }
}) {
  const { t, words, locale } = useSpeak()
  const optional: Record<ColumnName, Column<CommitmentRow>> = {
    organisation: {
      key: 'organisation',
      label: t('head.organisation'),
      cell: (row) => <OrganisationName organisation={row.lead} />,
    },
    clause: {
      key: 'clause',
      label: t('head.clause'),
      cell: ({ clause }) =>
        clause && (
          <a
            className="whitespace-nowrap"
            href={paths.clause(locale, clause.key)}
            title={words(clause.summary).text}
          >
            {clause.code} {clause.number}
          </a>
        ),
    },
    due: {
      key: 'due',
      label: t('head.due'),
      sort: props.dueSort,
      cell: (row) =>
        row.nextDueOn && row.outcome !== 'withdrawn' ? (
          <DateText day={row.nextDueOn} />
        ) : (
          <span className="quiet">{t('list.nothing-due')}</span>
        ),
    },
    report: {
      key: 'report',
      label: t('head.last-report'),
      cell: (row) =>
        row.lastReportOn ? (
          <DateText day={row.lastReportOn} />
        ) : (
          <span className="quiet">{t('list.no-report-yet')}</span>
        ),
    },
  }
  return (
    <DataTable
      caption={props.caption}
      quietCaption={props.quietCaption ?? false}
      rowKey={(row) => row.id}
      rows={props.rows}
      columns={[
        { key: 'status', label: t('head.status'), cell: (row) => <Standing row={row} /> },
        {
          key: 'commitment',
          label: t('head.commitment'),
          header: true,
          cell: (row) => <CommitmentTitle row={row} />,
        },
        ...props.columns.map((name) => optional[name]),
      ]}
    />
  )
}

/** Outcome and check, one under the other and never merged. */
function Standing({ row }: { row: CommitmentRow }) {
  return (
    <span className="standing">
      {row.outcome && <StatusMark status={row.outcome} compact />}
      {row.assurance && <AssuranceTag assurance={row.assurance} compact />}
    </span>
  )
}

function CommitmentTitle({ row }: { row: CommitmentRow }) {
  const { t, locale, date } = useSpeak()
  return (
    <>
      <a href={paths.commitment(locale, row.number)}>
        <Foreign lang={row.lang} text={row.title} />
      </a>
      <small className="under">
        <span className="number">{row.number}</span>
        {t('list.registered', { day: date(row.publishedOn) })}
        {row.imported && <span>{t('mark.imported')}</span>}
        {row.invented && <span>{t('mark.invented')}</span>}
      </small>
    </>
  )
}
