import type { SearchPage as Searched } from '#app/db/read/search-page.server.ts'
import { withoutFilter, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { labelOf } from '#app/ui/data/commitment-filters.ts'
import { Empty } from '#app/ui/layout/notice.tsx'

type Help = NonNullable<Searched['help']>

/** Why nothing was found, and what to leave out or write otherwise, with what that finds. */
export function NothingFound(props: {
  page: Searched
  help: Help
  addressOf: (filters: CommitmentFilters, words?: string) => string
}) {
  const { page, help, addressOf } = props
  const speech = useSpeak()
  const { t, locale } = speech
  const { search, filters } = page
  const { written, terms } = search
  const quoted = (words: string) => t('form.quoted', { label: words })
  const ways = [
    ...help.withoutFilters.map(({ name, value, ...found }) => ({
      ...found,
      what: labelOf(page, speech, name, value),
      href: addressOf(withoutFilter(filters, name, value)),
    })),
    ...help.withoutTerms.map(({ term, others, ...found }) => ({
      ...found,
      what: quoted(term),
      href: addressOf(filters, others),
    })),
  ]
  const wordless = written !== '' && terms.length === 0
  return (
    <Empty title={wordless ? t('search.no-words', { q: quoted(written) }) : t('search.none')}>
      {help.spelling && (
        <p>
          <T
            k="search.spelling"
            args={{ q: help.spelling }}
            tags={{
              linkSpelling: (text) => (
                <a href={addressOf(filters, help.spelling)}>
                  <bdi>{text}</bdi>
                </a>
              ),
            }}
          />
        </p>
      )}
      {ways.length > 0 && (
        <>
          <p className="notice-title mbs-4">{t('search.leave-out')}</p>
          <ul>
            {ways.map(({ what, href, count, isAll }) => (
              <li key={href}>
                {`${t('search.without', { what })} `}
                <a href={href}>
                  {isAll
                    ? t('search.found', { n: count })
                    : t('search.found-more', { n: page.ranked })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {terms.length > 0 && <p>{t('search.languages')}</p>}
      <p className="links">
        <span>{t('search.lists')}</span>
        <a href={paths.commitments(locale, filters)}>{t('nav.commitments')}</a>
        <a href={paths.organisations(locale)}>{t('nav.organisations')}</a>
        <a href={paths.declarations(locale)}>{t('nav.declarations')}</a>
      </p>
    </Empty>
  )
}
