import { LONGEST_SEARCH } from '#app/domain/browsing/search-text.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/form/button.tsx'

/** Searches that find something here, as links. */
function SearchExamples({ examples }: { examples: readonly string[] }) {
  const { t, locale } = useSpeak()
  if (examples.length === 0) return null
  return (
    <p className="links small">
      <span className="quiet">{t('search.examples')}</span>
      {examples.map((q) => (
        <a key={q} href={paths.search(locale, { q })}>
          <bdi>{q}</bdi>
        </a>
      ))}
    </p>
  )
}

/** The words to look for and their button; on the page of results, whose form has that id, with how. */
export function SearchField({ value, form }: { value?: string; form?: string | undefined }) {
  const { t } = useSpeak()
  return (
    <div className="field search-field">
      <label htmlFor="q">{t('search.label')}</label>
      {form && (
        <div className="hint" id="q-hint">
          {t('search.hint')}
        </div>
      )}
      <div>
        <input
          className="input"
          id="q"
          type="search"
          name="q"
          defaultValue={value}
          maxLength={2 * LONGEST_SEARCH}
          dir="auto"
          form={form}
          aria-describedby={form && 'q-hint'}
        />
        <Button {...(form && { form })}>{t('search.submit')}</Button>
      </div>
    </div>
  )
}

/** A search from any other page. */
export function SearchBox({ examples }: { examples: readonly (string | undefined)[] }) {
  const { locale } = useSpeak()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- older readers know no <search>
    <div role="search">
      <form action={paths.search(locale)} method="get">
        <SearchField />
      </form>
      <SearchExamples examples={examples.filter((example) => example !== undefined)} />
    </div>
  )
}
