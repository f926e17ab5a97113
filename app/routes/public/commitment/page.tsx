import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Citation } from '#app/ui/data/cite.tsx'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { Qr } from '#app/ui/data/qr.tsx'
import { AssuranceTag, StatusMark } from '#app/ui/data/status-mark.tsx'
import { Foreign, Words } from '#app/ui/data/text.tsx'
import { VerifyPanel } from '#app/ui/data/verify-panel.tsx'
import { WithMarks } from '#app/ui/data/withheld.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { Banners } from './banners.tsx'
import { History, LogEntries } from './history.tsx'
import { Milestones } from './milestones.tsx'
import { outcomeInWords } from './outcome-in-words.ts'
import { Promised } from './promised.tsx'
import { Slippage } from './slippage.tsx'
import { Comparison, Versions } from './versions.tsx'

type Shown = { page: Record; permalink: string; vkey: string }

export function RecordPage({ page, permalink, vkey }: Shown) {
  const { t, words, locale } = useSpeak()
  const { terms, declaration, number, history } = page
  const latest = history[0]
  return (
    <PublicShell current="commitments" record={page.record}>
      <Breadcrumbs
        trail={[
          { href: paths.commitments(locale), label: t('commitments.title') },
          {
            href: paths.declaration(locale, declaration.key),
            label: words(declaration.title).text,
          },
        ]}
      />
      <MarginColumn
        as="article"
        record
        heading={
          <>
            <h1 lang={terms.lang} dir={directionOf(terms.lang)}>
              <WithMarks text={terms.title} />
            </h1>
            <TranslatedTitle terms={terms} />
            <Parties page={page} />
          </>
        }
        margin={<Margin page={page} permalink={permalink} />}
      >
        <Banners page={page} />
        <Standing page={page} />
        <Promised page={page} />
        <Milestones page={page} />
        <Slippage page={page} />
        <Comparison page={page} />
        <Versions page={page} />
        {latest && page.integrity.length === 0 && (
          <VerifyPanel
            entry={latest.entry}
            at={latest.at}
            hash={latest.leafHash}
            log={page.record}
            vkey={vkey}
          >
            <p>{t('record.verify', { n: history.length })}</p>
          </VerifyPanel>
        )}
        <History page={page} />
        <LogEntries page={page} />
        <Cite page={page} permalink={permalink} number={number} />
        <DataLinks
          of="record"
          path={paths.commitment(locale, number)}
          formats={['json', 'jsonld', 'atom', 'ics']}
        />
      </MarginColumn>
    </PublicShell>
  )
}

/** The title in the reader's language, where it was registered in another and translated. */
function TranslatedTitle({ terms }: { terms: Record['terms'] }) {
  const { t, languageName, locale } = useSpeak()
  const translated = terms.translations[locale]
  if (!translated || locale === terms.lang) return null
  return (
    <p className="lead record-voice">
      <WithMarks text={translated.title} />{' '}
      <small className="aside-mark">
        {t('text.translated-from', { language: languageName(terms.lang) })}
      </small>
    </p>
  )
}

function Parties({ page }: { page: Record }) {
  const { t } = useSpeak()
  const { lead, partners, terms } = page
  return (
    <>
      <p>
        <OrganisationName organisation={lead} /> · {t('record.lead')}
      </p>
      {partners.length > 0 && (
        <details>
          <summary>{t('record.partners', { n: partners.length })}</summary>
          <ul className="parties">
            {partners.map(({ id, organisation, role, share }) => (
              <li key={id}>
                <OrganisationName organisation={organisation} />
                <p className="small">
                  <Foreign lang={terms.lang} text={share ? `${role}. ${share}` : role} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Margin({ page, permalink }: { page: Record; permalink: string }) {
  const { t, words, date, locale } = useSpeak()
  const { declaration, clauses, terms } = page
  return (
    <MarginFacts
      number={page.number}
      facts={[
        {
          key: 'declaration',
          term: t('head.declaration'),
          value: (
            <a href={paths.declaration(locale, declaration.key)}>
              <Words text={declaration.title} />
            </a>
          ),
        },
        {
          key: 'clauses',
          term: t('record.clauses', { n: clauses.length }),
          value: (
            <span className="tally">
              {clauses.map(({ key, number, summary }) => (
                <a key={key} href={paths.clause(locale, key)} title={words(summary).text}>
                  {number}
                </a>
              ))}
            </span>
          ),
        },
        {
          key: 'dates',
          term: t('record.dates'),
          value: t('record.from-to', { from: date(terms.startOn), to: date(terms.endOn) }),
        },
        ...(page.publishedAt
          ? [{ key: 'registered', term: t('record.registered'), value: date(page.publishedAt) }]
          : []),
        {
          key: 'version',
          term: t('record.version'),
          value: (
            <a href="#versions">
              {t('record.version-of', { version: page.version, all: page.versions.length })}
            </a>
          ),
        },
        {
          key: 'permalink',
          term: t('record.permalink'),
          value: (
            <a href={permalink}>
              <bdi dir="ltr">{paths.permalink(page.number)}</bdi>
            </a>
          ),
        },
      ]}
    />
  )
}

/** One line for how it stands and one for how far that has been checked. */
function Standing({ page }: { page: Record }) {
  const speech = useSpeak()
  const { t } = speech
  return (
    <dl className="standing-lines">
      {page.outcome && (
        <div>
          <dt>
            <StatusMark status={page.outcome} />
          </dt>
          <dd>{outcomeInWords(page, speech)}</dd>
        </div>
      )}
      {page.assurance && (
        <div>
          <dt>
            <AssuranceTag assurance={page.assurance} />
          </dt>
          <dd>{t(`assurance.${page.assurance}.text`)}</dd>
        </div>
      )}
    </dl>
  )
}

function Cite(props: { page: Record; permalink: string; number: string }) {
  const { t, words } = useSpeak()
  const { lead, terms, publishedAt, version } = props.page
  return (
    <section>
      <h2 className="text-lg">{t('record.cite')}</h2>
      <Citation
        of={
          <>
            <bdi>{words(lead.names).text}</bdi> ({publishedAt?.getUTCFullYear()}).{' '}
            <Foreign lang={terms.lang} text={terms.title} as="bdi" />.{' '}
            {t('record.cite-rest', { number: props.number, version })}
          </>
        }
        asOf={props.page.record}
        url={props.permalink}
      />
      <Qr text={props.permalink} label={t('record.permalink')} />
    </section>
  )
}
