import { useSpeak } from '#app/i18n/speak.tsx'

import type { FormState } from './form-state.ts'

/**
 * What is wrong with a form, first thing in `main`; each line leads to its field and says what
 * the field says. `labels` are those of the fields, `milestones[].due` standing for each row.
 */
export function ErrorSummary(props: {
  form: Pick<FormState, 'problems'>
  labels?: Readonly<Record<string, string>>
}) {
  const { t, code } = useSpeak()
  if (props.form.problems.length === 0) return null
  const label = (name: string) =>
    props.labels?.[name] ?? props.labels?.[name.replace(/\[\d+\]/g, '[]')]
  return (
    <div
      className="error-summary"
      role="alert"
      aria-labelledby="error-summary"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- after a failed form the reader starts here
      autoFocus
    >
      <h2 id="error-summary">{t('form.problem')}</h2>
      <ul>
        {props.form.problems.map((problem) => {
          const said = code(problem.code, label(problem.name))
          return (
            <li key={`${problem.name} ${problem.code}`}>
              {problem.href ? <a href={problem.href}>{said}</a> : said}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
