import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { locales } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { endonyms } from '#app/i18n/speech.ts'
import { OwnForm } from '#app/ui/account/own-form.tsx'
import { Select } from '#app/ui/form/choice-fields.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { TextField } from '#app/ui/form/text-fields.tsx'

export function ChangeDetailsPage(props: { person: SignedIn; result: FormResult | undefined }) {
  const { t } = useSpeak()
  const { person } = props
  const form = formState(props.result, { name: person.name, locale: person.locale })
  const labels = { name: t('sign-up.name'), locale: t('account.language') }
  return (
    <OwnForm
      person={person}
      title={t('account.details.title')}
      form={form}
      labels={labels}
      button={t('account.details.button')}
    >
      <TextField
        {...form.field('name')}
        label={labels.name}
        hint={t('sign-up.name.hint')}
        autoComplete="name"
      />
      <Select
        {...form.field('locale')}
        label={labels.locale}
        hint={t('account.language.hint')}
        options={locales.map((value) => ({ value, label: endonyms[value] }))}
        noEmpty
      />
    </OwnForm>
  )
}
