import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { OwnForm } from '#app/ui/account/own-form.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { TextField } from '#app/ui/form/text-fields.tsx'

export function ChangeAddressPage(props: {
  person: SignedIn
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t } = useSpeak()
  const form = formState(props.result)
  const labels = { email: t('account.address.new') }
  return (
    <OwnForm
      person={props.person}
      title={t('account.address.title')}
      lead={t('account.address.lead', { email: props.person.email })}
      form={form}
      labels={labels}
      wait={props.wait}
      button={t('account.address.button')}
    >
      <TextField {...form.field('email')} label={labels.email} type="email" autoComplete="email" />
    </OwnForm>
  )
}
