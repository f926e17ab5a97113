import type { HomePage as Home } from '#app/db/read/home.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'

type Row = Home['soon'][number]

/** What is due next, and who has been silent longest. */
export function Waiting({ soon, silent }: Pick<Home, 'soon' | 'silent'>) {
  const { t, locale } = useSpeak()
  return (
    <section className="columns columns-wide">
      <div>
        <h2>{t('home.soon')}</h2>
        {soon.length === 0 ? (
          <p>{t('home.soon.none')}</p>
        ) : (
          <>
            <Few
              rows={soon}
              caption={t('home.soon')}
              head={t('head.due')}
              days="home.in-days"
              since="home.on-day"
            />
            <p className="small">
              <a href={paths.commitments(locale, { due: 'soon', sort: 'due' })}>
                {t('home.soon.all')}
              </a>
            </p>
          </>
        )}
        <p className="small">
          <a href={paths.milestones(locale)}>{t('calendar.all')}</a>
        </p>
      </div>
      <div>
        <h2>{t('home.silent')}</h2>
        {silent.length === 0 ? (
          <p>{t('home.silent.none')}</p>
        ) : (
          <>
            <Few
              rows={silent}
              caption={t('home.silent')}
              head={t('head.silent-for')}
              days="home.days-silent"
              since="home.since-day"
            />
            <p className="small">
              <a href={paths.commitments(locale, { outcome: 'no-report', sort: 'due' })}>
                {t('home.silent.all')}
              </a>
            </p>
          </>
        )}
      </div>
    </section>
  )
}

function Few(props: {
  rows: readonly Row[]
  caption: string
  head: string
  days: 'home.in-days' | 'home.days-silent'
  since: 'home.on-day' | 'home.since-day'
}) {
  const { t, date } = useSpeak()
  return (
    <DataTable
      caption={props.caption}
      quietCaption
      rows={props.rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'commitment',
          label: t('head.commitment'),
          header: true,
          cell: (row) => (
            <>
              <Title row={row} />
              <small className="under">
                <OrganisationName organisation={row.lead} plain />
                {row.imported === 1 && ` · ${t('mark.imported')}`}
              </small>
            </>
          ),
        },
        {
          key: 'days',
          label: props.head,
          cell: (row) => (
            <>
              {t(props.days, { n: row.days })}
              <small className="under">
                <time dateTime={row.dueOn}>{t(props.since, { day: date(row.dueOn) })}</time>
              </small>
            </>
          ),
        },
      ]}
    />
  )
}

function Title({ row }: { row: { number: string; lang: string; title: string } }) {
  const { locale } = useSpeak()
  return (
    <a href={paths.commitment(locale, row.number)}>
      <Foreign lang={row.lang} text={row.title} />
    </a>
  )
}

/** What coordinators found last, straight from the log. */
export function LatestReviewed({ rows }: { rows: Home['reviewed'] }) {
  const { t } = useSpeak()
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t('home.reviewed')}</h2>
      <DataTable
        caption={t('home.reviewed')}
        quietCaption
        rows={rows}
        rowKey={(row) => String(row.entry)}
        columns={[
          {
            key: 'finding',
            label: t('head.finding'),
            cell: (row) => <StatusMark status={row.finding} compact />,
          },
          {
            key: 'commitment',
            label: t('head.commitment'),
            header: true,
            cell: (row) => (
              <>
                <Title row={row} />
                {row.kind === 'correction.made' && (
                  <small className="under">{t('act.correction.made')}</small>
                )}
              </>
            ),
          },
          { key: 'day', label: t('head.date'), cell: (row) => <DateText day={row.day} /> },
        ]}
      />
    </section>
  )
}
