import type { ReactNode } from 'react'

import { WITHHELD } from '#app/domain/shared/written.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'

const RUN = new RegExp(`(${WITHHELD}+)`)

/** Stands where words were withheld, and says so in the reader's language. */
function WithheldMark() {
  const { t, locale, dir } = useSpeak()
  return (
    <span className="withheld" lang={locale} dir={dir}>
      {t('withheld.mark')}
    </span>
  )
}

/** A text somebody wrote, with a mark for each run of words withheld from it. */
export function WithMarks({ text }: { text: string }): ReactNode {
  if (!text.includes(WITHHELD)) return text
  return text
    .split(RUN)
    .map((part, place) => (part.startsWith(WITHHELD) ? <WithheldMark key={place} /> : part))
}

/** The same where only letters can stand: in a page's title. */
export const withMarksInWords = ({ t }: Pick<Speech, 't'>, text: string): string =>
  text.replaceAll(new RegExp(`${WITHHELD}+`, 'g'), `[${t('withheld.mark')}]`)
