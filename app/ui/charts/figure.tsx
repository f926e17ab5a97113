import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

import { Source, type AsOf } from '../data/cite.tsx'

/** A chart with its title, the table it is drawn from, and whence that comes. */
export function Figure(props: {
  title: string
  table: ReactNode
  asOf: AsOf
  url: string
  children: ReactNode
}) {
  const { t } = useSpeak()
  return (
    <figure className="chart">
      <figcaption>
        <h2>{props.title}</h2>
      </figcaption>
      {props.children}
      <details>
        <summary>{t('chart.table')}</summary>
        {props.table}
      </details>
      <Source title={props.title} asOf={props.asOf} url={props.url} />
    </figure>
  )
}
