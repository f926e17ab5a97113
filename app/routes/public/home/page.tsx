import type { HomePage as Home } from '#app/db/read/home.server.ts'
import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import { ALL_YEARS } from '#app/domain/browsing/due-index.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DueByYear } from '#app/ui/charts/due-by-year.tsx'
import { CoverageMatrix, CoverageReading } from '#app/ui/data/coverage.tsx'
import { DeclarationTable } from '#app/ui/data/declaration-table.tsx'
import { OutcomeBar, OutcomeList } from '#app/ui/data/outcome-bar.tsx'
import { PunctualityLine } from '#app/ui/data/punctuality.tsx'
import { SearchBox } from '#app/ui/data/search-box.tsx'
import { ButtonLink } from '#app/ui/form/button.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { LatestReviewed, Waiting } from './waiting.tsx'

export function HomePage(home: Home & { url: string }) {
  const { t, locale } = useSpeak()
  const { tally, first, punctuality, declarations } = home
  const { word, organisation, number } = home.examples
  const made = outcomes.reduce((sum, outcome) => sum + (tally[outcome] ?? 0), 0)
  return (
    <PublicShell record={home.record}>
      <div className="stack">
        <Headline tally={tally} made={made} />
        {made > 0 && <SearchBox examples={[word, organisation, number]} />}
        {!first && (
          <Empty title={t('home.no-declarations')}>{t('home.no-declarations.text')}</Empty>
        )}
        {first && made === 0 && (
          <Empty title={t('home.no-commitments')}>{t('home.no-commitments.text')}</Empty>
        )}
        {first && (
          <section>
            <h2>{t('home.who')}</h2>
            {made > 0 && <CoverageReading of={first.coverage} />}
            <CoverageMatrix of={first.coverage} />
            <p className="links small">
              <a href={`${paths.coverage(locale)}#gaps`}>{t('home.gaps')}</a>
              <a href={paths.coverage(locale)}>{t('coverage.whole')}</a>
            </p>
          </section>
        )}
        {made > 0 && (
          <>
            <Waiting soon={home.soon} silent={home.silent} />
            <section>
              <DueByYear counted={home.years} asOf={home.record} url={home.url} />
            </section>
            <section>
              <h2>{t('punctuality.title')}</h2>
              <PunctualityLine
                punctuality={punctuality}
                href={(reporting) => paths.milestones(locale, { month: ALL_YEARS, reporting })}
              />
            </section>
            <LatestReviewed rows={home.reviewed} />
          </>
        )}
        {first && (
          <section>
            <h2>{t('home.declarations')}</h2>
            <DeclarationTable rows={declarations} />
          </section>
        )}
        <section className="invitation">
          <h2>{t('home.partners')}</h2>
          <p className="prose">{t('home.partners.text')}</p>
          <ButtonLink href={paths.draftCommitment(locale)}>{t('home.partners.start')}</ButtonLink>
        </section>
      </div>
    </PublicShell>
  )
}

function Headline({ tally, made }: { tally: Home['tally']; made: number }) {
  const { t, locale } = useSpeak()
  const count = (outcome: Outcome) => tally[outcome] ?? 0
  const due = count('kept') + count('partly-kept') + count('not-kept') + count('no-report')
  const link = (query: Record<string, string>) =>
    function Linked(text: React.ReactNode) {
      return <a href={paths.commitments(locale, query)}>{text}</a>
    }
  return (
    <div className="beside">
      <div>
        <h1 className="ledger">
          <T
            k="home.headline"
            args={{ made, due, kept: count('kept') }}
            tags={{
              linkMade: link({}),
              linkDue: link({ due: 'by-today' }),
              linkKept: link({ outcome: 'kept' }),
            }}
          />
        </h1>
        <p className="lead">{t('home.lead')}</p>
      </div>
      {made > 0 && (
        <div>
          <OutcomeBar counts={tally} />
          <OutcomeList counts={tally} href={(outcome) => paths.commitments(locale, { outcome })} />
        </div>
      )}
    </div>
  )
}
