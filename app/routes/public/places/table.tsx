import { dueOutcomes, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import type { PlaceCount, Places } from '#app/domain/browsing/places.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'

/** The tiles' figures row by row; who has none is named below, in words. */
export function PlaceTable({ places, filters }: { places: Places; filters: CommitmentFilters }) {
  const { t, number, list, locale, countryName } = useSpeak()
  const { compare } = new Intl.Collator(locale)
  const countries = places.regions
    .flatMap(({ groups }) => groups.flatMap((group) => group.countries))
    .toSorted((a, b) => compare(countryName(a.code), countryName(b.code)))
  const reached = countries.filter(({ made }) => made > 0)
  const figure = (count: number, query: CommitmentFilters) =>
    count === 0 ? (
      number(0)
    ) : (
      <a href={paths.commitments(locale, { ...filters, ...query })}>{number(count)}</a>
    )
  const outcomeColumn = (outcome: (typeof dueOutcomes)[number]) => ({
    key: outcome,
    label: t(`status.${outcome}`),
    numeric: true,
    cell: ({ code, outcomes }: PlaceCount) =>
      figure(outcomes[outcome] ?? 0, { country: [code], outcome: [outcome] }),
  })
  return (
    <details>
      <summary>{t('places.table')}</summary>
      {reached.length > 0 && (
        <DataTable
          caption={t('places.caption')}
          quietCaption
          dense
          rows={reached}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'country',
              label: t('head.country'),
              header: true,
              cell: ({ code }: PlaceCount) => countryName(code),
            },
            { key: 'code', label: t('places.code'), cell: ({ code }: PlaceCount) => code },
            {
              key: 'made',
              label: t('head.made'),
              numeric: true,
              cell: ({ code, made }: PlaceCount) => figure(made, { country: [code] }),
            },
            ...dueOutcomes.map(outcomeColumn),
          ]}
        />
      )}
      <h2 className="text-lg">{t('places.without')}</h2>
      {places.regions.map(({ code, groups }) => {
        const without = groups
          .flatMap((group) => group.countries)
          .filter(({ made }) => made === 0)
          .map((country) => countryName(country.code))
          .toSorted(compare)
        return (
          without.length > 0 && (
            <p key={code} className="small">
              <b>{countryName(code)}.</b> {list(without)}
            </p>
          )
        )
      })}
    </details>
  )
}
