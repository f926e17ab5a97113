import type { organisationsPage } from '#app/db/read/organisations.server.ts'
import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { ChosenFilters, Filters, type FilterGroup } from '#app/ui/data/filters.tsx'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Organisations = Awaited<ReturnType<typeof organisationsPage>>
type Row = Organisations['rows'][number]

export function OrganisationsPage(page: Organisations) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { filters, shown } = page
  const chosen = [
    filters.group && {
      label: t(`groups.${filters.group}`),
      removeHref: paths.organisations(locale, { country: filters.country }),
    },
    filters.country && {
      label: placeLabel(speech, filters.country),
      removeHref: paths.organisations(locale, { group: filters.group }),
    },
  ].filter((one) => typeof one === 'object')
  const caption = t('organisations.shown', { from: shown.from, to: shown.to, total: shown.total })
  return (
    <PublicShell current="organisations" record={page.record}>
      <PageHead title={t('organisations.title')} lead={t('organisations.lead')} />
      <div className="split">
        <div>
          <p className="narrow-only">
            <a href="#filters">{t('filter.title')}</a>
          </p>
          <ChosenFilters chosen={chosen} clearHref={paths.organisations(locale)} />
          <List rows={page.rows} caption={caption} narrowed={chosen.length > 0} />
          <Pagination
            previous={
              shown.previous && paths.organisations(locale, { ...filters, before: shown.previous })
            }
            next={shown.next && paths.organisations(locale, { ...filters, after: shown.next })}
            shown={caption}
          />
          <DataLinks
            of="list"
            path={paths.organisations(locale, filters)}
            formats={['csv', 'json', 'atom']}
          />
        </div>
        <Filters action={paths.organisations(locale)} groups={filterGroups(page, speech)} />
      </div>
    </PublicShell>
  )
}

const placeLabel = ({ t, countryName }: Speech, code: string) =>
  code === 'worldwide' ? t('place.worldwide') : countryName(code)

function filterGroups({ facets, filters }: Organisations, speech: Speech): FilterGroup[] {
  const option = (name: 'group' | 'country', value: string, label: string, count: number) => ({
    value,
    label,
    count,
    ...(filters[name] === value ? { chosen: true } : {}),
  })
  const places = (rows: readonly { value: string; count: number }[]) =>
    rows
      .map(({ value, count }) => option('country', value, placeLabel(speech, value), count))
      .toSorted((a, b) => a.label.localeCompare(b.label, speech.locale))
  return [
    {
      name: 'group',
      label: speech.t('filter.group'),
      kind: 'select',
      options: stakeholderGroups.flatMap((group) => {
        const found = facets.group.find(({ value }) => value === group)
        return found ? [option('group', group, speech.t(`groups.${group}`), found.count)] : []
      }),
    },
    {
      name: 'country',
      label: speech.t('filter.seat'),
      kind: 'select',
      options: [...places(facets.region), ...places(facets.country)],
    },
  ]
}

function List(props: { rows: readonly Row[]; caption: string; narrowed: boolean }) {
  const speech = useSpeak()
  const { t, number, words, locale } = speech
  if (props.rows.length === 0)
    return (
      <Empty title={t('organisations.none')}>
        {t(props.narrowed ? 'organisations.none-like-that' : 'organisations.none.text')}
      </Empty>
    )
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t('head.organisation'),
          header: true,
          cell: (row) => (
            <>
              <OrganisationName organisation={row} />
              <small className="under">
                {words(row.names).lang !== row.lang && (
                  <Foreign lang={row.lang} text={row.names[row.lang] ?? ''} as="bdi" />
                )}
                {row.invented && <span>{t('mark.invented')}</span>}
              </small>
            </>
          ),
        },
        { key: 'group', label: t('head.group'), cell: (row) => t(`group.${row.group}`) },
        {
          key: 'country',
          label: t('head.country'),
          cell: (row) => placeLabel(speech, row.country ?? 'worldwide'),
        },
        {
          key: 'made',
          label: t('head.made'),
          numeric: true,
          cell: (row) =>
            row.made === 0 ? (
              number(0)
            ) : (
              <a href={paths.commitments(locale, { organisation: row.id })}>{number(row.made)}</a>
            ),
        },
      ]}
    />
  )
}
