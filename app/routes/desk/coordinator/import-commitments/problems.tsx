import type { ReactNode } from 'react'

import type { MappingProblem } from '#app/domain/imports/mapping.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import { sayMappingProblem, sayProblem } from '#app/i18n/import-problems.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'

/** More than this nobody mends in one go; the rest comes with the next check. */
const SHOWN = 500

/** Every fault of a table in one report, by row, column and reason. */
export function TableProblems({ problems }: { problems: readonly ImportProblem[] }) {
  const speech = useSpeak()
  const { t, number } = speech
  const rows = problems.slice(0, SHOWN)
  return (
    <Report title={t('import.problems.title', { n: problems.length })}>
      <p>{t('import.problems.text')}</p>
      <DataTable
        caption={t('import.problems.title', { n: problems.length })}
        quietCaption
        dense
        rows={rows.map((problem, place) => ({ ...problem, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            key: 'row',
            label: t('import.problems.row'),
            header: true,
            cell: ({ row }) => (row === 0 ? t('import.problems.whole') : number(row)),
          },
          {
            key: 'column',
            label: t('import.problems.column'),
            cell: ({ column }) => <bdi>{column}</bdi>,
          },
          {
            key: 'value',
            label: t('import.problems.value'),
            cell: ({ value }) => <bdi>{value}</bdi>,
          },
          {
            key: 'reason',
            label: t('import.problems.reason'),
            cell: (problem) => sayProblem(speech, problem),
          },
        ]}
      />
      {problems.length > SHOWN && <p>{t('import.problems.more', { n: SHOWN })}</p>}
    </Report>
  )
}

export function MappingProblems({ problems }: { problems: readonly MappingProblem[] }) {
  const speech = useSpeak()
  const { t } = speech
  return (
    <Report title={t('import.mapping-problems.title', { n: problems.length })}>
      <p>{t('import.problems.text')}</p>
      <DataTable
        caption={t('import.mapping-problems.title', { n: problems.length })}
        quietCaption
        dense
        rows={problems.map((problem, place) => ({ ...problem, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            key: 'path',
            label: t('import.mapping-problems.path'),
            header: true,
            cell: ({ path }) =>
              path === '' ? t('import.mapping-problems.top') : <code dir="ltr">{path}</code>,
          },
          {
            key: 'reason',
            label: t('import.problems.reason'),
            cell: (problem) => sayMappingProblem(speech, problem),
          },
        ]}
      />
    </Report>
  )
}

function Report({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="error-summary" role="alert" aria-labelledby="problems">
      <h2 id="problems">{title}</h2>
      {children}
    </div>
  )
}
