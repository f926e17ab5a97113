import { ADMINISTRATOR_PASSWORD_CHARACTERS } from '#app/domain/accounts/password.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import type { FormResult } from '#app/ui/form/form-state.ts'
import { NewAccount } from '#app/ui/form/new-account.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

export function FirstRunPage({ result }: { result: FormResult | undefined }) {
  const { t } = useSpeak()
  return (
    <PublicShell>
      <NewAccount
        title={t('first-run.title')}
        lead={t('first-run.lead')}
        button={t('first-run.button')}
        least={ADMINISTRATOR_PASSWORD_CHARACTERS}
        result={result}
      />
    </PublicShell>
  )
}
