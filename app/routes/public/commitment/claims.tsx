import type { RecordMilestone } from '#app/db/read/record-milestones.server.ts'
import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Foreign } from '#app/ui/data/text.tsx'

/** Both values of a milestone's newest report: what was claimed, and what a review found. */
function valuesOf({ reports: [newest] }: RecordMilestone) {
  return {
    claimed: newest?.rounds[0]?.content.value ?? null,
    reviewed: newest?.findings[0]?.reviewedValue ?? null,
  }
}

/** What the bullets are drawn from, all in one table; one alone says its values beside it. */
export function Claims({ page }: { page: Record }) {
  const { t, number, date } = useSpeak()
  const rows = page.milestones.filter(({ reports }) => reports.length > 0)
  if (rows.length < 2) return null
  const value = (one: number | null) => (one === null ? '–' : number(one))
  return (
    <details>
      <summary>{t('chart.claims')}</summary>
      <DataTable
        dense
        caption={t('chart.claims')}
        quietCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'due',
            label: t('head.due'),
            header: true,
            cell: ({ dueOn }) => date(dueOn),
          },
          {
            key: 'target',
            label: t('head.target'),
            numeric: true,
            cell: ({ target, unit }) => (
              <>
                {number(target)} <Foreign lang={page.terms.lang} text={unit} />
              </>
            ),
          },
          {
            key: 'claimed',
            label: t('assurance.claimed'),
            numeric: true,
            cell: (row) => value(valuesOf(row).claimed),
          },
          {
            key: 'reviewed',
            label: t('assurance.reviewed'),
            numeric: true,
            cell: (row) => value(valuesOf(row).reviewed),
          },
        ]}
      />
    </details>
  )
}
