import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

/** The two lists of an audit: what was done, and what was refused. */
export function Tabs({ current }: { current: 'acts' | 'refused' }) {
  const { t, locale } = useSpeak()
  const tabs = [
    { tab: 'acts', href: paths.audit(locale) },
    { tab: 'refused', href: paths.refusedAttempts(locale) },
  ] as const
  return (
    <nav aria-label={t('audit.tabs')} className="marks mbe-6">
      {tabs.map(({ tab, href }) => (
        <a key={tab} href={href} aria-current={tab === current ? 'page' : undefined}>
          {t(`audit.${tab}`)}
        </a>
      ))}
    </nav>
  )
}
