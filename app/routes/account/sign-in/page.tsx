import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { CARRIED, MARK } from '#app/ui/form/carried.ts'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PasskeyForm } from '#app/ui/form/passkey-form.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { Wait } from '#app/ui/form/wait.tsx'
import { Flash, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

type Account = { name: string; email: string; shown: string }

export function SignInPage(props: {
  to: string
  email: string
  /** What led here: an account made, an address confirmed, a password set. */
  said: 'made' | 'confirmed' | 'moved' | 'reset' | undefined
  accounts: readonly Account[]
  carried: string
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t, locale } = useSpeak()
  const form = formState(props.result, { email: props.email })
  const labels = { email: t('sign-in.email'), password: t('sign-in.password') }
  return (
    <PublicShell>
      <ErrorSummary form={form} labels={labels} />
      {props.carried ? (
        <Notice kind="warning">
          <p>{t('sign-in.signed-out')}</p>
        </Notice>
      ) : (
        props.said &&
        !props.result && (
          <Flash>
            <p>{t(`sign-in.${props.said}`)}</p>
          </Flash>
        )
      )}
      <PageHead title={t('sign-in.title')} />
      <Wait seconds={props.wait} />
      <PostForm hidden={{ [MARK]: '1', [CARRIED]: props.carried || undefined }}>
        <TextField
          {...form.field('email')}
          label={labels.email}
          type="email"
          autoComplete="username"
        />
        <TextField
          {...form.field('password')}
          label={labels.password}
          type="password"
          autoComplete="current-password"
        />
        <FormActions>
          <Button>{t('sign-in.button')}</Button>
        </FormActions>
      </PostForm>
      <PasskeyForm
        does="get"
        options={paths.passkeySignIn(locale)}
        hidden={{ [MARK]: '1', [CARRIED]: props.carried || undefined }}
        button={t('passkeys.sign-in')}
        without={t('passkeys.sign-in.without-script')}
      />
      <p>
        <a href={paths.askReset(locale)}>{t('reset.ask.title')}</a>
      </p>
      {!props.carried && (
        <p>
          {t('sign-in.no-account')}{' '}
          <a href={withQuery(paths.signUp(locale), { to: props.to })}>{t('sign-in.sign-up')}</a>
        </p>
      )}
      {props.accounts.length > 0 && (
        <Demonstration accounts={props.accounts} to={props.to} linked={!props.carried} />
      )}
    </PublicShell>
  )
}

/** Each address is a link that fills the form; not while that would lose what is carried. */
function Demonstration(props: { accounts: readonly Account[]; to: string; linked: boolean }) {
  const { t, locale } = useSpeak()
  const filled = (email: string) => withQuery(paths.signIn(locale), { email, to: props.to })
  return (
    <Notice title={t('sign-in.demonstration.title')}>
      <p>{t('sign-in.demonstration.text')}</p>
      <ul className="stack">
        {props.accounts.map(({ email, name, shown }) => (
          <li key={email}>
            {props.linked ? <a href={filled(email)}>{email}</a> : email}
            <br />
            <span className="quiet">
              {name}: {shown}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
