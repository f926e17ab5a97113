import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import type { Resource } from '#app/domain/commitments/terms.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Foreign } from '#app/ui/data/text.tsx'

/** The commitment as it was registered, word for word, and what it comes to. */
export function Promised({ page }: { page: Record }) {
  const { t, languageName, locale } = useSpeak()
  const { terms } = page
  const others = Object.entries(terms.translations)
  return (
    <section>
      <h2 className="text-lg">{t('record.promise')}</h2>
      {terms.lang !== locale && (
        <p className="small quiet">{t('text.language', { language: languageName(terms.lang) })}</p>
      )}
      <div className="record-voice">
        <Foreign lang={terms.lang} text={terms.text} as="blockquote" />
      </div>
      {others.map(([lang, { title, text }]) => (
        <details key={lang} open={lang === locale}>
          <summary>{t('text.translation', { language: languageName(lang) })}</summary>
          <div className="record-voice" lang={lang} dir={directionOf(lang)}>
            {text !== title && (
              <p>
                <b>{title}</b>
              </p>
            )}
            <Foreign lang={lang} text={text} as="div" />
          </div>
        </details>
      ))}
      {terms.problem && (
        <>
          <h3 className="text-body">{t('record.problem')}</h3>
          <Foreign lang={terms.lang} text={terms.problem} as="div" />
        </>
      )}
      <Facts page={page} />
    </section>
  )
}

function Facts({ page }: { page: Record }) {
  const { t, number, date, list, countryName } = useSpeak()
  const { terms, milestones } = page
  const own = (text: string) =>
    text === '' ? undefined : <Foreign lang={terms.lang} text={text} />
  const last = milestones.at(-1)
  return (
    <SummaryList
      rows={[
        {
          key: 'target',
          term: t('record.target'),
          value: last && (
            <>
              {number(last.target)} <Foreign lang={terms.lang} text={last.unit} />
            </>
          ),
        },
        { key: 'by', term: t('record.by-when'), value: date(terms.endOn) },
        {
          key: 'where',
          term: t('record.where'),
          value:
            terms.scope === 'worldwide'
              ? t('place.worldwide')
              : list(terms.places.map((code) => countryName(code))),
        },
        {
          key: 'for',
          term: t('record.beneficiaries'),
          value: (terms.beneficiaries !== '' || terms.beneficiaryCount !== null) && (
            <>
              {own(terms.beneficiaries)}
              {terms.beneficiaryCount !== null && ` (${number(terms.beneficiaryCount)})`}
            </>
          ),
        },
        {
          key: 'pays',
          term: t('record.pays'),
          value: terms.resources.length > 0 && (
            <ul className="plain">
              {terms.resources.map((resource, place) => (
                <li key={place}>
                  <ResourceLine resource={resource} lang={terms.lang} />
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'unit', term: t('record.responsible'), value: own(terms.responsible) },
        { key: 'contact', term: t('record.contact'), value: own(terms.contactRole) },
        {
          key: 'sdg',
          term: t('record.sdg'),
          // Isolated: between two words of Arabic the letter of `4.a` would come before its number.
          value:
            terms.sdgTargets.length > 0 &&
            list(terms.sdgTargets.map((target) => `\u2068${target}\u2069`)),
        },
      ]}
    />
  )
}

function ResourceLine({ resource, lang }: { resource: Resource; lang: string }) {
  const { t, number } = useSpeak()
  const { kind, amount, currency, source } = resource
  return (
    <>
      {t(`resource.${kind}`)}
      {amount !== null && `: ${number(amount)}${currency ? ` ${currency}` : ''}`}
      {source && (
        <>
          {' · '}
          <Foreign lang={lang} text={source} />
        </>
      )}
    </>
  )
}
