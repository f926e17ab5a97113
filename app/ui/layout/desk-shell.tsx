import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { HiddenFields } from '#app/ui/form/hidden-fields.tsx'

import { Foot, Languages } from './public-shell.tsx'

export type DeskNavItem = {
  href: string
  label: string
  current?: boolean | undefined
  count?: number | undefined
}
export type DeskOrganisation = {
  id: string
  name: string
  lang?: string | undefined
  href: string
  current?: boolean | undefined
}

/** The frame of signed-in work. */
export function DeskShell(props: {
  person: { name: string }
  nav: readonly DeskNavItem[]
  /** The page is about the person's own account. */
  account?: boolean
  /** Switched by links; shown as plain text when there is only one. */
  organisations?: readonly DeskOrganisation[]
  signOut: { action: string; fields?: Readonly<Record<string, string>> }
  /** What has just happened, from the last form. */
  flash?: ReactNode
  children: ReactNode
}) {
  const { t, locale, number } = useSpeak()
  const organisations = props.organisations ?? []
  const current = organisations.find((one) => one.current) ?? organisations[0]
  return (
    <>
      <header className="masthead desk">
        <div className="wrap">
          <p className="wordmark">
            <a href={paths.desk(locale)}>{t('register.name')}</a> <small>{t('nav.desk')}</small>
          </p>
          <Languages />
          <nav aria-label={t('nav.label')}>
            {props.nav.map((item) => (
              <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label} {item.count ? <b className="count">{number(item.count)}</b> : null}
              </a>
            ))}
            <a className="aside" href={paths.home(locale)}>
              {t('nav.public-site')}
            </a>
          </nav>
          <div className="whoami">
            {current &&
              (organisations.length > 1 ? (
                <details>
                  <summary>
                    <span className="visually-hidden">{t('nav.organisation')}: </span>
                    <bdi lang={current.lang}>{current.name}</bdi>
                  </summary>
                  <ul>
                    {organisations.map((one) => (
                      <li key={one.id}>
                        <a href={one.href} aria-current={one === current ? 'true' : undefined}>
                          <bdi lang={one.lang}>{one.name}</bdi>
                        </a>
                      </li>
                    ))}
                  </ul>
                </details>
              ) : (
                <bdi lang={current.lang}>{current.name}</bdi>
              ))}
            <a href={paths.account(locale)} aria-current={props.account ? 'page' : undefined}>
              <span className="visually-hidden">{t('nav.account')}: </span>
              <bdi>{props.person.name}</bdi>
            </a>
            <form method="post" action={props.signOut.action}>
              <HiddenFields values={props.signOut.fields ?? {}} />
              <button type="submit" className="as-link">
                {t('nav.sign-out')}
              </button>
            </form>
          </div>
        </div>
      </header>
      <main id="main" className="wrap">
        {props.flash}
        {props.children}
      </main>
      <Foot />
    </>
  )
}
