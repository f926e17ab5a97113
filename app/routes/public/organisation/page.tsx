import type { organisationPage } from '#app/db/read/organisations.server.ts'
import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import { ALL_YEARS } from '#app/domain/browsing/due-index.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { PunctualityStrip } from '#app/ui/charts/punctuality-strip.tsx'
import { CommitmentTable } from '#app/ui/data/commitment-table.tsx'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { OutcomeBar, OutcomeList } from '#app/ui/data/outcome-bar.tsx'
import { PunctualityLine } from '#app/ui/data/punctuality.tsx'
import { OrganisationMark } from '#app/ui/data/status-mark.tsx'
import { DateText, Foreign } from '#app/ui/data/text.tsx'
import { Timeline } from '#app/ui/data/timeline.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Organisation = NonNullable<Awaited<ReturnType<typeof organisationPage>>> & { url: string }

export function OrganisationPage(page: Organisation) {
  const { t, locale } = useSpeak()
  const { organisation, tally, led, joined } = page
  const { id, names, lang } = organisation
  const others = Object.entries(names).filter(([other]) => other !== lang)
  const made = outcomes.reduce((sum, outcome) => sum + (tally[outcome] ?? 0), 0)
  return (
    <PublicShell current="organisations" record={page.record}>
      <Breadcrumbs
        trail={[{ href: paths.organisations(locale), label: t('organisations.title') }]}
      />
      <MarginColumn
        as="article"
        record
        heading={
          <>
            <h1>
              <Foreign lang={lang} text={names[lang] ?? ''} as="bdi" />
            </h1>
            {others.map(([other, name]) => (
              <p key={other} className="lead record-voice" lang={other} dir={directionOf(other)}>
                {name}
              </p>
            ))}
          </>
        }
        margin={<Facts organisation={organisation} hasJoined={page.hasJoined} />}
      >
        {(page.hasJoined || organisation.state !== 'verified') && (
          <p className="marks">
            <OrganisationMark state={organisation.state} />
          </p>
        )}
        {organisation.invented && (
          <Notice title={t('invented.title')}>{t('invented.organisation')}</Notice>
        )}
        {!page.hasJoined && (
          <Notice title={t('organisation.not-joined')}>{t('organisation.not-joined.text')}</Notice>
        )}
        {made === 0 && page.hasJoined ? (
          <Empty title={t('organisation.empty')}>{t('organisation.empty.text')}</Empty>
        ) : (
          <Account page={page} made={made} />
        )}
      </MarginColumn>
      <div className="stack mbs-7">
        {led.length > 0 && (
          <section>
            <h2>{t('organisation.led')}</h2>
            <CommitmentTable
              caption={t('organisation.led')}
              quietCaption
              rows={led}
              columns={['clause', 'due', 'report']}
            />
            {made > led.length && (
              <p>
                <a href={paths.commitments(locale, { organisation: id })}>
                  {t('organisation.all', { n: made })}
                </a>
              </p>
            )}
            <DataLinks
              of="list"
              path={paths.commitments(locale, { organisation: id })}
              formats={['csv', 'json', 'atom', 'ics']}
            />
          </section>
        )}
        {joined.length > 0 && (
          <section>
            <h2>{t('organisation.joined')}</h2>
            <CommitmentTable
              caption={t('organisation.joined')}
              quietCaption
              rows={joined}
              columns={['organisation', 'clause', 'due']}
            />
          </section>
        )}
        {page.coverage
          .filter(({ clauses }) => clauses.some(({ count }) => page.hasJoined || count > 0))
          .map((covered) => (
            <Covered
              key={covered.key}
              covered={covered}
              organisation={id}
              of={page.coverage.length}
            />
          ))}
        <History history={page.history} />
        <DataLinks
          of="organisation"
          path={paths.organisation(locale, id)}
          formats={['json', 'atom', 'ics']}
        />
      </div>
    </PublicShell>
  )
}

function Facts({ organisation, hasJoined }: Pick<Organisation, 'organisation' | 'hasJoined'>) {
  const { t, date, countryName } = useSpeak()
  const { group, country, joinedAt, website, identifier } = organisation
  return (
    <MarginFacts
      facts={[
        { key: 'group', term: t('head.group'), value: t(`group.${group}`) },
        {
          key: 'country',
          term: t('head.country'),
          value: country ? countryName(country) : t('place.worldwide'),
        },
        ...(joinedAt
          ? [
              {
                key: 'joined',
                term: t(hasJoined ? 'organisation.since' : 'organisation.entered'),
                value: date(joinedAt),
              },
            ]
          : []),
        ...(URL.canParse(website)
          ? [
              {
                key: 'website',
                term: t('organisation.website'),
                value: (
                  <a href={website} rel="noopener noreferrer nofollow">
                    {new URL(website).host}
                  </a>
                ),
              },
            ]
          : []),
        ...(identifier
          ? [
              {
                key: 'identifier',
                term: t('organisation.identifier'),
                value: <bdi dir="ltr">{identifier}</bdi>,
              },
            ]
          : []),
      ]}
    />
  )
}

/** What it said it would do and what became of it; every number leads to its rows. */
function Account({ page, made }: { page: Organisation; made: number }) {
  const { t, number, locale } = useSpeak()
  const { tally, organisation } = page
  const query = { organisation: organisation.id }
  const due = (['kept', 'partly-kept', 'not-kept', 'no-report'] as const).reduce(
    (sum, outcome: Outcome) => sum + (tally[outcome] ?? 0),
    0,
  )
  const facts = [
    { key: 'head.made', count: made, link: query },
    { key: 'head.due-by-today', count: due, link: { ...query, due: 'by-today' } },
  ] as const
  return (
    <>
      <h2 className="visually-hidden">{t('organisation.account')}</h2>
      <dl className="figures">
        {facts.map(({ key, count, link }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              {count === 0 ? (
                number(0)
              ) : (
                <a href={paths.commitments(locale, link)}>{number(count)}</a>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <OutcomeBar counts={tally} />
      <OutcomeList
        counts={tally}
        href={(outcome) => paths.commitments(locale, { ...query, outcome })}
      />
      {page.hasJoined && <Promptness page={page} />}
    </>
  )
}

/** How promptly its reports come: nothing is said of one that cannot report here. */
function Promptness({ page }: { page: Organisation }) {
  const { t, locale } = useSpeak()
  const { organisation } = page
  const query = { organisation: organisation.id }
  return (
    <>
      <h2 className="text-lg">{t('punctuality.title')}</h2>
      <PunctualityLine
        punctuality={page.punctuality}
        href={(reporting) => paths.milestones(locale, { ...query, month: ALL_YEARS, reporting })}
      />
      <PunctualityStrip
        years={page.years}
        organisation={organisation.id}
        asOf={page.record}
        url={page.url}
      />
    </>
  )
}

/** Which of the clauses addressed to its group it has promised something under. */
function Covered(props: {
  covered: Organisation['coverage'][number]
  organisation: string
  /** With several declarations each is named. */
  of: number
}) {
  const { t, words, number, locale } = useSpeak()
  const { covered, organisation } = props
  const addressed = covered.clauses.filter((clause) => clause.addressed)
  const made = addressed.filter(({ count }) => count > 0)
  const lines = [
    {
      key: 'covered',
      term: t('organisation.clauses.covered', {
        covered: made.length,
        addressed: addressed.length,
      }),
      clauses: made,
    },
    {
      key: 'open',
      term: t('organisation.clauses.open'),
      clauses: addressed.filter(({ count }) => count === 0),
    },
    {
      key: 'beyond',
      term: t('organisation.clauses.beyond'),
      clauses: covered.clauses.filter((clause) => !clause.addressed),
    },
  ]
  return (
    <section>
      <h2>
        {t('organisation.clauses')}
        {props.of > 1 && `: ${words(covered.title).text}`}
      </h2>
      <dl className="gaps">
        {lines
          .filter(({ key, clauses }) => key === 'covered' || clauses.length > 0)
          .map(({ key, term, clauses }) => (
            <div key={key}>
              <dt>{term}</dt>
              <dd>
                {clauses.map(({ key: clause, number: cited, summary, count }) => (
                  <a
                    key={clause}
                    href={
                      count > 0
                        ? paths.commitments(locale, { organisation, clause })
                        : paths.clause(locale, clause)
                    }
                    title={words(summary).text}
                  >
                    {count > 1 ? `${cited} (${number(count)})` : cited}
                  </a>
                ))}
                {clauses.length === 0 && '–'}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function History({ history }: Pick<Organisation, 'history'>) {
  const { t, locale } = useSpeak()
  return (
    <section>
      <h2>{t('organisation.history')}</h2>
      <Timeline
        items={history.map(({ kind, at, entry, reason }) => ({
          key: String(entry),
          when: <DateText at={at} />,
          title: t(`act.${kind}`),
          children: (
            <>
              {reason && <p dir="auto">{reason}</p>}
              <p className="small">
                <a href={paths.logEntry(locale, entry)}>{t('record.entry', { entry })}</a>
              </p>
            </>
          ),
        }))}
      />
    </section>
  )
}
