import type { ScreeningPage } from '#app/db/read/screening.server.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import type { MilestoneTerms } from '#app/domain/commitments/terms.ts'
import { clauseOf } from '#app/domain/declarations/declaration.ts'
import { isDay } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'
import { MilestoneLines } from '#app/ui/commitments/terms-summary.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { Diff } from '#app/ui/data/diff.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'

type Shown = NonNullable<ScreeningPage>
type Changes = NonNullable<Shown['changes']>

/** Field by field what an organisation did with the questions it was asked. */
export function ChangesSince(props: { page: Shown; changes: Changes }) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const { page, changes } = props
  const { terms } = page.commitment
  const lang = terms.lang ?? 'en'
  const rows: Change[] = [
    ...changes.changed,
    ...changes.removed.map((one) => ({
      field: `milestone.${one.id}`,
      from: JSON.parse(JSON.stringify(one)) as Change['from'],
      to: null,
    })),
  ]
  const nameOf = (field: string) => {
    const [, id, part] = /^milestone\.([^.]+)(?:\.(.+))?$/.exec(field) ?? []
    if (id === undefined) return label(field)
    const place = (terms.milestones ?? []).findIndex((one) => one.id === id)
    const milestone = place < 0 ? label('milestones') : t('desk.milestone.nth', { n: place + 1 })
    return part === undefined
      ? milestone
      : t('screening.changes.of', { milestone, field: label(`milestones[].${part}`) })
  }
  if (rows.length === 0) return <p className="quiet">{t('screening.changes.none')}</p>
  return (
    <DataTable
      caption={t('screening.changes')}
      quietCaption
      rows={rows}
      rowKey={({ field }) => field}
      columns={[
        {
          key: 'field',
          label: t('screening.changes.field'),
          header: true,
          cell: ({ field }) => nameOf(field),
        },
        {
          key: 'from',
          label: t('screening.changes.from'),
          cell: (change) => <Value change={change} value={change.from} lang={lang} page={page} />,
        },
        {
          key: 'to',
          label: t('screening.changes.to'),
          cell: (change) =>
            isProse(change) ? (
              <Diff from={change.from} to={change.to} lang={lang} />
            ) : (
              <Value change={change} value={change.to} lang={lang} page={page} />
            ),
        },
      ]}
    />
  )
}

const prose: readonly string[] = ['title', 'text', 'problem']
const isProse = (change: Change): change is Change & { from: string; to: string } =>
  prose.includes(change.field.split('.').at(-1) ?? '') &&
  typeof change.from === 'string' &&
  typeof change.to === 'string'

function Value(props: { change: Change; value: Change['from']; lang: string; page: Shown }) {
  const { t, number, list, countryName, languageName } = useSpeak()
  const { change, value, lang, page } = props
  const { field } = change
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) return <span className="quiet">{t('screening.nothing')}</span>
  if (typeof value === 'number') return <span className="numeric">{number(value)}</span>
  if (Array.isArray(value)) {
    const said = value.map((one) => {
      if (typeof one !== 'string') return resourceWords(one)
      if (field === 'places') return countryName(one)
      return clauseOf(page.declaration, one)?.number ?? one
    })
    return list(said)
  }
  if (typeof value === 'object')
    return <MilestoneLines milestone={value as unknown as MilestoneTerms} lang={lang} />
  const text = String(value)
  if (isDay(text)) return <DateText day={text} />
  if (field === 'lang') return languageName(text)
  if (field === 'clause') return clauseOf(page.declaration, text)?.number ?? text
  if (field === 'scope')
    return text === 'worldwide' ? t('desk.terms.worldwide') : t('desk.terms.places')
  return <Foreign lang={lang} text={text} />
}

/** `financial 2000000 KES State budget`: the parts of a resource that were filled in. */
const resourceWords = (value: Change['from']): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.values(value)
        .filter((part) => typeof part === 'string' || typeof part === 'number')
        .filter((part) => part !== '')
        .join(' ')
    : ''
