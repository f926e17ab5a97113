import type { ReactNode } from 'react'

import { sameInEach, useSpeak } from '#app/i18n/speak.tsx'
import { endonyms } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { Hash } from '#app/ui/data/text.tsx'

/** How far the public record had got when this page was made. */
export type RecordState = { asOf: Date; size: number; rootHash: string }

const sections = [
  'search',
  'commitments',
  'milestones',
  'declarations',
  'coverage',
  'places',
  'organisations',
  'log',
  'data',
  'about',
] as const
export type PublicSection = (typeof sections)[number]

/** The frame of every page anybody can read: the same bytes for everyone. */
export function PublicShell(props: {
  current?: PublicSection | undefined
  record?: RecordState | undefined
  children: ReactNode
}) {
  const { t, locale } = useSpeak()
  return (
    <>
      <header className="masthead">
        <div className="wrap">
          <p className="wordmark">
            <a href={paths.home(locale)}>{t('register.name')}</a>{' '}
            <small>{t('register.strap')}</small>
          </p>
          <Languages />
          <nav aria-label={t('nav.label')}>
            {sections.map((section) => (
              <a
                key={section}
                href={paths[section](locale)}
                aria-current={section === props.current ? 'page' : undefined}
              >
                {t(`nav.${section}`)}
              </a>
            ))}
            <a className="aside" href={paths.desk(locale)}>
              {t('nav.sign-in')}
            </a>
          </nav>
        </div>
      </header>
      <main id="main" className="wrap">
        {props.children}
      </main>
      <Foot record={props.record} />
    </>
  )
}

/** This very page in the other languages. */
export function Languages() {
  const { t, here, locale: current } = useSpeak()
  return (
    <nav className="languages" aria-label={t('nav.languages')}>
      <ul>
        {sameInEach(here).map(({ locale, href }) => (
          <li key={locale}>
            {locale === current ? (
              <span aria-current="true">{endonyms[locale]}</span>
            ) : (
              <a href={href} lang={locale} hrefLang={locale}>
                {endonyms[locale]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Help, licence, citation and the state of the log, in the same place on every page. */
export function Foot({ record }: { record?: RecordState | undefined }) {
  const { t, locale, date, dateTime } = useSpeak()
  return (
    <footer className="foot" aria-label={t('footer.label')}>
      <div className="wrap">
        <p className="wordmark">{t('register.name')}</p>
        {record && (
          <div>
            <p>{t('footer.as-of', { at: dateTime(record.asOf) })}</p>
            <p>
              <a href={paths.log(locale)}>{t('footer.log', { size: record.size })}</a>
              <br />
              {t('footer.root')} <Hash value={record.rootHash} />
            </p>
          </div>
        )}
        <div>
          <p>
            {t('footer.licence', { licence: t('footer.licence-name') })}
            <br />
            {t('footer.evidence')}
          </p>
          {record && (
            <details>
              <summary>{t('footer.cite')}</summary>
              <p>{t('footer.citation', { size: record.size, day: date(record.asOf) })}</p>
            </details>
          )}
          <p>
            <a href={paths.data(locale)}>{t('nav.data')}</a>
            <br />
            <a href={paths.about(locale)}>{t('footer.help')}</a>
            <br />
            <a href={paths.privacy(locale)}>{t('nav.privacy')}</a>
            <br />
            <a href={paths.security(locale)}>{t('nav.security')}</a>
          </p>
        </div>
      </div>
    </footer>
  )
}
