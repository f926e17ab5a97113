import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import { isDay } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { Diff, ListDiff, Replaced } from '#app/ui/data/diff.tsx'
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

type Value = Change['from']
type Several = { readonly [name: string]: Value }

const isSeveral = (value: Value): value is Several =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as a reader would write it; a whole milestone by its title, its day and its target. */
function valueInWords(value: Value, { date, number }: Speech): string {
  if (value === null) return ''
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return isDay(value) ? date(value) : value
  if (!isSeveral(value)) return plainWords(value)
  const { title, dueOn, target, unit } = value
  if (typeof title !== 'string' || typeof dueOn !== 'string' || typeof target !== 'number')
    return plainWords(value)
  return [title, date(dueOn), `${number(target)} ${plainWords(unit ?? '')}`].join(' · ')
}

function plainWords(value: Value): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return (Array.isArray(value) ? value : Object.values(value))
    .map((one) => plainWords(one))
    .filter((text) => text !== '')
    .join('. ')
}

/** Texts word by word, lists item by item, translations each in its language; the rest whole. */
function Changed({ from, to, lang }: Pick<Change, 'from' | 'to'> & { lang: string }) {
  const speech = useSpeak()
  if (Array.isArray(from) || Array.isArray(to)) {
    const items = (value: Value) => (Array.isArray(value) ? value : []).map(plainWords)
    return <ListDiff from={items(from)} to={items(to)} />
  }
  if (isSeveral(from) && isSeveral(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].map((name) => {
      const [before, after] = [plainWords(from[name] ?? ''), plainWords(to[name] ?? '')]
      return before !== after && <Diff key={name} from={before} to={after} lang={name} />
    })
  const words = { from: valueInWords(from, speech), to: valueInWords(to, speech) }
  const isText = typeof from === 'string' && typeof to === 'string' && !isDay(to)
  return isText ? <Diff {...words} lang={lang} /> : <Replaced {...words} />
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
            <Changed from={from} to={to} lang={page.terms.lang} />
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
          <p className="picks small quiet" aria-hidden="true">
            <span>{t('compare.from')}</span>
            <span>{t('compare.to')}</span>
          </p>
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
