import type { ReactNode } from 'react'

import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { findings } from '#app/domain/milestones/report-state.ts'
import { reachedAnswers } from '#app/domain/milestones/report.ts'
import { isPlace } from '#app/domain/places/m49.ts'
import { stancesOnFinding } from '#app/domain/reviews/reply.ts'
import { isDay } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { Replaced } from '#app/ui/data/diff.tsx'
import { WithMarks } from '#app/ui/data/withheld.tsx'

import { fieldLabel } from './field-label.ts'

/** Longer texts, and whatever has parts, wait behind a lid. */
const LONG = 300
const FEW = 4

/** A value as an act says it: a word for what is a code, a link for what has a page. */
export function FieldValue(props: { field: string; value: unknown; lang?: string | undefined }) {
  const speech = useSpeak()
  const { field, value, lang } = props
  if (isEmpty(value)) return <span className="quiet">{speech.t('summary.not-provided')}</span>
  if (typeof value === 'string') return <TextValue field={field} text={value} lang={lang} />
  if (typeof value === 'number') return <>{speech.number(value)}</>
  if (typeof value === 'boolean') return <>{speech.t(value ? 'log.yes' : 'log.no')}</>
  const change = changeIn(value, speech)
  if (change) return <Replaced {...change} />
  const parts = partsOf(value)
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return <>{speech.list(value.map((one) => wordOf(field, String(one), speech) ?? String(one)))}</>
  return (
    <details open={parts.length < FEW}>
      <summary>
        <bdi>
          <WithMarks text={titleIn(value) ?? speech.t('log.parts', { n: parts.length })} />
        </bdi>
      </summary>
      <dl className="terms">
        {parts.map(([name, part]) => (
          <div key={name}>
            <dt>{/^\d+$/.test(name) ? `${Number(name) + 1}.` : fieldLabel(name, speech)}</dt>
            <dd>
              <FieldValue field={name} value={part} lang={lang} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** Whether a field was left empty: the log says that too, but nobody wants to read it. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

const titleIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string'
    ? value.title
    : undefined

/** One value in place of another, as an amendment has it, where both are words or numbers. */
function changeIn(value: unknown, speech: Speech): { from: string; to: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('from' in value && 'to' in value)) return undefined
  const [from, to] = [plainIn(value.from, speech), plainIn(value.to, speech)]
  return from === undefined || to === undefined ? undefined : { from, to }
}

function plainIn(value: unknown, { number, date }: Speech): string | undefined {
  if (typeof value === 'number') return number(value)
  if (typeof value !== 'string') return undefined
  return isDay(value) ? date(value) : value
}

const partsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

function TextValue(props: { field: string; text: string; lang: string | undefined }) {
  const speech = useSpeak()
  const { field, text, lang } = props
  const { date } = speech
  if (isDay(text)) return <>{date(text)}</>
  const link = linkOf(field, text, speech)
  if (link) return <a href={link}>{text}</a>
  const word = wordOf(field, text, speech)
  if (word) return <>{word}</>
  const whole: ReactNode = (
    <span className="said-text" lang={lang} dir="auto">
      <WithMarks text={text} />
    </span>
  )
  if (text.length <= LONG) return whole
  return (
    <details>
      <summary>
        <span dir="auto">
          <WithMarks text={startOf(text)} />
        </span>
      </summary>
      {whole}
    </details>
  )
}

/** The first words, up to a space. */
const startOf = (text: string) => `${text.slice(0, 80).replace(/\s+\S*$/, '')} …`

function linkOf(field: string, text: string, { locale }: Pick<Speech, 'locale'>) {
  if (field === 'number') return paths.commitment(locale, text)
  if (field === 'clause') return paths.clause(locale, text)
  if (field === 'declaration') return paths.declaration(locale, text)
  return /^org_\w+$/.test(text) ? paths.organisation(locale, text) : undefined
}

/** The sentence or name a code stands for, where this field holds one. */
function wordOf(field: string, text: string, { t, languageName, countryName }: Speech) {
  switch (field) {
    case 'lang':
      return languageName(text)
    case 'places':
    case 'country':
      return isPlace(text) ? countryName(text) : undefined
    case 'scope':
      return text === 'worldwide'
        ? t('place.worldwide')
        : text === 'places'
          ? t('places.title')
          : undefined
    case 'group': {
      const group = stakeholderGroups.find((one) => one === text)
      return group && t(`group.${group}`)
    }
    case 'finding': {
      const finding = findings.find((one) => one === text)
      return finding && t(`status.${finding}`)
    }
    case 'reached': {
      const answer = reachedAnswers.find((one) => one === text)
      return answer && t(`record.reached.${answer}`)
    }
    case 'stance': {
      const stance = stancesOnFinding.find((one) => one === text)
      return stance && t(`record.reply.${stance}`)
    }
    default:
      return undefined
  }
}
