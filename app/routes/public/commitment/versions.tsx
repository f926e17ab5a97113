import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import { isDay } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { Diff, Replaced } from '#app/ui/data/diff.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'
import { Button } from '#app/ui/form/button.tsx'

const named = [
  'title',
  'text',
  'endOn',
  'translations',
  'milestone',
  'dueOn',
  'target',
  'baseline',
  'unit',
  'indicator',
  'evidenceExpected',
  'responsible',
  'indicators',
] as const

/** What a change is about: a field of the commitment, or one of a milestone by its place. */
function fieldLabel(field: string, { milestones }: Record, { t }: Speech): string {
  const [, id, part = 'milestone'] = /^milestone\.([^.]+)(?:\.(.+))?$/.exec(field) ?? []
  const name = named.find((one) => one === (id === undefined ? field : part))
  const label = name ? t(`record.field.${name}`) : field
  if (id === undefined) return label
  const place = milestones.findIndex((milestone) => milestone.id === id) + 1
  return name === 'milestone'
    ? t('record.field.new-milestone', { place })
    : t('record.field.of-milestone', { place, field: label })
}

/** A value as a reader would write it; a whole milestone is told by its title. */
function valueInWords(value: Change['from'], { date, number, list }: Speech): string {
  if (value === null) return ''
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return isDay(value) ? date(value) : value
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return list(value.map((one) => plainWords(one)))
  return plainWords(value)
}

function plainWords(value: Change['from']): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (Array.isArray(value)) return value.map((one) => plainWords(one)).join(', ')
  return typeof value['title'] === 'string'
    ? value['title']
    : Object.values(value)
        .map((one) => plainWords(one))
        .filter((text) => text !== '')
        .join('. ')
}

function Changes({ changes, page }: { changes: readonly Change[]; page: Record }) {
  const speech = useSpeak()
  const { t, days } = speech
  return (
    <dl className="changes">
      {changes.map(({ field, from, to, slippageDays }) => (
        <div key={field}>
          <dt>{fieldLabel(field, page, speech)}</dt>
          <dd>
            {isOwnWords(from ?? to) ? (
              <Diff
                from={valueInWords(from, speech)}
                to={valueInWords(to, speech)}
                lang={page.terms.lang}
              />
            ) : (
              <Replaced from={valueInWords(from, speech)} to={valueInWords(to, speech)} />
            )}
            {slippageDays !== undefined && (
              <p className="small">
                {t(slippageDays > 0 ? 'record.later' : 'record.sooner', {
                  days: days(Math.abs(slippageDays)),
                })}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isOwnWords = (value: Change['from']) =>
  (typeof value === 'string' && !isDay(value)) || (typeof value === 'object' && value !== null)

/** Two versions side by side, field by field: what an address with `from` and `to` asks for. */
export function Comparison({ page }: { page: Record }) {
  const { t } = useSpeak()
  const { comparison } = page
  if (!comparison) return null
  const { from, to, changes } = comparison
  return (
    <section id="comparison">
      <h2 className="text-lg">{t('record.comparison', { from, to })}</h2>
      {changes.length === 0 ? (
        <p>{t('record.comparison.same')}</p>
      ) : (
        <Changes changes={changes} page={page} />
      )}
    </section>
  )
}

/** Every version with its date, its reason and what it changed; nothing public is edited. */
export function Versions({ page }: { page: Record }) {
  const { t, locale } = useSpeak()
  const { versions, comparison, number, terms } = page
  const list = (
    <ol className="versions" reversed>
      {versions.map(({ version, changes, reason, at }) => (
        <li key={version}>
          {versions.length > 1 && (
            <span className="picks">
              <Pick
                name="from"
                version={version}
                chosen={comparison?.from ?? versions.length - 1}
              />
              <Pick name="to" version={version} chosen={comparison?.to ?? versions.length} />
            </span>
          )}
          <div>
            <p>
              <b>{t('record.version-n', { version })}</b>, <DateText at={at} />
            </p>
            {version === 1 ? (
              <p>{t('record.first-version')}</p>
            ) : (
              <Foreign lang={terms.lang} text={reason} as="p" />
            )}
            {changes.length > 0 && (
              <details open={changes.length < 4}>
                <summary>{t('record.changes', { n: changes.length })}</summary>
                <Changes changes={changes} page={page} />
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
  return (
    <section id="versions">
      <h2 className="text-lg">{t('record.versions')}</h2>
      {versions.length > 1 ? (
        <form action={`${paths.commitment(locale, number)}#comparison`} method="get">
          {list}
          <Button kind="secondary">{t('record.compare')}</Button>
        </form>
      ) : (
        list
      )}
    </section>
  )
}

function Pick(props: { name: 'from' | 'to'; version: number; chosen: number }) {
  const { t } = useSpeak()
  const { name, version, chosen } = props
  return (
    <input
      type="radio"
      name={name}
      value={version}
      defaultChecked={version === chosen}
      aria-label={t(name === 'from' ? 'record.compare-from' : 'record.compare-to', { version })}
    />
  )
}
