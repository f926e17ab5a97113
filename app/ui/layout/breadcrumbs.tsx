import { useSpeak } from '#app/i18n/speak.tsx'

/** The way here, without the page itself. */
export function Breadcrumbs({ trail }: { trail: readonly { href: string; label: string }[] }) {
  const { t } = useSpeak()
  return (
    <nav className="breadcrumbs" aria-label={t('nav.breadcrumbs')}>
      <ol>
        {trail.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function BackLink({ href, children }: { href: string; children?: string }) {
  const { t } = useSpeak()
  return (
    <p className="back">
      <a href={href}>
        <span className="arrow" aria-hidden="true">
          ←
        </span>
        {children ?? t('nav.back')}
      </a>
    </p>
  )
}
