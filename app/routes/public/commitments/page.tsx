import type { CommitmentsPage as Commitments } from '#app/db/read/commitments.server.ts'
import type { CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { chosenFilters, filterGroups, keptFilters } from '#app/ui/data/commitment-filters.ts'
import { CommitmentTable } from '#app/ui/data/commitment-table.tsx'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { ChosenFilters, Filters } from '#app/ui/data/filters.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

export function CommitmentsPage(page: Commitments) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { filters, shown } = page
  const sort = page.sort === 'newest' ? {} : { sort: page.sort }
  const addressOf = (asked: CommitmentFilters) => paths.commitments(locale, { ...asked, ...sort })
  const chosen = chosenFilters(page, speech, addressOf)
  const isNarrowed = chosen.length > 0
  return (
    <PublicShell current="commitments" record={page.record}>
      <PageHead title={t('commitments.title')} lead={t('commitments.lead')} />
      <div className="split">
        <div>
          <p className="narrow-only">
            <a href="#filters">{t('filter.title')}</a>
          </p>
          <ChosenFilters chosen={chosen} clearHref={paths.commitments(locale, sort)} />
          {shown.total > 0 ? (
            <List page={page} />
          ) : isNarrowed ? (
            <Empty title={t('commitments.none')}>
              <p>{t('commitments.none.text')}</p>
            </Empty>
          ) : (
            <Empty title={t('home.no-commitments')}>{t('home.no-commitments.text')}</Empty>
          )}
        </div>
        <Filters
          action={paths.commitments(locale)}
          groups={filterGroups(page, speech)}
          keep={{ ...keptFilters(filters), ...sort }}
        />
      </div>
    </PublicShell>
  )
}

function List({ page }: { page: Commitments }) {
  const { t, locale } = useSpeak()
  const { rows, sort, filters, shown } = page
  const kept = sort === 'newest' ? filters : { ...filters, sort }
  const caption = t('list.shown', { from: shown.from, to: shown.to, total: shown.total })
  const newest = paths.commitments(locale, filters)
  const due = paths.commitments(locale, { ...filters, sort: 'due' })
  return (
    <>
      <h2 className="list-head">{caption}</h2>
      <p className="links small mbe-3">
        <span className="quiet">{t('list.order')}</span>
        {sort === 'newest' ? <b>{t('list.newest')}</b> : <a href={newest}>{t('list.newest')}</a>}
        {sort === 'due' ? <b>{t('list.due')}</b> : <a href={due}>{t('list.due')}</a>}
      </p>
      <CommitmentTable
        caption={caption}
        quietCaption
        rows={rows}
        columns={['organisation', 'clause', 'due']}
        dueSort={sort === 'due' ? { href: newest, direction: 'ascending' } : { href: due }}
      />
      <Pagination
        previous={shown.previous && paths.commitments(locale, { ...kept, before: shown.previous })}
        next={shown.next && paths.commitments(locale, { ...kept, after: shown.next })}
        shown={caption}
      />
      <DataLinks
        of="list"
        path={paths.commitments(locale, kept)}
        formats={['csv', 'json', 'atom', 'ics']}
      />
    </>
  )
}
