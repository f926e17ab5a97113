import type { DeclarationPage as Declaration } from '#app/db/read/declarations.server.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { Words } from '#app/ui/data/text.tsx'

type Clause = Declaration['themes'][number]['clauses'][number]

/** The themes with their clauses, each with what has been promised under it. */
export function ClauseList({ themes }: Pick<Declaration, 'themes'>) {
  return themes.map((theme) => (
    <section key={theme.number} className="theme">
      <h3>
        {theme.number}. <Words text={theme.title} />
      </h3>
      <ol className="clauses">
        {theme.clauses.map((clause) => (
          <ClauseItem key={clause.key} clause={clause} />
        ))}
      </ol>
    </section>
  ))
}

function ClauseItem({ clause }: { clause: Clause }) {
  const { t, number, locale } = useSpeak()
  const made = outcomes.filter((outcome) => (clause.tally[outcome] ?? 0) > 0)
  return (
    <li>
      <a className="clause-number" href={paths.clause(locale, clause.key)}>
        {clause.number}
      </a>
      <div>
        <p className="record-voice">
          <Words text={clause.summary} />
        </p>
        {made.length === 0 ? (
          <p className="small quiet">{t('clause.nobody')}</p>
        ) : (
          <ul className="tally">
            {made.map((outcome) => (
              <li key={outcome}>
                <a href={paths.commitments(locale, { clause: clause.key, outcome })}>
                  <StatusMark status={outcome} compact /> {number(clause.tally[outcome] ?? 0)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
