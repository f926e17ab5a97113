import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { OwnForm } from '#app/ui/account/own-form.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { TextField } from '#app/ui/form/text-fields.tsx'

export function ChangePasswordPage(props: {
  person: SignedIn
  /** How many characters a new one needs. */
  least: number
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t } = useSpeak()
  const form = formState(props.result)
  const labels = { current: t('account.password.current'), password: t('account.password.new') }
  return (
    <OwnForm
      person={props.person}
      title={t('account.password.title')}
      lead={t('account.password.lead')}
      form={form}
      labels={labels}
      wait={props.wait}
      button={t('account.password.button')}
    >
      <TextField
        {...form.field('current')}
        label={labels.current}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        {...form.field('password')}
        label={labels.password}
        hint={t('sign-up.password.hint', { n: props.least })}
        type="password"
        autoComplete="new-password"
      />
    </OwnForm>
  )
}
