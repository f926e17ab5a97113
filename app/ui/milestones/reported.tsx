import type { ReportDraft, ReportInput } from '#app/domain/milestones/report.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Diff } from '../data/diff.tsx'
import { SummaryList } from '../data/summary-list.tsx'
import { Foreign } from '../data/text.tsx'
import { answerFields, isProse, reportedText, reportLabels } from './report-words.ts'

type Answer = (typeof answerFields)[number]

/** What a report says, answer by answer. */
export function Reported(props: {
  content: ReportDraft
  unit: string
  /** Where each answer is changed, while it can be. */
  change?: ((field: Answer) => string) | undefined
  only?: readonly Answer[] | undefined
}) {
  const speech = useSpeak()
  const { content, unit, change, only = answerFields } = props
  const labels = reportLabels(speech)
  return (
    <SummaryList
      rows={only.map((field) => {
        const text = reportedText(speech, content, field, unit)
        return {
          key: field,
          term: labels[field],
          value:
            text && isProse(field) ? (
              <Foreign as="div" lang={content.lang ?? speech.locale} text={text} />
            ) : (
              text
            ),
          change: change?.(field),
        }
      })}
    />
  )
}

/** What a later version of a report says otherwise; what it says alike is folded away. */
export function ReportedChanges(props: { from: ReportInput; to: ReportInput; unit: string }) {
  const speech = useSpeak()
  const { t } = speech
  const { from, to, unit } = props
  const labels = reportLabels(speech)
  const said = (content: ReportInput, field: Answer) => reportedText(speech, content, field, unit)
  const changed = answerFields.filter((field) => said(from, field) !== said(to, field))
  const alike = answerFields.filter((field) => !changed.includes(field))
  return (
    <>
      {changed.length === 0 && <p>{t('reviewing.changed.none')}</p>}
      {changed.length > 0 && (
        <SummaryList
          rows={changed.map((field) => ({
            key: field,
            term: labels[field],
            value: (
              <Diff
                from={said(from, field)}
                to={said(to, field)}
                lang={isProse(field) ? to.lang : speech.locale}
              />
            ),
          }))}
        />
      )}
      {alike.length > 0 && (
        <details>
          <summary>{t('reviewing.unchanged', { n: alike.length })}</summary>
          <Reported content={to} unit={unit} only={alike} />
        </details>
      )}
    </>
  )
}
