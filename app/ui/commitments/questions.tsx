import type { ReactNode } from 'react'

import type { Question } from '#app/domain/commitments/commitment.ts'
import type { TermStep } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { fieldId } from '#app/ui/form/form-state.ts'
import { Notice } from '#app/ui/layout/notice.tsx'

import { answerOfField, stepOfField } from './question-place.ts'
import { useTermLabel } from './term-labels.ts'

/** Everything a coordinator asked, each question leading to the answer it is about. */
export function AllQuestions(props: {
  questions: readonly Question[]
  href: (step: TermStep) => string
}) {
  const { t } = useSpeak()
  const label = useTermLabel()
  if (props.questions.length === 0) return null
  return (
    <Notice kind="warning" title={t('desk.questions.title', { n: props.questions.length })}>
      <p>{t('desk.questions.text')}</p>
      <ol className="stack">
        {props.questions.map((question, place) => {
          const step = stepOfField(question.field)
          const answer = answerOfField(question.field)
          return (
            <li key={place}>
              {step && (
                <a href={`${props.href(step)}${answer ? `#${fieldId(question.field)}` : ''}`}>
                  {answer ? label(answer) : t(`desk.step.${step}`)}
                </a>
              )}
              <p className="record-voice" dir="auto">
                {question.text}
              </p>
            </li>
          )
        })}
      </ol>
    </Notice>
  )
}

/** What was asked about one field, to stand above it as part of its hint. */
export function Asked(props: { questions: readonly Question[]; hint?: ReactNode }) {
  const { t } = useSpeak()
  return (
    <>
      {props.questions.map(({ text }) => (
        <blockquote key={text} className="mbe-2">
          <b>{t('desk.questions.asked')}</b> <bdi>{text}</bdi>
        </blockquote>
      ))}
      {props.hint}
    </>
  )
}

/** A field's hint with what a coordinator asked about it; undefined where there is neither. */
export function hintWith(
  questions: readonly Question[],
  field: string,
  hint?: ReactNode,
): { hint?: ReactNode } {
  const about = questions.filter((question) => question.field === field)
  if (about.length > 0) return { hint: <Asked questions={about} hint={hint} /> }
  return hint ? { hint } : {}
}
