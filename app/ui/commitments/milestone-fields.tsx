import type { Question } from '#app/domain/commitments/commitment.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Button } from '../form/button.tsx'
import type { FormState } from '../form/form-state.ts'
import { HiddenFields } from '../form/hidden-fields.tsx'
import { DateField, NumberField, TextField } from '../form/text-fields.tsx'
import { hintWith } from './questions.tsx'
import { useTermLabel } from './term-labels.ts'

/** One milestone to be filled in, in a list that grows and shrinks by buttons of its form. */
export function MilestoneFields(props: {
  form: FormState
  place: number
  lang: string | undefined
  questions?: readonly Question[]
  legend?: string
  /** A milestone that was published can be changed but never dropped. */
  removable: boolean
  /** Just added: the reader goes on here. */
  fresh?: boolean
}) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const { form, place, lang, questions = [] } = props
  const name = (field: string) => `milestones[${place}].${field}`
  const field = (of: string, hint?: string) => ({
    ...form.field(name(of)),
    label: label(name(of)),
    ...hintWith(questions, name(of), hint),
  })
  const id = form.field(name('id')).value
  const nth = t('desk.milestone.nth', { n: place + 1 })
  return (
    <fieldset
      className="row-of-form"
      id={`milestone-${place}`}
      tabIndex={props.fresh ? -1 : undefined}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the row that was asked for is where one goes on
      autoFocus={props.fresh}
    >
      <legend>
        <h2>{props.legend ?? nth}</h2>
      </legend>
      {id && <HiddenFields values={{ [name('id')]: id }} />}
      <TextField {...field('title', t('desk.milestone.title.hint'))} lang={lang} />
      <DateField {...field('dueOn')} />
      <TextField {...field('indicator', t('desk.milestone.indicator.hint'))} lang={lang} optional />
      <div className="beside-fields">
        <NumberField {...field('baseline', t('desk.milestone.baseline.hint'))} optional />
        <NumberField {...field('target')} />
        <TextField {...field('unit', t('desk.milestone.unit.hint'))} lang={lang} width="short" />
      </div>
      <TextField {...field('evidenceExpected')} lang={lang} optional />
      <TextField {...field('responsible')} lang={lang} width="medium" optional />
      {props.removable && (
        <Button kind="secondary" name="intent" value={`remove-milestones-${place}`}>
          {t('desk.milestone.remove', { n: place + 1 })}
        </Button>
      )}
    </fieldset>
  )
}
