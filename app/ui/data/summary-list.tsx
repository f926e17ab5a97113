import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

export type SummaryRow = {
  key: string
  term: string
  /** Nothing given: "Not provided", or with `change` a link to provide it. */
  value?: ReactNode
  change?: string | undefined
}

/** Questions and answers; one Change link a row. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const { t } = useSpeak()
  return (
    <dl className="summary">
      {rows.map((row) => {
        const given = (row.value ?? false) !== false && row.value !== ''
        return (
          <div key={row.key}>
            <dt>{row.term}</dt>
            <dd>
              {given ? (
                row.value
              ) : row.change ? (
                <a href={row.change}>{t('summary.enter', { what: row.term })}</a>
              ) : (
                <span className="quiet">{t('summary.not-provided')}</span>
              )}
            </dd>
            {given && row.change && (
              <dd className="change">
                <a href={row.change}>
                  {t('summary.change')} <span className="visually-hidden">{row.term}</span>
                </a>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}
