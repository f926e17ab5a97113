import type { CoveragePage as Covered } from '#app/db/read/coverage.server.ts'
import {
  clauseTotal,
  coverageTotal,
  coverageViews,
  gapsOf,
  type CoverageCell,
  type CoverageView,
} from '#app/domain/browsing/coverage.ts'
import { eachFilter, withoutFilter, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { regions } from '#app/domain/places/m49.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Source } from '#app/ui/data/cite.tsx'
import { CoverageGaps, CoverageMatrix, CoverageReading } from '#app/ui/data/coverage.tsx'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { ChosenFilters } from '#app/ui/data/filters.tsx'
import { Narrowing, regionsInOrder, withChosen, type Choice } from '#app/ui/data/narrowing.tsx'
import { Words } from '#app/ui/data/text.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Page = Covered & { view: CoverageView; origin: string }
type Declared = NonNullable<Covered['declaration']>

export function CoveragePage(page: Page) {
  const { t, words } = useSpeak()
  const { declaration } = page
  if (!declaration)
    return (
      <PublicShell current="coverage" record={page.record}>
        <PageHead title={t('coverage.title')} />
        <Empty title={t('home.no-declarations')}>{t('home.no-declarations.text')}</Empty>
      </PublicShell>
    )
  return (
    <PublicShell current="coverage" record={page.record}>
      <PageHead
        title={t('coverage.title')}
        lead={t('coverage.lead', { declaration: words(declaration.title).text })}
      />
      <div className="stack">
        <Narrowed page={page} declaration={declaration} />
        <Shown page={page} declaration={declaration} />
      </div>
    </PublicShell>
  )
}

/** What an address says of the page; the first declaration goes without saying. */
function useHere({ declarations, view }: Page, { key }: Declared) {
  const { locale } = useSpeak()
  const first = declarations[0]?.key === key
  return (filters: CommitmentFilters, show: CoverageView = view) =>
    paths.coverage(locale, {
      ...(first ? {} : { declaration: key }),
      ...filters,
      ...(show === 'made' ? {} : { show }),
    })
}

function Narrowed({ page, declaration }: { page: Page; declaration: Declared }) {
  const { t, words, number, locale, countryName } = useSpeak()
  const { filters, view, declarations } = page
  const here = useHere(page, declaration)
  const placeName = (code: string) =>
    code === 'worldwide' ? t('place.worldwide') : countryName(code)
  const counts = new Map(page.places.map(({ value, count }) => [value, count]))
  const placed = (code: string, depth: number) => ({
    value: code,
    label: `${'\u2003'.repeat(depth)}${placeName(code)} (${number(counts.get(code) ?? 0)})`,
  })
  const [country = '', ...moreCountries] = filters.country ?? []
  const [year = '', ...moreYears] = filters.year ?? []
  const isRegion = country === 'worldwide' || regions.some(({ code }) => code === country)
  const choices: Choice[] = [
    ...(declarations.length > 1
      ? [
          {
            name: 'declaration',
            label: t('filter.declaration'),
            value: declaration.key,
            options: declarations.map(({ key, title }) => ({
              value: key,
              label: words(title).text,
            })),
          },
        ]
      : []),
    {
      name: 'country',
      label: t('coverage.region'),
      value: moreCountries.length > 0 ? '' : country,
      any: t('filter.any'),
      options: [
        ...(country !== '' && !isRegion ? [placed(country, 0)] : []),
        placed('worldwide', 0),
        ...regionsInOrder().map(({ code, within }) => placed(code, within.length)),
      ],
    },
    {
      name: 'year',
      label: t('filter.year'),
      value: moreYears.length > 0 ? '' : year,
      any: t('filter.any'),
      options: withChosen(page.years, filters.year)
        .toSorted((a, b) => b.value.localeCompare(a.value))
        .map(({ value, count }) => ({ value, label: `${value} (${number(count)})` })),
    },
  ]
  return (
    <div>
      <Narrowing
        action={paths.coverage(locale)}
        choices={choices}
        keep={view === 'made' ? {} : { show: view }}
      />
      <ChosenFilters
        clearHref={here({})}
        chosen={eachFilter(filters).map(({ name, value }) => ({
          label: name === 'year' ? t('filter.year.label', { year: value }) : placeName(value),
          removeHref: here(withoutFilter(filters, name, value)),
        }))}
      />
    </div>
  )
}

function Shown({ page, declaration }: { page: Page; declaration: Declared }) {
  const { t, locale } = useSpeak()
  const { view, filters } = page
  const { coverage, whole } = declaration
  const here = useHere(page, declaration)
  const total = coverageTotal(coverage)
  const isNarrowed = eachFilter(filters).length > 0
  if (total.made === 0 && isNarrowed)
    return (
      <>
        <Empty title={t('commitments.none')}>{t('commitments.none.text')}</Empty>
        <section>
          <h2>{t('coverage.unfiltered')}</h2>
          <Totals of={whole} declaration={declaration.key} />
        </section>
      </>
    )
  const gaps = gapsOf(coverage)
  return (
    <>
      {total.made === 0 && (
        <Empty title={t('home.no-commitments')}>{t('home.no-commitments.text')}</Empty>
      )}
      <CoverageReading of={coverage} view={view} />
      {isNarrowed && (
        <p className="small">
          <a href={here({})}>{t('coverage.shown', { shown: total.made, all: whole.made })}</a>
        </p>
      )}
      <nav className="links views" aria-label={t('coverage.views')}>
        {coverageViews.map((one) => (
          <a key={one} href={here(filters, one)} aria-current={one === view ? 'true' : undefined}>
            {t(`coverage.view.${one}`)}
          </a>
        ))}
      </nav>
      <div>
        <CoverageMatrix
          of={coverage}
          view={view}
          filters={filters}
          total={total}
          declaration={declaration.key}
        />
        <p className="small quiet">{t('coverage.several')}</p>
        <DataLinks of="list" path={here(filters, 'made')} formats={['csv', 'json']} />
        <Source
          title={t(`coverage.caption.${view}`)}
          asOf={page.record}
          url={page.origin + here(filters)}
        />
      </div>
      {gaps.length > 0 && (
        <section>
          <h2 id="gaps">{t('home.gaps')}</h2>
          <p className="quiet">{t('coverage.gaps.text')}</p>
          <CoverageGaps of={coverage} />
        </section>
      )}
      <section>
        <h2>{t('coverage.clauses')}</h2>
        <ol className="clauses plain">
          {coverage.clauses.map(({ key, number, summary }, place) => (
            <li key={key}>
              <a className="clause-number" href={paths.clause(locale, key)}>
                <span className="visually-hidden">{t('head.clause')} </span>
                {number}
              </a>
              <div>
                <Words text={summary} />
                <small className="under">
                  <Made
                    n={clauseTotal(coverage, place).made}
                    query={{ ...filters, clause: [key] }}
                  />
                </small>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Made({ n, query }: { n: number; query: CommitmentFilters }) {
  const { t, locale } = useSpeak()
  const said = t('declaration.made', { n })
  return n === 0 ? <>{said}</> : <a href={paths.commitments(locale, query)}>{said}</a>
}

function Totals({ of: total, declaration }: { of: CoverageCell; declaration: string }) {
  const { t, number, locale } = useSpeak()
  const figures = [
    { key: 'head.made', count: total.made, query: {} },
    { key: 'head.due-by-today', count: total.due, query: { due: 'by-today' } },
    { key: 'status.kept', count: total.kept, query: { outcome: 'kept' } },
    { key: 'status.no-report', count: total.silent, query: { outcome: 'no-report' } },
  ] as const
  return (
    <dl className="figures figures-small">
      {figures.map(({ key, count, query }) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>
            {count === 0 ? (
              number(0)
            ) : (
              <a href={paths.commitments(locale, { declaration, ...query })}>{number(count)}</a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
