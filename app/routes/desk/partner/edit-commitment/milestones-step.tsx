import { limits } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { MilestoneFields } from '#app/ui/commitments/milestone-fields.tsx'
import { Button } from '#app/ui/form/button.tsx'

import type { StepProps } from './step-props.ts'

export function MilestonesStep({ form, terms, questions, rows, fresh }: StepProps) {
  const { t, date } = useSpeak()
  const { startOn, endOn } = terms
  return (
    <div id={form.field('milestones').id} tabIndex={-1}>
      <p className="prose mbe-5">
        {t('desk.milestones.lead')}
        {startOn && endOn && (
          <> {t('desk.milestones.within', { start: date(startOn), end: date(endOn) })}</>
        )}
      </p>
      {Array.from({ length: rows }, (_, place) => (
        <MilestoneFields
          key={place}
          form={form}
          place={place}
          lang={terms.lang}
          questions={questions}
          removable={rows > 1}
          fresh={fresh === place}
        />
      ))}
      {rows < limits.milestones ? (
        <Button kind="secondary" name="intent" value="add-milestones">
          {t('desk.milestone.add')}
        </Button>
      ) : (
        <p>{t('desk.milestone.full', { n: limits.milestones })}</p>
      )}
    </div>
  )
}
