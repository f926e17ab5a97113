import type { SignedIn } from '#app/db/read/accounts.server.ts'
import type { OwnSignIn } from '#app/db/read/own-account.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Bdi } from '#app/ui/data/text.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function AccountPage(props: {
  person: SignedIn
  changedAt: Date | undefined
  passkeys: number
  sessions: number
  latest: OwnSignIn | undefined
  done: 'details' | 'password' | 'address' | undefined
}) {
  const { t, locale, date, dateTime, languageName } = useSpeak()
  const { person, changedAt, latest } = props
  return (
    <DeskFrame
      person={person}
      current="account"
      flash={props.done && <p>{t(`account.done.${props.done}`)}</p>}
    >
      <PageHead title={t('account.title')} lead={t('account.lead')} />
      <SummaryList
        rows={[
          {
            key: 'name',
            term: t('sign-up.name'),
            value: <Bdi>{person.name}</Bdi>,
            change: paths.changeDetails(locale),
          },
          {
            key: 'language',
            term: t('account.language'),
            value: languageName(person.locale),
            change: paths.changeDetails(locale),
          },
          {
            key: 'email',
            term: t('sign-in.email'),
            value: <bdi dir="ltr">{person.email}</bdi>,
            change: paths.changeAddress(locale),
          },
          {
            key: 'password',
            term: t('sign-in.password'),
            value: changedAt
              ? t('account.password.changed', { date: date(changedAt) })
              : t('account.password.first'),
            change: paths.changePassword(locale),
          },
          {
            key: 'passkeys',
            term: t('passkeys.title'),
            value: (
              <a href={paths.passkeys(locale)}>{t('passkeys.count', { n: props.passkeys })}</a>
            ),
          },
          {
            key: 'factor',
            term: t('factor.title'),
            value: t(person.factor ? 'factor.on' : 'factor.off'),
            change: paths.secondFactor(locale),
          },
          {
            key: 'sessions',
            term: t('account.sessions.title'),
            value: (
              <a href={paths.sessions(locale)}>
                {t('account.sessions.count', { n: props.sessions })}
              </a>
            ),
          },
          {
            key: 'sign-ins',
            term: t('account.sign-ins.title'),
            value: (
              <a href={paths.signIns(locale)}>
                {latest
                  ? t('account.sign-ins.latest', { at: dateTime(latest.at) })
                  : t('account.sign-ins.none')}
              </a>
            ),
          },
          {
            key: 'own-data',
            term: t('own-data.title'),
            value: <a href={paths.ownData(locale)}>{t('own-data.link')}</a>,
          },
        ]}
      />
    </DeskFrame>
  )
}
