import { browserOf } from '#app/domain/accounts/browser.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

/** A browser by its own name and its system's, as far as it says them. */
export function BrowserName({ agent }: { agent: string | null }) {
  const { t } = useSpeak()
  const { browser, system } = browserOf(agent)
  if (browser && system) return <>{t('account.browser.on', { browser, system })}</>
  return <>{browser ?? system ?? t('account.browser.unknown')}</>
}

/** The network address something came from. */
export function Network({ address }: { address: string | null }) {
  const { t } = useSpeak()
  return address === null ? (
    <span className="quiet">{t('account.network.unknown')}</span>
  ) : (
    <bdi dir="ltr">{address}</bdi>
  )
}
