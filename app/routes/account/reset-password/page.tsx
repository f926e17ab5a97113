import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

export function ResetPasswordPage(props: {
  email: string
  least: number
  result: FormResult | undefined
}) {
  const { t } = useSpeak()
  const form = formState(props.result)
  const labels = { password: t('account.password.new') }
  return (
    <PublicShell>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('reset.title')} lead={t('reset.lead', { email: props.email })} />
      <PostForm>
        <TextField
          {...form.field('password')}
          label={labels.password}
          hint={t('sign-up.password.hint', { n: props.least })}
          type="password"
          autoComplete="new-password"
        />
        <FormActions>
          <Button>{t('reset.button')}</Button>
        </FormActions>
      </PostForm>
    </PublicShell>
  )
}

export function ResetOverPage() {
  const { t, locale } = useSpeak()
  return (
    <PublicShell>
      <PageHead title={t('link-over.title')} lead={t('link-over.reset')} />
      <FormActions>
        <ButtonLink href={paths.askReset(locale)}>{t('reset.ask.button')}</ButtonLink>
      </FormActions>
    </PublicShell>
  )
}
