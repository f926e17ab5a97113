import type { AuditedAct, AuditPage as Found } from '#app/db/read/audit.server.ts'
import { kept } from '#app/domain/accounts/retention.ts'
import { actKinds } from '#app/domain/acts/act.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/administration/audit-tabs.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Filters } from '#app/ui/data/filters.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Bdi, Code, DateText, Words } from '#app/ui/data/text.tsx'
import { DateField, TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { actLabel } from './act-label.ts'

export function AuditPage(props: Found & { person: DeskPerson }) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { rows, shown, filters } = props
  const caption = t('audit.shown', { from: shown.from, to: shown.to, total: shown.total })
  return (
    <DeskFrame person={props.person} current="administration">
      <BackLink href={paths.administration(locale)}>{t('administration.title')}</BackLink>
      <PageHead title={t('audit.title')} lead={t('audit.lead', { n: kept.addressMonths })} />
      <Tabs current="acts" />
      <Filters
        action={paths.audit(locale)}
        groups={[
          {
            name: 'kind',
            label: t('audit.filter.kind'),
            kind: 'select',
            options: actKinds.map((value) => ({
              value,
              label: actLabel(speech, value),
              chosen: value === filters.kind,
            })),
          },
        ]}
      >
        <TextField name="person" label={t('audit.filter.person')} value={filters.person} />
        <TextField
          name="organisation"
          label={t('audit.filter.organisation')}
          value={filters.organisation}
        />
        <DateField name="since" label={t('audit.filter.since')} value={filters.since} />
        <DateField name="until" label={t('audit.filter.until')} value={filters.until} />
      </Filters>
      <DataTable
        caption={t('audit.title')}
        quietCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={t('audit.none')}>{t('audit.none.text')}</Empty>}
        columns={[
          { key: 'when', label: t('audit.when'), cell: ({ at }) => <DateText at={at} /> },
          { key: 'who', label: t('audit.who'), cell: (act) => <Who act={act} /> },
          {
            key: 'what',
            label: t('audit.what'),
            header: true,
            cell: ({ kind, entry }) => (
              <>
                {actLabel(speech, kind)}
                <br />
                <small>
                  {entry === null ? (
                    t('audit.private')
                  ) : (
                    <a href={paths.logEntry(locale, entry)}>{t('audit.entry', { entry })}</a>
                  )}
                </small>
              </>
            ),
          },
          {
            key: 'about',
            label: t('audit.about'),
            cell: ({ subject }) => <Code>{plainly(subject)}</Code>,
          },
          {
            key: 'from',
            label: t('audit.from'),
            cell: ({ address }) =>
              address === null ? t('audit.nowhere') : <bdi dir="ltr">{plainly(address)}</bdi>,
          },
          { key: 'change', label: t('audit.change'), cell: (act) => <Changed act={act} /> },
        ]}
      />
      <Pagination
        previous={shown.previous && paths.audit(locale, { ...filters, before: shown.previous })}
        next={shown.next && paths.audit(locale, { ...filters, after: shown.next })}
        shown={caption}
      />
      {rows.length > 0 && (
        <p className="data-links">
          <a href={paths.auditExport(locale, filters)}>{t('audit.export')}</a>
        </p>
      )}
    </DeskFrame>
  )
}

function Who({ act }: { act: AuditedAct }) {
  const { t, locale } = useSpeak()
  if (act.userId === null) return t('audit.register')
  return (
    <>
      {act.person ? (
        <a href={paths.audit(locale, { person: act.userId })}>
          <Bdi>{plainly(act.person.name)}</Bdi>
        </a>
      ) : (
        t('audit.erased')
      )}
      <br />
      <small>
        {t(`role.${act.role}`)}
        {act.organisation && (
          <>
            , <Words text={act.organisation} />
          </>
        )}
      </small>
    </>
  )
}

function Changed({ act: { change } }: { act: AuditedAct }) {
  const { t } = useSpeak()
  if (!change) return null
  return (
    <ul className="plain">
      {change.before !== '' && <li>{t('audit.before', { what: plainly(change.before) })}</li>}
      {change.after !== '' && <li>{t('audit.after', { what: plainly(change.after) })}</li>}
      {change.reason !== '' && (
        <li dir="auto">{t('audit.because', { reason: plainly(change.reason) })}</li>
      )}
    </ul>
  )
}
