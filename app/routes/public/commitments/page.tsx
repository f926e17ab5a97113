import type { CommitmentsPage as Commitments } from '#app/db/read/commitments.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { CommitmentTable } from '#app/ui/data/commitment-table.tsx'
import { ChosenFilters, Filters } from '#app/ui/data/filters.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { chosenOf, filterGroups } from './filter-groups.ts'

export function CommitmentsPage(page: Commitments) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { filters, shown } = page
  const chosen = chosenOf(page, speech)
  const isNarrowed = chosen.length > 0
  return (
    <PublicShell current="commitments" record={page.record}>
      <PageHead title={t('commitments.title')} lead={t('commitments.lead')} />
      <div className="split">
        <div>
          <p className="narrow-only">
            <a href="#filters">{t('filter.title')}</a>
          </p>
          <ChosenFilters chosen={chosen} clearHref={paths.commitments(locale)} />
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
          keep={keptOf(filters, page.sort)}
        />
      </div>
    </PublicShell>
  )
}

/** What the form has no field for, and must not lose. */
function keptOf(filters: Commitments['filters'], sort: Commitments['sort']) {
  const { organisation, due, reporting } = filters
  const kept = { organisation, due, reporting, sort: sort === 'newest' ? undefined : sort }
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
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
      <p className="links small mbe-3">
        <span className="quiet">{t('list.order')}</span>
        {sort === 'newest' ? <b>{t('list.newest')}</b> : <a href={newest}>{t('list.newest')}</a>}
        {sort === 'due' ? <b>{t('list.due')}</b> : <a href={due}>{t('list.due')}</a>}
      </p>
      <CommitmentTable
        caption={caption}
        rows={rows}
        columns={['organisation', 'clause', 'due']}
        dueSort={sort === 'due' ? { href: newest, direction: 'ascending' } : { href: due }}
      />
      <Pagination
        previous={shown.previous && paths.commitments(locale, { ...kept, before: shown.previous })}
        next={shown.next && paths.commitments(locale, { ...kept, after: shown.next })}
        shown={caption}
      />
    </>
  )
}
