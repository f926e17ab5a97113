import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { Wait } from '#app/ui/form/wait.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function ChangePasswordPage(props: {
  person: SignedIn
  /** How many characters a new one needs. */
  least: number
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t, locale } = useSpeak()
  const form = formState(props.result)
  const labels = { current: t('account.password.current'), password: t('account.password.new') }
  return (
    <DeskFrame person={props.person} current="account">
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('account.password.title')} lead={t('account.password.lead')} />
      <Wait seconds={props.wait} />
      <PostForm>
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
        <FormActions>
          <Button>{t('account.password.button')}</Button>
        </FormActions>
      </PostForm>
    </DeskFrame>
  )
}
