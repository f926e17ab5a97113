import type { ReactNode } from 'react'

import type { SearchExamples } from '#app/db/read/search-page.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Hash } from '#app/ui/data/text.tsx'

/** What can be typed, each with something that is found here. */
export function Ways({ examples }: { examples: SearchExamples }) {
  const { t, locale } = useSpeak()
  const { word, phrase, organisation, number, entry, hash } = examples
  const linked = (q: string | undefined, text: ReactNode = <bdi>{q}</bdi>) =>
    q !== undefined && <a href={paths.search(locale, { q })}>{text}</a>
  const ways = [
    { way: 'word', example: linked(word) },
    { way: 'phrase', example: linked(phrase) },
    { way: 'organisation', example: linked(organisation) },
    { way: 'number', example: linked(number) },
    { way: 'entry', example: linked(entry === undefined ? undefined : `#${entry}`) },
    { way: 'hash', example: linked(hash, hash && <Hash value={hash} />) },
  ] as const
  return (
    <section>
      <h2 className="list-head">{t('search.ways')}</h2>
      <dl className="explained">
        {ways.map(({ way, example }) => (
          <div key={way}>
            <dt>{t(`search.way.${way}`)}</dt>
            <dd>
              {t(`search.way.${way}.text`)} {example}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
