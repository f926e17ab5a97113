import { PASSWORD_CHARACTERS } from '#app/domain/accounts/password.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'
import type { FormResult } from '#app/ui/form/form-state.ts'
import { NewAccount } from '#app/ui/form/new-account.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

export function SignUpPage({
  to,
  result,
  wait,
}: {
  to: string
  result: FormResult | undefined
  wait: number | undefined
}) {
  const { t, locale } = useSpeak()
  return (
    <PublicShell>
      <NewAccount
        title={t('sign-up.title')}
        lead={t('sign-up.lead')}
        button={t('sign-up.button')}
        least={PASSWORD_CHARACTERS}
        result={result}
        wait={wait}
      />
      <p>
        {t('sign-up.have-account')}{' '}
        <a href={withQuery(paths.signIn(locale), { to })}>{t('sign-in.title')}</a>
      </p>
    </PublicShell>
  )
}
