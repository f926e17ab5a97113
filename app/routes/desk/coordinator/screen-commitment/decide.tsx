import type { ReactNode } from 'react'

import type { ScreeningPage } from '#app/db/read/screening.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Select } from '#app/ui/form/choice-fields.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'

import { fieldsToAskAbout, useQuestionField } from './question-field.ts'

type Decision = 'publish' | 'return' | 'decline'
type Props = NonNullable<ScreeningPage> & {
  decision: string | undefined
  result: FormResult | undefined
  rows: number
}

export const questionLabels = (t: Speech['t'], rows: number): Record<string, string> => ({
  questions: t('screening.question.text', { n: 1 }),
  ...Object.fromEntries(
    Array.from({ length: rows }, (_, place) => [
      [`questions[${place}].field`, t('screening.question.field', { n: place + 1 })],
      [`questions[${place}].text`, t('screening.question.text', { n: place + 1 })],
    ]).flat(),
  ),
})

/** The three ways on, each a form of its own; what was typed in one comes back in that one. */
export function Decide(props: Props) {
  const { t } = useSpeak()
  const { lead, rows } = props
  const verified = lead.state === 'verified'
  const stateOf = (decision: Decision) =>
    formState(props.decision === decision ? props.result : undefined, {}, decision)
  const labels = questionLabels(t, rows)
  const fieldName = useQuestionField(props.commitment.terms)
  const asking = stateOf('return')
  const options = fieldsToAskAbout(props.commitment.terms).map((value) => ({
    value,
    label: fieldName(value),
  }))
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{t('screening.decide')}</h2>
      <Way decision="publish">
        {verified ? (
          <FormActions>
            <Button>{t('screening.publish.button')}</Button>
          </FormActions>
        ) : (
          <p>{t('screening.publish.unverified')}</p>
        )}
      </Way>
      <Way decision="return">
        {Array.from({ length: rows }, (_, place) => (
          <div key={place} className="mbe-5">
            <Select
              {...asking.field(`questions[${place}].field`)}
              label={labels[`questions[${place}].field`] ?? ''}
              options={options}
            />
            <TextArea
              {...asking.field(`questions[${place}].text`)}
              label={labels[`questions[${place}].text`] ?? ''}
              rows={3}
              max={1000}
            />
          </div>
        ))}
        <FormActions>
          <Button>{t('screening.return.button')}</Button>
          <Button kind="secondary" name="intent" value="add-questions">
            {t('screening.question.add')}
          </Button>
        </FormActions>
      </Way>
      <Way decision="decline">
        <TextArea
          {...stateOf('decline').field('reason')}
          label={t('screening.reason')}
          rows={4}
          max={2000}
        />
        <FormActions>
          <Button kind="danger">{t('screening.decline.button')}</Button>
        </FormActions>
      </Way>
    </section>
  )
}

function Way({ decision, children }: { decision: Decision; children: ReactNode }) {
  const { t } = useSpeak()
  return (
    <section className="stack" aria-labelledby={`way-${decision}`}>
      <h3 id={`way-${decision}`}>{t(`screening.${decision}`)}</h3>
      <p className="prose">{t(`screening.${decision}.text`)}</p>
      <PostForm hidden={{ decision }} label={t(`screening.${decision}`)}>
        {children}
      </PostForm>
    </section>
  )
}
