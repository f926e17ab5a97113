import type { PlacesPage as Placed } from '#app/db/read/places.server.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { eachFilter, withoutFilter, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import type { Counted } from '#app/domain/browsing/public-index.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Source } from '#app/ui/data/cite.tsx'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { ChosenFilters } from '#app/ui/data/filters.tsx'
import { Narrowing, regionsInOrder, withChosen, type Choice } from '#app/ui/data/narrowing.tsx'
import { OutcomeList } from '#app/ui/data/outcome-bar.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { PlaceTable } from './table.tsx'
import { Tiles } from './tiles.tsx'

export function PlacesPage(page: Placed & { origin: string }) {
  const { t, number, locale } = useSpeak()
  const { places, filters, region } = page
  const { worldwide } = places
  const isNarrowed = eachFilter(filters).length > 0
  return (
    <PublicShell current="places" record={page.record}>
      <PageHead title={t('places.title')} lead={t('places.lead')} />
      <div className="stack">
        <Narrowed page={page} />
        {places.made === 0 && isNarrowed && (
          <Empty title={t('commitments.none')}>
            <p>{t('commitments.none.text')}</p>
            <p>
              {t('coverage.unfiltered')}:{' '}
              <a href={paths.places(locale)}>{t('declaration.made', { n: page.all })}</a>
            </p>
          </Empty>
        )}
        {page.all === 0 && (
          <Empty title={t('home.no-commitments')}>{t('home.no-commitments.text')}</Empty>
        )}
        <p className="gap-line reading">
          {t('places.reached', { reached: places.reached, all: places.known })}
        </p>
        <p className="small quiet">
          {t('places.mark')} {t('places.apart')}
        </p>
        {region === undefined && worldwide.made > 0 && (
          <section>
            <h2>
              {t('places.whole-world')}{' '}
              <a
                className="figure"
                href={paths.commitments(locale, { country: 'worldwide', ...filters })}
              >
                {number(worldwide.made)}
              </a>
            </h2>
            <OutcomeList
              counts={worldwide.outcomes}
              href={(outcome) =>
                paths.commitments(locale, { ...filters, country: 'worldwide', outcome })
              }
            />
          </section>
        )}
        <Tiles places={places} filters={filters} region={region} />
        <PlaceTable places={places} filters={filters} region={region} />
        <DataLinks
          of="list"
          path={paths.places(locale, { region, ...filters })}
          formats={['csv', 'json']}
        />
        <Source
          title={t(region === undefined ? 'places.by-region' : 'places.caption')}
          asOf={page.record}
          url={page.origin + paths.places(locale, { region, ...filters })}
        />
        <p className="small quiet prose">
          {t('places.disclaimer')} {t('places.names')}
        </p>
      </div>
    </PublicShell>
  )
}

function Narrowed({ page }: { page: Placed }) {
  const { t, words, number, locale, countryName } = useSpeak()
  const { filters, facets, clauses, region } = page
  const called = new Map(clauses.map((clause) => [clause.key, clause]))
  const option = ({ value, count }: Counted, label: string) => ({
    value,
    label: `${label} (${number(count)})`,
  })
  const several = new Set(clauses.map(({ code }) => code)).size > 1
  const clauseName = (key: string) => {
    const clause = called.get(key)
    if (!clause) return key
    const cited = several ? `${clause.code} ${clause.number}` : clause.number
    return `${cited} ${shorten(words(clause.summary).text)}`
  }
  const one = (asked: readonly string[] | undefined) =>
    asked?.length === 1 ? (asked[0] ?? '') : ''
  const inOrderOf = (order: readonly string[]) => (a: Counted, b: Counted) =>
    order.indexOf(a.value) - order.indexOf(b.value)
  const choices: Choice[] = [
    {
      name: 'region',
      label: t('coverage.region'),
      value: region ?? '',
      any: t('filter.any'),
      options: regionsInOrder().map(({ code, within }) => ({
        value: code,
        label: `${'\u2003'.repeat(within.length)}${countryName(code)}`,
      })),
    },
    {
      name: 'clause',
      label: t('filter.clause'),
      value: one(filters.clause),
      any: t('filter.any'),
      options: withChosen(facets.clause, filters.clause)
        .toSorted(inOrderOf(clauses.map(({ key }) => key)))
        .map((found) => option(found, clauseName(found.value))),
    },
    {
      name: 'outcome',
      label: t('filter.outcome'),
      value: one(filters.outcome),
      any: t('filter.any'),
      options: outcomes.flatMap((outcome) => {
        const found = withChosen(facets.outcome, filters.outcome).find(
          ({ value }) => value === outcome,
        )
        return found ? [option(found, t(`status.${outcome}`))] : []
      }),
    },
    {
      name: 'year',
      label: t('filter.year'),
      value: one(filters.year),
      any: t('filter.any'),
      options: withChosen(facets.year, filters.year)
        .toSorted((a, b) => b.value.localeCompare(a.value))
        .map((found) => option(found, found.value)),
    },
  ]
  const labels = (filters: CommitmentFilters) =>
    eachFilter(filters).map(({ name, value }) => ({
      label:
        name === 'year'
          ? t('filter.year.label', { year: value })
          : name === 'clause'
            ? clauseName(value)
            : t(`status.${outcomes.find((outcome) => outcome === value) ?? 'registered'}`),
      removeHref: paths.places(locale, { region, ...withoutFilter(filters, name, value) }),
    }))
  return (
    <div>
      <Narrowing action={paths.places(locale)} choices={choices} />
      <ChosenFilters
        chosen={[
          ...(region === undefined
            ? []
            : [{ label: countryName(region), removeHref: paths.places(locale, filters) }]),
          ...labels(filters),
        ]}
        clearHref={paths.places(locale)}
      />
    </div>
  )
}

const LONG = 60
const shorten = (text: string) =>
  text.length > LONG ? `${text.slice(0, LONG - 1).trimEnd()}…` : text
