import type { RecordPage } from '#app/db/read/record.server.ts'
import type { Outcome } from '#app/domain/accountability/outcome.ts'
import type { Speech } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { withMarksInWords } from '#app/ui/data/withheld.tsx'

/**
 * How schema.org tells whether a plan was carried out. It has no word for what was kept in part or
 * for silence: neither is called done, and the register's own word stands beside it.
 */
const actionStatus: Readonly<Record<Outcome, string>> = {
  registered: 'PotentialActionStatus',
  'on-track': 'ActiveActionStatus',
  behind: 'ActiveActionStatus',
  'no-report': 'ActiveActionStatus',
  kept: 'CompletedActionStatus',
  'partly-kept': 'FailedActionStatus',
  'not-kept': 'FailedActionStatus',
  withdrawn: 'FailedActionStatus',
}

type Told = Pick<
  RecordPage,
  | 'number'
  | 'version'
  | 'outcome'
  | 'publishedAt'
  | 'provenance'
  | 'terms'
  | 'declaration'
  | 'lead'
  | 'clauses'
> & {
  partners: readonly Pick<RecordPage['partners'][number], 'organisation'>[]
  history: readonly Pick<RecordPage['history'][number], 'at'>[]
}
type Named = Pick<RecordPage['lead'], 'id' | 'names' | 'invented'>

/**
 * A commitment as schema.org says it, for search engines: a plan of its lead, under the clauses of
 * a declaration. Words and pages are in the reader's language where there are any.
 */
export function recordJsonLd(page: Told, speech: Speech, origin: string) {
  const { t, words, locale } = speech
  const { terms, declaration } = page
  const url = origin + paths.commitment(locale, page.number)
  const permalink = origin + paths.permalink(page.number)
  const translated = terms.translations[locale]
  const organisation = ({ id, names, invented }: Named) => ({
    '@type': 'Organization',
    '@id': origin + paths.organisation(locale, id),
    name: words(names).text,
    // Nobody takes a demonstration's bodies for real ones.
    ...(invented ? { disambiguatingDescription: t('invented.organisation') } : {}),
    url: origin + paths.organisation(locale, id),
  })
  const set = {
    '@type': 'DefinedTermSet',
    '@id': origin + paths.declaration(locale, declaration.key),
    name: words(declaration.title).text,
  }
  return {
    '@context': 'https://schema.org',
    // A plan, and the record of it: licence, language and dates are said of the record.
    '@type': ['PlanAction', 'CreativeWork'],
    '@id': permalink,
    url,
    identifier: page.number,
    version: page.version,
    name: withMarksInWords(speech, translated?.title ?? terms.title),
    inLanguage: translated ? locale : terms.lang,
    agent: organisation(page.lead),
    ...(page.partners.length > 0
      ? { participant: page.partners.map((one) => organisation(one.organisation)) }
      : {}),
    startTime: terms.startOn,
    endTime: terms.endOn,
    ...(page.outcome
      ? {
          actionStatus: `https://schema.org/${actionStatus[page.outcome]}`,
          creativeWorkStatus: t(`status.${page.outcome}`),
        }
      : {}),
    ...(page.publishedAt ? { datePublished: page.publishedAt.toISOString() } : {}),
    ...(page.history[0] ? { dateModified: page.history[0].at.toISOString() } : {}),
    about: page.clauses.map(({ key, summary }) => ({
      '@type': 'DefinedTerm',
      '@id': origin + paths.clause(locale, key),
      termCode: key,
      name: words(summary).text,
      inDefinedTermSet: set,
    })),
    license: page.provenance?.licence ?? declaration.licence.url,
    isPartOf: {
      '@type': 'Dataset',
      '@id': `${origin}${paths.home('en')}/data#dataset`,
      name: t('register.name'),
    },
  }
}
