import type { SignedIn } from '#app/db/read/accounts.server.ts'
import type { OwnSession } from '#app/db/read/own-account.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { BrowserName, Network } from '#app/ui/data/browser-name.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { DateText } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function SessionsPage(props: {
  person: SignedIn
  sessions: readonly OwnSession[]
  current: string
  done: 'one' | 'others' | undefined
  result: FormResult | undefined
}) {
  const { t, locale, dateTime } = useSpeak()
  const { sessions, current } = props
  return (
    <DeskFrame
      person={props.person}
      current="account"
      flash={props.done && <p>{t(`account.sessions.done.${props.done}`)}</p>}
    >
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <ErrorSummary form={formState(props.result)} />
      <PageHead title={t('account.sessions.title')} lead={t('account.sessions.lead')} />
      <DataTable
        caption={t('account.sessions.title')}
        quietCaption
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'browser',
            label: t('account.browser'),
            header: true,
            cell: ({ agent }) => <BrowserName agent={agent} />,
          },
          {
            key: 'network',
            label: t('account.network'),
            cell: ({ address }) => <Network address={address} />,
          },
          {
            key: 'began',
            label: t('account.sessions.began'),
            cell: ({ beganAt }) => <DateText at={beganAt} />,
          },
          {
            key: 'seen',
            label: t('account.sessions.seen'),
            cell: ({ seenAt }) => <DateText at={seenAt} />,
          },
          {
            key: 'action',
            label: t('account.sessions.action'),
            cell: ({ id, beganAt }) =>
              id === current ? (
                <strong>{t('account.sessions.current')}</strong>
              ) : (
                <PostForm hidden={{ end: 'one', session: id }}>
                  <Button kind="secondary">
                    {t('account.sessions.end')}{' '}
                    <span className="visually-hidden">
                      {t('account.sessions.end.of', { at: dateTime(beganAt) })}
                    </span>
                  </Button>
                </PostForm>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <PostForm hidden={{ end: 'others' }}>
          <FormActions>
            <Button kind="danger">{t('account.sessions.end-others')}</Button>
          </FormActions>
        </PostForm>
      )}
    </DeskFrame>
  )
}
