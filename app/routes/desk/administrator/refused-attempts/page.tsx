import type { RefusedPage } from '#app/db/read/audit.server.ts'
import { kept } from '#app/domain/accounts/retention.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/administration/audit-tabs.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Filters } from '#app/ui/data/filters.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Bdi, Code, DateText } from '#app/ui/data/text.tsx'
import { DateField, TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function RefusedAttemptsPage(props: RefusedPage & { person: DeskPerson }) {
  const { t, locale } = useSpeak()
  const { rows, shown, filters } = props
  return (
    <DeskFrame person={props.person} current="administration">
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <PageHead title={t('audit.title')} lead={t('audit.lead', { n: kept.refusedMonths })} />
      <Tabs current="refused" />
      <Filters action={paths.refusedAttempts(locale)} groups={[]}>
        <TextField name="person" label={t('audit.filter.person')} value={filters.person} />
        <DateField name="since" label={t('audit.filter.since')} value={filters.since} />
        <DateField name="until" label={t('audit.filter.until')} value={filters.until} />
      </Filters>
      <DataTable
        caption={t('audit.refused')}
        quietCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={t('audit.none.refused')}>{t('audit.none.text')}</Empty>}
        columns={[
          { key: 'when', label: t('audit.when'), cell: ({ at }) => <DateText at={at} /> },
          {
            key: 'who',
            label: t('audit.who'),
            cell: ({ person }) =>
              person ? (
                <a href={paths.audit(locale, { person: person.id })}>
                  <Bdi>{plainly(person.name)}</Bdi>
                </a>
              ) : null,
          },
          {
            key: 'tried',
            label: t('audit.tried'),
            header: true,
            cell: ({ outcome, method, path }) =>
              outcome === null ? (
                <Code>{`${method} ${plainly(path)}`}</Code>
              ) : (
                t('audit.signing-in', { outcome: t(`audit.outcome.${outcome}`) })
              ),
          },
          {
            key: 'status',
            label: t('audit.status'),
            cell: ({ status }) => (status === 0 ? '' : String(status)),
          },
          {
            key: 'from',
            label: t('audit.from'),
            cell: ({ address }) =>
              address === null ? t('audit.nowhere') : <bdi dir="ltr">{plainly(address)}</bdi>,
          },
        ]}
      />
      <Pagination
        previous={
          shown.previous && paths.refusedAttempts(locale, { ...filters, before: shown.previous })
        }
        next={shown.next && paths.refusedAttempts(locale, { ...filters, after: shown.next })}
        shown={t('audit.shown', { from: shown.from, to: shown.to, total: shown.total })}
      />
    </DeskFrame>
  )
}
