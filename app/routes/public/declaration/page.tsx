import type { DeclarationPage as Declaration } from '#app/db/read/declarations.server.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { gapsOf } from '#app/domain/browsing/coverage.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { CoverageGaps, CoverageMatrix } from '#app/ui/data/coverage.tsx'
import { OutcomeBar, OutcomeList } from '#app/ui/data/outcome-bar.tsx'
import { DateText, Words } from '#app/ui/data/text.tsx'
import { Breadcrumbs } from '#app/ui/layout/breadcrumbs.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { About } from './about.tsx'
import { ClauseList } from './clause-list.tsx'

export function DeclarationPage(page: Declaration) {
  const { t, locale } = useSpeak()
  const { declaration, themes, preamble, tally, coverage } = page
  const made = outcomes.reduce((sum, outcome) => sum + (tally[outcome] ?? 0), 0)
  const { key } = declaration
  return (
    <PublicShell current="declarations" record={page.record}>
      <Breadcrumbs trail={[{ href: paths.declarations(locale), label: t('declarations.title') }]} />
      <MarginColumn
        as="article"
        record
        heading={
          <>
            <h1>
              <Words text={declaration.title} />
            </h1>
            {declaration.motto && (
              <p className="lead record-voice">
                <Words text={declaration.motto} />
              </p>
            )}
          </>
        }
        margin={
          <MarginFacts
            number={declaration.code}
            facts={[
              ...(declaration.adopted
                ? [
                    {
                      key: 'adopted',
                      term: t('declaration.adopted'),
                      value: <DateText day={declaration.adopted} />,
                    },
                  ]
                : []),
              ...(declaration.place
                ? [
                    {
                      key: 'place',
                      term: t('declaration.place'),
                      value: <Words text={declaration.place} />,
                    },
                  ]
                : []),
              {
                key: 'clauses',
                term: t('declaration.clauses-head'),
                value: t('declaration.clauses', { n: coverage.clauses.length }),
              },
              {
                key: 'opened',
                term: t('declaration.opened'),
                value: <DateText day={declaration.openedAt.toISOString().slice(0, 10)} />,
              },
            ]}
          />
        }
      >
        <h2 className="text-lg">
          <a href={paths.commitments(locale, { declaration: key })}>
            {t('declaration.made', { n: made })}
          </a>
        </h2>
        {made > 0 && (
          <>
            <OutcomeBar counts={tally} />
            <OutcomeList
              counts={tally}
              href={(outcome) => paths.commitments(locale, { declaration: key, outcome })}
            />
          </>
        )}
        <About declaration={declaration} />
      </MarginColumn>

      <div className="stack mbs-7">
        <section>
          <h2>{t('home.who')}</h2>
          <CoverageMatrix of={coverage} />
          <p className="small">
            <a href={paths.coverage(locale, { declaration: key })}>{t('coverage.whole')}</a>
          </p>
        </section>
        {gapsOf(coverage).length > 0 && (
          <section>
            <h2 id="gaps">{t('home.gaps')}</h2>
            <CoverageGaps of={coverage} />
          </section>
        )}
        <section>
          <h2>{t('declaration.text')}</h2>
          <ClauseList themes={themes} />
          {preamble.length > 0 && (
            <details className="mbs-5">
              <summary>{t('declaration.preamble')}</summary>
              <ol className="prose">
                {preamble.map((clause) => (
                  <li key={clause.key}>
                    <Words text={clause.summary} />
                  </li>
                ))}
              </ol>
            </details>
          )}
        </section>
      </div>
    </PublicShell>
  )
}
