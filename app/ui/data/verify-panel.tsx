import type { ReactNode } from 'react'

import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

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
  /** The log it stands in, as far as it had got. */
  log: { size: number; rootHash: string }
  /** The key that signs for it: printed, so that paper is one more place to have it from. */
  vkey: string
  children?: ReactNode
}) {
  const { t, dateTime, locale } = useSpeak()
  const { entry, log } = props
  return (
    <section className="verify" aria-labelledby="verify">
      <Seal />
      <div>
        <h2 id="verify">{t('verify.title')}</h2>
        <p>
          <T
            k="verify.entry"
            args={{ entry, at: dateTime(props.at) }}
            tags={{ linkEntry: (text) => <a href={paths.logEntry(locale, entry)}>{text}</a> }}
          />
        </p>
        <p>
          sha256 <Hash value={props.hash} />
        </p>
        <p>
          {t('log.root-of', { size: log.size })} <Hash value={log.rootHash} />
        </p>
        {props.children}
        <p className="links">
          <a href={paths.checkEntry(locale, entry)}>{t('verify.check')}</a>
          <a href={paths.logReceipt(entry)}>{t('verify.receipt')}</a>
        </p>
        <div className="print-only">
          <p>
            <Hash value={props.hash} whole />
          </p>
          <p>
            {t('footer.root')} <Hash value={log.rootHash} whole />
          </p>
          <p>
            {t('log.key')} <Hash value={props.vkey} whole />
          </p>
        </div>
      </div>
    </section>
  )
}
