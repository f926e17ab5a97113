import type { Question } from '#app/domain/commitments/commitment.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { isReportField, reportLabels } from '../milestones/report-words.ts'
import { Remarks } from './remarks.tsx'

/** What a coordinator asked about a report, under the answers it is about. */
export function Questions(props: {
  questions: readonly Question[]
  /** Where an answer can be changed, while it can be. */
  href?: ((field: string) => string) | undefined
}) {
  const labels = reportLabels(useSpeak())
  return (
    <dl className="questions mbs-3">
      {props.questions.map(({ field, text }, place) => {
        const label = isReportField(field) ? labels[field] : field
        return (
          <div key={place}>
            <dt>{props.href ? <a href={props.href(field)}>{label}</a> : label}</dt>
            <dd>
              <Remarks text={text} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
