import { findings, type Finding } from '#app/domain/milestones/report-state.ts'
import { wholeBy } from '#app/domain/reviews/review.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'

import { Radios } from '../form/choice-fields.tsx'
import type { FormState } from '../form/form-state.ts'
import { NumberField, TextArea } from '../form/text-fields.tsx'
import { withUnit } from '../milestones/report-words.ts'

export const findingLabels = ({ t }: Pick<Speech, 't'>) => ({
  finding: t('reviewing.finding'),
  reviewedValue: t('reviewing.value'),
  reasons: t('reviewing.reasons'),
})

/** The finding itself, the value the evidence supports, and why: reviewing and correcting alike. */
export function FindingFields(props: {
  form: FormState
  unit: string
  claimed: number | null
  /** The other milestones' findings, where the page says what each choice would lead to. */
  others?: readonly (Finding | null)[]
  reasonsHint: string
}) {
  const speech = useSpeak()
  const { t } = speech
  const { form, unit, claimed, others } = props
  const labels = findingLabels(speech)
  return (
    <>
      <Radios
        {...form.field('finding')}
        label={labels.finding}
        hint={t('reviewing.finding.lead')}
        options={findings.map((value) => {
          const whole = others && wholeBy(value, others)
          return {
            value,
            label: t(`status.${value}`),
            ...(whole && { hint: t(`reviewing.finding.${whole}`) }),
          }
        })}
      />
      <NumberField
        {...form.field('reviewedValue')}
        label={labels.reviewedValue}
        hint={t('reviewing.value.hint', {
          value: claimed === null ? '–' : withUnit(speech, claimed, unit),
        })}
        unit={unit}
      />
      <TextArea
        {...form.field('reasons')}
        label={labels.reasons}
        hint={props.reasonsHint}
        rows={8}
        max={6000}
      />
    </>
  )
}
