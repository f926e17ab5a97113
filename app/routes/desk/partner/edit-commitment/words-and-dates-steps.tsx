import { limits } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { hintWith } from '#app/ui/commitments/questions.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'
import { LanguageSelect } from '#app/ui/form/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#app/ui/form/text-fields.tsx'

import type { StepProps } from './step-props.ts'

export function WordsStep({ form, questions }: StepProps) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const lang = form.field('lang').value || undefined
  const field = (name: string, hint?: string) => ({
    ...form.field(name),
    label: label(name),
    ...hintWith(questions, name, hint),
  })
  return (
    <>
      <LanguageSelect {...field('lang')} />
      <TextField {...field('title', t('desk.terms.title.hint'))} lang={lang} />
      <TextArea
        {...field('text', t('desk.terms.text.hint'))}
        lang={lang}
        rows={10}
        max={limits.text}
      />
      <TextArea {...field('problem')} lang={lang} rows={5} max={limits.problem} optional />
    </>
  )
}

export function DatesStep({ form, questions }: StepProps) {
  const { t } = useSpeak()
  const label = useTermLabel()
  const field = (name: string, hint: string) => ({
    ...form.field(name),
    label: label(name),
    ...hintWith(questions, name, hint),
  })
  return (
    <>
      <DateField {...field('startOn', t('form.date-hint'))} />
      <DateField {...field('endOn', t('desk.terms.end-on.hint'))} />
    </>
  )
}
