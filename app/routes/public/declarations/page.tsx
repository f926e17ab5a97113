import type { declarationsPage } from '#app/db/read/declarations.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { DeclarationTable } from '#app/ui/data/declaration-table.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Props = Awaited<ReturnType<typeof declarationsPage>>

export function DeclarationsPage({ declarations, record }: Props) {
  const { t } = useSpeak()
  return (
    <PublicShell current="declarations" record={record}>
      <PageHead title={t('declarations.title')} lead={t('declarations.lead')} />
      {declarations.length === 0 ? (
        <Empty title={t('home.no-declarations')}>{t('home.no-declarations.text')}</Empty>
      ) : (
        <DeclarationTable rows={declarations} />
      )}
    </PublicShell>
  )
}
