import type { clausePage } from '#app/db/read/clauses.server.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'
import { CommitmentTable } from '#app/ui/data/commitment-table.tsx'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import { OutcomeBar, OutcomeList } from '#app/ui/data/outcome-bar.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { Words } from '#app/ui/data/text.tsx'
import { ButtonLink } from '#app/ui/form/button.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Clause = NonNullable<Awaited<ReturnType<typeof clausePage>>>

export function ClausePage(page: Clause) {
  const { t, words, list, locale } = useSpeak()
  const { clause, declaration, groups, tally, shown } = page
  const query = { clause: clause.key }
  return (
    <PublicShell current="declarations" record={page.record}>
      <Breadcrumbs
        trail={[
          { href: paths.declarations(locale), label: t('declarations.title') },
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
            <p className="kicker">
              {clause.theme.number}. <Words text={clause.theme.title} />
            </p>
            <h1 className="clause-words">
              <span className="visually-hidden">
                {t('clause.title', {
                  number: clause.number,
                  declaration: words(declaration.title).text,
                })}
              </span>{' '}
              <Words text={clause.summary} />
            </h1>
          </>
        }
        margin={
          <>
            <p className="clause-large">{clause.number}</p>
            <MarginFacts
              facts={[
                {
                  key: 'addressed',
                  term: t('clause.addressees'),
                  value: list(clause.addressees.map((group) => t(`groups.${group}`))),
                },
                {
                  key: 'paragraph',
                  term: t('clause.paragraph'),
                  value: clause.officialParagraph ?? t('clause.no-paragraph'),
                },
              ]}
            />
          </>
        }
      >
        <OtherLanguages clause={clause} />
        {page.textNotice && (
          <p className="small quiet prose">
            <Words text={page.textNotice} />
          </p>
        )}
        {shown.total > 0 && (
          <>
            <OutcomeBar counts={tally} />
            <OutcomeList
              counts={tally}
              href={(outcome) => paths.commitments(locale, { ...query, outcome })}
            />
          </>
        )}
        <GroupCounts groups={groups} clause={clause.key} />
        {shown.total > 0 && <RegionCounts places={page.places} clause={clause.key} />}
      </MarginColumn>

      <section className="mbs-7">
        <h2>{t('clause.commitments')}</h2>
        {shown.total === 0 ? (
          <Empty title={t('clause.empty')}>
            <p>{t('clause.empty.text')}</p>
            <p>
              <ButtonLink kind="secondary" href={paths.draftCommitment(locale)}>
                {t('home.partners.start')}
              </ButtonLink>
            </p>
          </Empty>
        ) : (
          <Commitments page={page} />
        )}
        <DataLinks
          of="clause"
          path={paths.clause(locale, clause.key)}
          formats={['csv', 'json', 'atom', 'ics']}
        />
      </section>
      <nav className="pagination" aria-label={t('clause.neighbours')}>
        {page.previous && (
          <a href={paths.clause(locale, page.previous.key)} rel="prev">
            <span className="arrow" aria-hidden="true">
              ←
            </span>
            {t('clause.neighbour', { number: page.previous.number })}
          </a>
        )}
        {page.next && (
          <a href={paths.clause(locale, page.next.key)} rel="next">
            {t('clause.neighbour', { number: page.next.number })}
            <span className="arrow" aria-hidden="true">
              →
            </span>
          </a>
        )}
      </nav>
    </PublicShell>
  )
}

function OtherLanguages({ clause }: Pick<Clause, 'clause'>) {
  const { t, words, languageName } = useSpeak()
  const shown = words(clause.summary).lang
  const others = Object.entries(clause.summary).filter(([lang]) => lang !== shown)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{t('text.other-languages')}</summary>
      <dl className="gaps">
        {others.map(([lang, text]) => (
          <div key={lang}>
            <dt>{languageName(lang)}</dt>
            <dd lang={lang} dir={directionOf(lang)} className="record-voice">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** What each group has promised, and which of those addressed have promised nothing. */
function GroupCounts({ groups, clause }: { groups: Clause['groups']; clause: string }) {
  const { t, number, list, locale } = useSpeak()
  const silent = groups.filter((one) => one.addressed && one.count === 0)
  const present = groups.filter((one) => one.count > 0)
  return (
    <>
      {present.length > 0 && (
        <dl className="figures figures-small">
          {present.map(({ group, count }) => (
            <div key={group}>
              <dt>{t(`groups.${group}`)}</dt>
              <dd>
                <a href={paths.commitments(locale, { clause, group })}>{number(count)}</a>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {silent.length > 0 && (
        <p className="gap-line">
          {t('clause.gap', {
            n: silent.length,
            groups: list(silent.map(({ group }) => t(`groups.${group}`))),
          })}
        </p>
      )}
    </>
  )
}

/** Where it is carried out, and in which regions of the world nobody has promised anything. */
function RegionCounts({ places, clause }: { places: Clause['places']; clause: string }) {
  const { t, number, list, locale, countryName } = useSpeak()
  const nameOf = (code: string) => (code === 'worldwide' ? t('place.worldwide') : countryName(code))
  const silent = places.filter(({ code, count }) => code !== 'worldwide' && count === 0)
  return (
    <>
      <h2 className="text-lg">{t('clause.regions')}</h2>
      <dl className="figures figures-small">
        {places
          .filter(({ count }) => count > 0)
          .map(({ code, count }) => (
            <div key={code}>
              <dt>{nameOf(code)}</dt>
              <dd>
                <a href={paths.commitments(locale, { clause, country: code })}>{number(count)}</a>
              </dd>
            </div>
          ))}
      </dl>
      {silent.length > 0 && (
        <p className="gap-line">
          {t('clause.regions.none', {
            n: silent.length,
            regions: list(silent.map(({ code }) => nameOf(code))),
          })}
        </p>
      )}
    </>
  )
}

function Commitments({ page }: { page: Clause }) {
  const { t, locale } = useSpeak()
  const { rows, sort, shown, clause } = page
  const here = paths.clause(locale, clause.key)
  const kept = sort === 'newest' ? {} : { sort }
  const caption = t('list.shown', { from: shown.from, to: shown.to, total: shown.total })
  return (
    <>
      <CommitmentTable
        caption={caption}
        rows={rows}
        columns={['organisation', 'due', 'report']}
        dueSort={{
          href: withQuery(here, { sort: sort === 'due' ? undefined : 'due' }),
          ...(sort === 'due' ? { direction: 'ascending' } : {}),
        }}
      />
      <Pagination
        previous={shown.previous && withQuery(here, { ...kept, before: shown.previous })}
        next={shown.next && withQuery(here, { ...kept, after: shown.next })}
        shown={caption}
      />
    </>
  )
}
