import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

/** The public log as it was when the page was made: which data a figure or a citation speaks of. */
export type AsOf = { size: number; asOf: Date }

/** A citation in plain text, chosen whole by one click; it ends in where the thing is found. */
export function Citation(props: { of: ReactNode; asOf: AsOf; url: string }) {
  const { t, date } = useSpeak()
  const { size, asOf } = props.asOf
  return (
    <p className="small prose cite">
      {props.of} {t('footer.citation', { size, day: date(asOf) })} <bdi dir="ltr">{props.url}</bdi>
    </p>
  )
}

/** What stands under each figure: whence, of which day, and how to cite it. */
export function Source(props: { title: string; asOf: AsOf; url: string }) {
  const { t, date } = useSpeak()
  const { size, asOf } = props.asOf
  return (
    <>
      <p className="small quiet">{t('chart.source', { size, day: date(asOf) })}</p>
      <details className="small">
        <summary>{t('footer.cite')}</summary>
        <Citation of={t('chart.cited', { title: props.title })} asOf={props.asOf} url={props.url} />
      </details>
    </>
  )
}
