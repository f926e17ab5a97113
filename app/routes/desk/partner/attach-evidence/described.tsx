import { useSpeak } from '#app/i18n/speak.tsx'
import type { Speech } from '#app/i18n/speech.ts'
import { LanguageSelect, Radios } from '#app/ui/form/choice-fields.tsx'
import type { FormState } from '#app/ui/form/form-state.ts'
import { TextArea, TextField } from '#app/ui/form/text-fields.tsx'

export const describedLabels = ({ t }: Pick<Speech, 't'>) => ({
  title: t('evidence.field.title'),
  lang: t('evidence.field.lang'),
  access: t('evidence.field.access'),
  heldReason: t('evidence.field.held-reason'),
})

/** What is asked of every piece of evidence, whatever its kind. */
export function Described({ form }: { form: FormState }) {
  const speech = useSpeak()
  const { t } = speech
  const labels = describedLabels(speech)
  return (
    <>
      <TextField
        {...form.field('title')}
        label={labels.title}
        hint={t('evidence.field.title.hint')}
      />
      <LanguageSelect {...form.field('lang')} label={labels.lang} />
      <Radios
        {...form.field('access')}
        label={labels.access}
        options={[
          { value: 'public', label: t('evidence.field.access.public') },
          {
            value: 'held',
            label: t('evidence.field.access.held'),
            hint: t('evidence.field.access.held.hint'),
          },
        ]}
      />
      <TextArea
        {...form.field('heldReason')}
        label={labels.heldReason}
        hint={t('evidence.field.held-reason.hint')}
        rows={2}
        max={1000}
      />
    </>
  )
}
