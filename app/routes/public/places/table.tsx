import { dueOutcomes, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import type { PlaceCount, Places } from '#app/domain/browsing/places.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable, type Column } from '#app/ui/data/data-table.tsx'

type Shown = { places: Places; filters: CommitmentFilters }
type Row = PlaceCount & { within?: string }

/** The tiles' figures row by row: of one region its countries by name, of the world its regions. */
export function PlaceTable({ places, filters, region }: Shown & { region: string | undefined }) {
  const { t, number, locale, countryName } = useSpeak()
  const { compare } = new Intl.Collator(locale)
  const figure = (count: number, query: CommitmentFilters) =>
    count === 0 ? (
      number(0)
    ) : (
      <a href={paths.commitments(locale, { ...filters, ...query })}>{number(count)}</a>
    )
  const figures: Column<Row>[] = [
    {
      key: 'made',
      label: t('head.made'),
      numeric: true,
      cell: ({ code, made }) => figure(made, { country: [code] }),
    },
    ...dueOutcomes.map((outcome) => ({
      key: outcome,
      label: t(`status.${outcome}`),
      numeric: true,
      cell: ({ code, outcomes }: Row) =>
        figure(outcomes[outcome] ?? 0, { country: [code], outcome: [outcome] }),
    })),
  ]
  if (region !== undefined)
    return (
      <section>
        <h2>{t('places.table')}</h2>
        <DataTable
          caption={t('places.caption')}
          quietCaption
          dense
          rows={places.regions
            .flatMap(({ groups }) => groups.flatMap((group) => group.countries))
            .toSorted((a, b) => compare(countryName(a.code), countryName(b.code)))}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'country',
              label: t('head.country'),
              header: true,
              cell: ({ code }) => countryName(code),
            },
            { key: 'code', label: t('places.code'), cell: ({ code }) => code },
            ...figures,
          ]}
        />
      </section>
    )
  return (
    <section>
      <h2>{t('places.table')}</h2>
      <DataTable
        caption={t('places.by-region')}
        quietCaption
        dense
        rows={places.regions.flatMap(({ groups, ...one }): Row[] => [
          one,
          ...groups.map((group) => ({ ...group, within: one.code })),
        ])}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'region',
            label: t('coverage.region'),
            header: true,
            cell: ({ code, within }) => (
              <a
                className={within === undefined ? undefined : 'within'}
                href={paths.places(locale, { region: code, ...filters })}
              >
                {countryName(code)}
              </a>
            ),
          },
          ...figures,
        ]}
      />
    </section>
  )
}
