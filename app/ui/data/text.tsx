import type { ReactNode } from 'react'

import type { Day } from '#app/domain/shared/dates.ts'
import { directionOf, type LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { WithMarks } from './withheld.tsx'

/** A name in whatever script it is written: its direction stays its own. */
export function Bdi({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  return <bdi lang={lang}>{children}</bdi>
}

/** Somebody's words with the language they wrote them in. Blank lines part paragraphs. */
export function Foreign(props: {
  lang: string
  text: string
  as?: 'span' | 'bdi' | 'p' | 'blockquote' | 'div' | undefined
}) {
  const { locale, dir } = useSpeak()
  const { as: Element = 'span', lang, text } = props
  const own = directionOf(lang)
  // Where it runs as the page does, nothing need be said; `bdi` would guess by the first letter.
  const direction = own === dir && Element !== 'bdi' ? {} : { dir: own }
  const foreign = lang === locale ? {} : { lang, ...direction }
  if (Element !== 'div' && Element !== 'blockquote')
    return (
      <Element {...foreign}>
        <WithMarks text={text} />
      </Element>
    )
  return (
    <Element className="prose" {...foreign}>
      {text.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place}>
          <WithMarks text={paragraph} />
        </p>
      ))}
    </Element>
  )
}

/** A text kept in several languages, in the reader's where there is one. */
export function Words({ text, as }: { text: LocalText; as?: 'span' | 'p' | 'div' | undefined }) {
  return <Foreign {...useSpeak().words(text)} as={as} />
}

/** What a machine reads as it stands: a name, a path, a value; always left to right. */
export const Code = ({ children }: { children: ReactNode }) => (
  <bdi dir="ltr">
    <code>{children}</code>
  </bdi>
)

/** A hash, always left to right; shortened unless `whole`. */
export function Hash({ value, whole }: { value: string; whole?: boolean }) {
  const short = value.length > 20 ? `${value.slice(0, 6)}…${value.slice(-8)}` : value
  return (
    <bdi dir="ltr">
      <code className="hash">{whole ? value : short}</code>
    </bdi>
  )
}

/** A calendar day, or with `at` an instant in UTC, readable by machines too. */
export function DateText(props: { day: Day } | { at: Date }) {
  const { date, dateTime } = useSpeak()
  return 'day' in props ? (
    <time dateTime={props.day}>{date(props.day)}</time>
  ) : (
    <time dateTime={props.at.toISOString()}>{dateTime(props.at)}</time>
  )
}
