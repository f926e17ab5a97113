import type { Piece } from '#app/domain/browsing/excerpt.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { WithMarks } from './withheld.tsx'

/** Somebody's words with what was searched for marked in them. */
export function Marked({ lang, pieces }: { lang: string; pieces: readonly Piece[] }) {
  const { locale } = useSpeak()
  const foreign = lang === locale ? {} : { lang, dir: directionOf(lang) }
  return (
    <span {...foreign}>
      {pieces.map(({ text, found }, place) =>
        found ? <mark key={place}>{text}</mark> : <WithMarks key={place} text={text} />,
      )}
    </span>
  )
}
