import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

import { Hash } from './text.tsx'

/** The vermilion square. It means one thing: this record can be verified. */
export function Seal() {
  const { t } = useSpeak()
  return (
    <svg className="seal" viewBox="0 0 48 48" role="img" aria-label={t('verify.seal')}>
      <path d="M3 3h42v42H3z" fill="var(--seal)" />
      <path d="M8.5 8.5h31v31h-31z" className="seal-line" />
      <path d="M15 17h18M15 24h18M15 31h11" className="seal-line" />
    </svg>
  )
}

/** Where a record stands in the public log, and how anyone can check that it does. */
export function VerifyPanel(props: {
  entry: number
  at: Date
  hash: string
  checkHref?: string
  downloadHref?: string
  children?: ReactNode
}) {
  const { t, dateTime } = useSpeak()
  return (
    <section className="verify" aria-labelledby="verify">
      <Seal />
      <div>
        <h2 id="verify">{t('verify.title')}</h2>
        <p>{t('verify.entry', { entry: props.entry, at: dateTime(props.at) })}</p>
        <p>
          sha256 <Hash value={props.hash} />
        </p>
        {props.children}
        {(props.checkHref ?? props.downloadHref) && (
          <p className="links">
            {props.checkHref && <a href={props.checkHref}>{t('verify.check')}</a>}
            {props.downloadHref && <a href={props.downloadHref}>{t('verify.download')}</a>}
          </p>
        )}
        <p className="print-only">
          <Hash value={props.hash} whole />
        </p>
      </div>
    </section>
  )
}
