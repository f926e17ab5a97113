import type { SearchPage as Searched, SearchResult } from '#app/db/read/search-page.server.ts'
import type { CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { LONGEST_SEARCH } from '#app/domain/browsing/search-text.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { chosenFilters, filterGroups, keptFilters } from '#app/ui/data/commitment-filters.ts'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { ChosenFilters, Filters } from '#app/ui/data/filters.tsx'
import { Marked } from '#app/ui/data/marked.tsx'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { SearchField } from '#app/ui/data/search-box.tsx'
import { AssuranceTag, StatusMark } from '#app/ui/data/status-mark.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { NothingFound } from './nothing-found.tsx'
import { Ways } from './ways.tsx'

export function SearchPage(page: Searched) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { filters, search, isAll } = page
  const q = search.written
  const sort = page.sort === 'relevance' ? undefined : page.sort
  const addressOf = (asked: CommitmentFilters, words = q) =>
    paths.search(locale, { q: words, ...asked, sort })
  const chosen = [
    ...(q === '' ? [] : [{ label: t('search.words', { q }), removeHref: addressOf(filters, '') }]),
    ...chosenFilters(page, speech, (asked) => addressOf(asked)),
  ]
  return (
    <PublicShell current="search" record={page.record}>
      <PageHead title={t('search.title')} lead={q === '' && t('search.lead')} />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- older readers know no <search> */}
      <div role="search">
        <SearchField value={q} form="filters" />
      </div>
      <div className="split">
        <div>
          <p className="narrow-only">
            <a href="#filters">{t('filter.title')}</a>
          </p>
          <ChosenFilters chosen={chosen} clearHref={paths.search(locale)} />
          {search.cut && <p className="mbe-3">{t('search.cut', { n: LONGEST_SEARCH })}</p>}
          {page.rows.length > 0 && <Results page={page} />}
          {page.examples && <Ways examples={page.examples} />}
          {page.help && <NothingFound page={page} help={page.help} addressOf={addressOf} />}
        </div>
        <Filters
          action={paths.search(locale)}
          groups={isAll ? filterGroups(page, speech) : allChoosable(filterGroups(page, speech))}
          keep={{ ...keptFilters(filters), ...(sort && { sort }) }}
        />
      </div>
    </PublicShell>
  )
}

/** Counts among some of what is found are no reason to refuse a choice. */
function allChoosable(groups: ReturnType<typeof filterGroups>): ReturnType<typeof filterGroups> {
  const choosable = (options: (typeof groups)[number]['options']) =>
    options.map(({ count, ...option }) => (count ? { ...option, count } : option))
  return groups.map((group) => ({
    ...group,
    options: choosable(group.options),
    ...(group.sections && {
      sections: group.sections.map((section) => ({
        ...section,
        options: choosable(section.options),
      })),
    }),
  }))
}

function Results({ page }: { page: Searched }) {
  const { t, locale } = useSpeak()
  const { rows, filters, shown, search } = page
  const { from, to } = shown
  const head = page.isAll
    ? t('list.shown', { from, to, total: shown.total })
    : t('search.shown-of-more', { from, to, n: page.ranked })
  const pageAt = (cursor: Record<string, string>) =>
    paths.search(locale, {
      q: search.written,
      ...filters,
      sort: page.sort === 'relevance' ? undefined : page.sort,
      ...cursor,
    })
  return (
    <>
      <h2 className="list-head">{head}</h2>
      <Orders page={page} />
      {!page.isAll && <p className="small mbe-3">{t('search.more', { n: page.ranked })}</p>}
      <ol className="results" start={from}>
        {rows.map((row) => (
          <Result key={row.id} row={row} />
        ))}
      </ol>
      <Pagination
        previous={shown.previous && pageAt({ before: shown.previous })}
        next={shown.next && pageAt({ after: shown.next })}
        shown={head}
      />
      <DataLinks of="list" path={pageAt({})} formats={['csv', 'json', 'atom']} />
    </>
  )
}

function Orders({ page: { search, filters, sort } }: { page: Searched }) {
  const { t, locale } = useSpeak()
  const q = search.written
  const orders = [
    { name: 'relevance', label: t('search.best') },
    { name: 'newest', label: t('list.newest') },
    { name: 'due', label: t('list.due') },
  ] as const
  return (
    <p className="links small mbe-3">
      <span className="quiet">{t('list.order')}</span>
      {orders.map(({ name, label }) =>
        name === sort ? (
          <b key={name}>{label}</b>
        ) : (
          <a
            key={name}
            href={paths.search(locale, { q, ...filters, sort: name === 'relevance' ? '' : name })}
          >
            {label}
          </a>
        ),
      )}
    </p>
  )
}

function Result({ row }: { row: SearchResult }) {
  const { t, locale, words, date } = useSpeak()
  const { clause, snippet } = row
  const source = {
    title: undefined,
    text: undefined,
    problem: t('record.problem'),
    milestone: t('search.in-milestone'),
    organisation: t('head.organisation'),
  }[snippet.of]
  return (
    <li>
      <span className="standing">
        {row.outcome && <StatusMark status={row.outcome} compact />}
        {row.assurance && <AssuranceTag assurance={row.assurance} compact />}
      </span>
      <div>
        <h3>
          <a href={paths.commitment(locale, row.number)}>
            <Marked {...row.title} />
          </a>
        </h3>
        <p>
          {source && <span className="quiet">{source}: </span>}
          <Marked {...snippet} />
        </p>
        <p className="under">
          <span className="number">{row.number}</span>
          <span>
            <OrganisationName organisation={row.lead} />
          </span>
          {clause && (
            <a href={paths.clause(locale, clause.key)} title={words(clause.summary).text}>
              {clause.code} {clause.number}
            </a>
          )}
          <span>
            {row.nextDueOn && row.outcome !== 'withdrawn'
              ? t('data.due', { day: date(row.nextDueOn) })
              : t('list.nothing-due')}
          </span>
          {row.imported && <span>{t('mark.imported')}</span>}
          {row.invented && <span>{t('mark.invented')}</span>}
        </p>
      </div>
    </li>
  )
}
