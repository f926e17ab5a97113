import { isPublicKind } from '#app/domain/acts/act.ts'
import type { Place, Preview } from '#app/domain/redactions/places.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'

import { DataTable } from '../data/data-table.tsx'
import { DateText } from '../data/text.tsx'

const fields = [
  'title',
  'text',
  'problem',
  'beneficiaries',
  'responsible',
  'contactRole',
  'source',
  'role',
  'share',
  'reason',
  'reasons',
  'note',
  'happened',
  'behindReason',
  'next',
  'indicator',
  'unit',
  'evidenceExpected',
  'url',
  'heldReason',
  'questions',
  'milestone',
  'evidence',
  'translations',
] as const

/** A place in words: `['milestone.mls_1', 'title']` is "Milestone: Title". */
export function placeInWords(path: readonly string[], { t }: Pick<Speech, 't'>): string {
  const named = path.flatMap((part) => fields.find((field) => field === part.split('.')[0]) ?? [])
  const [first, last] = [named[0], named.at(-1)]
  if (!first || !last) return path.join(' ')
  const label = t(`withholding.field.${last}`)
  return first === last ? label : `${t(`withholding.field.${first}`)}: ${label}`
}

/** Everything a redaction would change: public entries word by word, what is private by name. */
export function RedactionPreview({ preview }: { preview: Preview }) {
  const speech = useSpeak()
  const { t, number } = speech
  const { entries } = preview
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t('withholding.preview')}</h2>
      <p>{t('withholding.preview.lead', { entries: entries.length })}</p>
      {entries.length > 0 && (
        <DataTable
          caption={t('withholding.preview')}
          quietCaption
          rows={entries}
          rowKey={({ entry }) => String(entry)}
          columns={[
            {
              key: 'entry',
              label: t('head.entry'),
              header: true,
              cell: ({ entry }) => number(entry),
            },
            {
              key: 'act',
              label: t('head.act'),
              cell: ({ kind, at }) => (
                <>
                  {isPublicKind(kind) && t(`act.${kind}`)}{' '}
                  <small className="under">
                    <DateText at={at} />
                  </small>
                </>
              ),
            },
            {
              key: 'what',
              label: t('withholding.preview.what'),
              cell: ({ places }) => <Places places={places} />,
            },
          ]}
        />
      )}
      <Unseen unseen={preview.unseen} />
      <Copies copies={preview.copies} />
    </section>
  )
}

function Places({ places }: { places: readonly Place[] }) {
  const speech = useSpeak()
  return (
    <dl className="terms">
      {places.map(({ path, stretches }) => (
        <div key={path.join(' ')}>
          <dt>{placeInWords(path, speech)}</dt>
          <dd dir="auto">
            {stretches.map(({ text, withheld }, place) =>
              withheld ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const unseenKinds = [
  'commitment.returned',
  'commitment.declined',
  'party.consented',
  'party.refused',
  'review.sent-back',
  'redaction.refused',
] as const

/** What the public never saw is named, not shown: drafts are nobody else's. */
function Unseen({ unseen }: Pick<Preview, 'unseen'>) {
  const speech = useSpeak()
  const { t, date } = speech
  if (unseen.length === 0) return null
  return (
    <>
      <h3>{t('withholding.preview.unseen')}</h3>
      <ul>
        {unseen.map(({ kind, at, paths }) => {
          const known = unseenKinds.find((one) => one === kind)
          const where = [...new Set(paths.map((path) => placeInWords(path, speech)))]
          return (
            <li key={`${kind} ${at.toISOString()}`}>
              {known ? t(`withholding.unseen.${known}`) : kind}, {date(at)}: {where.join(', ')}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const copyNames = [
  'commitments',
  'versions',
  'milestones',
  'parties',
  'screenings',
  'reports',
  'rounds',
  'evidence',
  'reviews',
  'replies',
  'letters',
] as const

function Copies({ copies }: Pick<Preview, 'copies'>) {
  const { t, list } = useSpeak()
  const said = copyNames.flatMap((name) =>
    copies[name] === undefined ? [] : [t(`withholding.copy.${name}`, { n: copies[name] })],
  )
  if (said.length === 0) return null
  return (
    <p>
      {t('withholding.preview.copies')} {list(said)}.
    </p>
  )
}
