import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { Wait } from '#app/ui/form/wait.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

export function AskResetPage(props: { result: FormResult | undefined; wait: number | undefined }) {
  const { t, locale } = useSpeak()
  const form = formState(props.result)
  const labels = { email: t('sign-in.email') }
  return (
    <PublicShell>
      <BackLink href={paths.signIn(locale)}>{t('sign-in.title')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('reset.ask.title')} lead={t('reset.ask.lead')} />
      <Wait seconds={props.wait} />
      <PostForm>
        <TextField
          {...form.field('email')}
          label={labels.email}
          type="email"
          autoComplete="username"
        />
        <FormActions>
          <Button>{t('reset.ask.button')}</Button>
        </FormActions>
      </PostForm>
    </PublicShell>
  )
}
