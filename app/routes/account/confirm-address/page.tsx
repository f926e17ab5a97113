import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { Wait } from '#app/ui/form/wait.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

const problem = (code: string | undefined) =>
  formState(code === undefined ? undefined : { error: { '': [code] } })

/** What the link of a letter opens. */
export function ConfirmPage(props: {
  email: string
  purpose: 'confirm-email' | 'change-email' | 'reset-password'
  code: string | undefined
}) {
  const { t } = useSpeak()
  const moves = props.purpose === 'change-email'
  return (
    <PublicShell>
      <ErrorSummary form={problem(props.code)} />
      <PageHead
        title={t('confirm.title')}
        lead={t(moves ? 'confirm.move' : 'confirm.lead', { email: props.email })}
      />
      <p>{t('confirm.not-you')}</p>
      <PostForm>
        <FormActions>
          <Button>{t('confirm.button')}</Button>
        </FormActions>
      </PostForm>
    </PublicShell>
  )
}

/** A link that opens nothing any more, and what to do then. */
export function LinkOverPage() {
  const { t, locale } = useSpeak()
  return (
    <PublicShell>
      <PageHead title={t('link-over.title')} lead={t('link-over.confirm')} />
      <FormActions>
        <ButtonLink href={paths.signIn(locale)}>{t('sign-in.title')}</ButtonLink>
      </FormActions>
    </PublicShell>
  )
}

/** All that a person sees of their account until its address is confirmed. */
export function AwaitingPage(props: {
  email: string
  code: string | undefined
  wait: number | undefined
}) {
  const { t, locale } = useSpeak()
  return (
    <PublicShell>
      <ErrorSummary form={problem(props.code)} />
      <PageHead
        title={t('confirm.waiting.title')}
        lead={t('confirm.waiting.lead', { email: props.email })}
      />
      <Wait seconds={props.wait} />
      <p>{t('confirm.waiting.text')}</p>
      <PostForm>
        <FormActions>
          <Button>{t('confirm.again')}</Button>
        </FormActions>
      </PostForm>
      <PostForm action={paths.signOut(locale)}>
        <FormActions>
          <Button kind="secondary">{t('nav.sign-out')}</Button>
        </FormActions>
      </PostForm>
    </PublicShell>
  )
}
