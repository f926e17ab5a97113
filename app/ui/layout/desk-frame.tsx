import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { DeskShell, type DeskNavItem, type DeskOrganisation } from './desk-shell.tsx'
import { Flash, Notice } from './notice.tsx'

export type DeskPerson = {
  name: string
  coordinator: boolean
  administrator: boolean
}
export type DeskPlace = 'desk' | 'queue' | 'import' | 'administration' | 'register' | 'account'

/** The frame around every page of the desk: each person sees the doors that open for them. */
export function DeskFrame(props: {
  person: DeskPerson
  current: DeskPlace
  organisations?: readonly DeskOrganisation[] | undefined
  /** What the last form did. */
  flash?: ReactNode
  /** Publishing is stopped: told where a day's work begins. */
  stopped?: boolean
  children: ReactNode
}) {
  const { t, locale } = useSpeak()
  const { person, current } = props
  const item = (place: DeskPlace, href: string, label: string): DeskNavItem => ({
    href,
    label,
    current: current === place,
  })
  const nav = [
    item('desk', paths.desk(locale), t('nav.desk')),
    ...(person.coordinator || person.administrator
      ? []
      : [item('register', paths.draftCommitment(locale), t('desk.nav.register'))]),
    ...(person.coordinator
      ? [
          item('queue', paths.queue(locale), t('desk.nav.queue')),
          item('import', paths.importCommitments(locale), t('desk.nav.import')),
        ]
      : []),
    ...(person.administrator
      ? [item('administration', paths.administration(locale), t('desk.nav.administration'))]
      : []),
  ]
  return (
    <DeskShell
      person={{ name: person.name }}
      nav={nav}
      account={current === 'account'}
      {...(props.organisations ? { organisations: props.organisations } : {})}
      signOut={{ action: paths.signOut(locale) }}
      flash={props.flash ? <Flash>{props.flash}</Flash> : undefined}
    >
      {props.stopped && (
        <Notice kind="warning" title={t('error.stopped.title')}>
          <p>{t('desk.stopped.text')}</p>
        </Notice>
      )}
      {props.children}
    </DeskShell>
  )
}
