import { kept } from '#app/domain/accounts/retention.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell, type RecordState } from '#app/ui/layout/public-shell.tsx'

export function PrivacyPage({ record }: { record: RecordState }) {
  const { t, locale } = useSpeak()
  return (
    <PublicShell record={record}>
      <PageHead title={t('privacy.title')} lead={t('privacy.lead')} />
      <div className="stack">
        <section className="prose" id="reading">
          <h2>{t('privacy.reading')}</h2>
          <p>{t('privacy.reading.text')}</p>
        </section>
        <section className="stack" id="account">
          <div className="prose">
            <h2>{t('privacy.account')}</h2>
            <p>{t('privacy.account.text')}</p>
          </div>
          <Kept />
        </section>
        <section className="prose" id="log">
          <h2>{t('privacy.log')}</h2>
          <p>{t('privacy.log.text')}</p>
          <p>{t('privacy.log.redaction')}</p>
        </section>
        <section className="prose" id="rights">
          <h2>{t('privacy.rights')}</h2>
          <p>
            <T
              k="privacy.rights.text"
              tags={{ linkData: (text) => <a href={paths.ownData(locale)}>{text}</a> }}
            />
          </p>
        </section>
      </div>
    </PublicShell>
  )
}

/** The periods are those the register keeps by: domain/accounts/retention.ts. */
function Kept() {
  const { t } = useSpeak()
  const { letterTextDays: days, letterMonths: months } = kept
  const rows = [
    { kind: 'account', long: t('privacy.kept.account.long') },
    { kind: 'sessions', long: t('privacy.kept.sessions.long') },
    { kind: 'sign-ins', long: t('privacy.kept.sign-ins.long', { n: kept.signInMonths }) },
    { kind: 'acts', long: t('privacy.kept.acts.long', { n: kept.addressMonths }) },
    { kind: 'refused', long: t('privacy.kept.refused.long', { n: kept.refusedMonths }) },
    { kind: 'letters', long: t('privacy.kept.letters.long', { days, months }) },
    { kind: 'links', long: t('privacy.kept.links.long', { n: kept.linkDays }) },
  ] as const
  return (
    <DataTable
      caption={t('privacy.account')}
      quietCaption
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: 'what',
          label: t('privacy.what'),
          header: true,
          cell: ({ kind }) => t(`privacy.kept.${kind}`),
        },
        { key: 'why', label: t('privacy.why'), cell: ({ kind }) => t(`privacy.kept.${kind}.why`) },
        { key: 'long', label: t('privacy.long'), cell: ({ long }) => long },
        { key: 'who', label: t('privacy.who'), cell: ({ kind }) => t(`privacy.kept.${kind}.who`) },
      ]}
    />
  )
}
