import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { Button, FormActions } from '../form/button.tsx'
import { TextField } from '../form/text-fields.tsx'

/** Asks which record something is to be withheld from. */
export function NumberForm() {
  const { t, locale } = useSpeak()
  return (
    <form method="get" action={paths.proposeRedaction(locale)}>
      <TextField
        name="number"
        label={t('withholding.number')}
        hint={t('withholding.number.hint')}
        width="short"
      />
      <FormActions>
        <Button kind="secondary">{t('withholding.number.button')}</Button>
      </FormActions>
    </form>
  )
}
