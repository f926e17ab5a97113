import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { OwnForm } from '#app/ui/account/own-form.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { TextField } from '#app/ui/form/text-fields.tsx'

export function ProvePage(props: {
  person: SignedIn
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t } = useSpeak()
  const form = formState(props.result)
  const labels = { password: t('sign-in.password') }
  return (
    <OwnForm
      person={props.person}
      title={t('account.prove.title')}
      lead={t('account.prove.lead')}
      form={form}
      labels={labels}
      wait={props.wait}
      button={t('account.prove.button')}
    >
      <TextField
        {...form.field('password')}
        label={labels.password}
        type="password"
        autoComplete="current-password"
      />
    </OwnForm>
  )
}
