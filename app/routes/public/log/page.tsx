import { publicKinds } from '#app/domain/acts/act.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { ChosenFilters, Filters } from '#app/ui/data/filters.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { DateText } from '#app/ui/data/text.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'
import { Actor, DoneElsewhere, Subject } from '#app/ui/log/told-act.tsx'

import type { Log } from './shown.ts'
import { HowToCheck, SignedState } from './signed-state.tsx'

export function LogPage(log: Log) {
  const { t, locale } = useSpeak()
  const { filters, shown, rows } = log
  const chosen = filters.kind
    ? [{ label: t(`log.act.${filters.kind}`), removeHref: paths.log(locale) }]
    : []
  const caption = t('log.shown', { from: shown.from, to: shown.to, total: shown.total })
  const options = publicKinds.map((kind) => ({
    value: kind,
    label: t(`log.act.${kind}`),
    chosen: kind === filters.kind,
  }))
  return (
    <PublicShell current="log" record={log.record}>
      <PageHead title={t('log.title')} lead={t('log.lead')} />
      {log.stopped && (
        <Notice kind="warning" title={t('log.stopped')}>
          {t('log.stopped.text')}
        </Notice>
      )}
      <SignedState log={log} />
      <div className="split mbs-7">
        <div>
          <p className="narrow-only">
            <a href="#filters">{t('filter.title')}</a>
          </p>
          <ChosenFilters chosen={chosen} clearHref={paths.log(locale)} />
          {rows.length === 0 ? (
            <Empty title={t('log.none')}>
              {t(filters.kind ? 'log.none-like-that' : 'log.none.text')}
            </Empty>
          ) : (
            <Acts rows={rows} caption={caption} />
          )}
          <Pagination
            previous={shown.previous && paths.log(locale, { ...filters, before: shown.previous })}
            next={shown.next && paths.log(locale, { ...filters, after: shown.next })}
            shown={caption}
          />
          <p className="data-links">
            <T
              k="log.feed"
              tags={{
                linkFeed: (text) => (
                  <a href={paths.logFeed(locale, filters)} type="application/atom+xml">
                    {text}
                  </a>
                ),
              }}
            />
          </p>
        </div>
        <Filters
          action={paths.log(locale)}
          groups={[{ name: 'kind', label: t('head.act'), kind: 'select', options }]}
        />
      </div>
      <HowToCheck log={log} />
    </PublicShell>
  )
}

/** Acts newest first: the entry's number, what happened and about what, who, when. */
function Acts({ rows, caption }: { rows: Log['rows']; caption: string }) {
  const { t, number, locale } = useSpeak()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => String(row.entry)}
      columns={[
        {
          key: 'entry',
          label: t('head.entry'),
          header: true,
          cell: ({ entry }) => <a href={paths.logEntry(locale, entry)}>{number(entry)}</a>,
        },
        {
          key: 'act',
          label: t('head.act'),
          cell: (row) => (
            <>
              <b>{t(`log.act.${row.kind}`)}</b>
              <br />
              <Subject subject={row.subject} />
              {row.told && <DoneElsewhere told={row.told} />}
            </>
          ),
        },
        { key: 'who', label: t('head.who'), cell: (row) => <Actor act={row} /> },
        { key: 'at', label: t('head.time'), cell: (row) => <DateText at={row.at} /> },
      ]}
    />
  )
}
