import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'

import { Button, FormActions } from '../form/button.tsx'
import { CARRIED, MARK } from '../form/carried.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { formState, type FormResult } from '../form/form-state.ts'
import { PasskeyForm } from '../form/passkey-form.tsx'
import { PostForm } from '../form/post-form.tsx'
import { TextField } from '../form/text-fields.tsx'
import { Wait } from '../form/wait.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { PublicShell } from '../layout/public-shell.tsx'

export function GiveFactorPage(props: {
  action?: string
  carried: string
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t, locale, here } = useSpeak()
  const to = new URL(here, 'https://register').searchParams.get('to') ?? ''
  const form = formState(props.result)
  const labels = { code: t('factor.code') }
  const action = props.action === undefined ? {} : { action: props.action }
  return (
    <PublicShell>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('factor.give.title')} lead={t('factor.give.lead')} />
      <Wait seconds={props.wait} />
      <PostForm {...action} hidden={{ [MARK]: '1', [CARRIED]: props.carried || undefined }}>
        <TextField
          {...form.field('code')}
          label={labels.code}
          hint={t('factor.give.hint')}
          autoComplete="one-time-code"
          width="medium"
          spellCheck={false}
        />
        <FormActions>
          <Button>{t('factor.give.button')}</Button>
        </FormActions>
      </PostForm>
      <PasskeyForm
        does="get"
        action={withQuery(paths.signIn(locale), { to })}
        options={paths.passkeySignIn(locale)}
        hidden={{ [MARK]: '1', [CARRIED]: props.carried || undefined }}
        button={t('passkeys.use')}
        without={t('passkeys.sign-in.without-script')}
      />
      <p className="quiet">{t('factor.give.lost')}</p>
      <p>
        <a href={paths.signIn(locale)}>{t('factor.give.other')}</a>
      </p>
    </PublicShell>
  )
}
