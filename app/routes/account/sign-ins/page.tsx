import type { SignedIn } from '#app/db/read/accounts.server.ts'
import type { OwnSignIn } from '#app/db/read/own-account.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { BrowserName, Network } from '#app/ui/data/browser-name.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { DateText } from '#app/ui/data/text.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function SignInsPage(props: { person: SignedIn; signIns: readonly OwnSignIn[] }) {
  const { t, locale } = useSpeak()
  return (
    <DeskFrame person={props.person} current="account">
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <PageHead title={t('account.sign-ins.title')} lead={t('account.sign-ins.lead')} />
      <DataTable
        caption={t('account.sign-ins.title')}
        quietCaption
        rows={props.signIns}
        rowKey={({ id }) => id}
        empty={<Empty title={t('account.sign-ins.none')} />}
        columns={[
          {
            key: 'at',
            label: t('account.sign-ins.at'),
            header: true,
            cell: ({ at }) => <DateText at={at} />,
          },
          {
            key: 'outcome',
            label: t('account.sign-ins.outcome'),
            cell: ({ outcome }) => t(`account.outcome.${outcome}`),
          },
          {
            key: 'browser',
            label: t('account.browser'),
            cell: ({ agent }) => <BrowserName agent={agent} />,
          },
          {
            key: 'network',
            label: t('account.network'),
            cell: ({ address }) => <Network address={address} />,
          },
        ]}
      />
    </DeskFrame>
  )
}
