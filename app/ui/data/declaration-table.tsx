import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import type { Day } from '#app/domain/shared/dates.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { DataTable } from './data-table.tsx'
import { DateText, Words } from './text.tsx'

export type DeclarationRow = {
  key: string
  title: LocalText
  place?: LocalText | undefined
  adopted?: Day | undefined
  clauses: number
  tally: Partial<Record<Outcome, number>>
}

/** Declarations with their own numbers, each a link to the rows behind it. */
export function DeclarationTable({ rows }: { rows: readonly DeclarationRow[] }) {
  const { t, number, locale } = useSpeak()
  const counted = (row: DeclarationRow, only?: Outcome) => {
    const asked: readonly Outcome[] = only ? [only] : outcomes
    const count = asked.reduce((sum, one) => sum + (row.tally[one] ?? 0), 0)
    const query = { declaration: row.key, outcome: only }
    return count === 0 ? number(0) : <a href={paths.commitments(locale, query)}>{number(count)}</a>
  }
  return (
    <DataTable
      caption={t('nav.declarations')}
      quietCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'declaration',
          label: t('head.declaration'),
          header: true,
          cell: (row) => (
            <>
              <a href={paths.declaration(locale, row.key)}>
                <Words text={row.title} />
              </a>
              <small className="under">
                {row.place && <Words text={row.place} />}
                {row.adopted && <DateText day={row.adopted} />}
                {t('declaration.clauses', { n: row.clauses })}
              </small>
            </>
          ),
        },
        { key: 'made', label: t('head.made'), numeric: true, cell: (row) => counted(row) },
        ...(['kept', 'partly-kept', 'not-kept', 'no-report'] as const).map((outcome) => ({
          key: outcome,
          label: t(`status.${outcome}`),
          numeric: true,
          cell: (row: DeclarationRow) => counted(row, outcome),
        })),
      ]}
    />
  )
}
