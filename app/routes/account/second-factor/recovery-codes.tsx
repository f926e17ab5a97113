import { useSpeak } from '#app/i18n/speak.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'

/** Shown this once: what is kept of them opens nothing. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useSpeak()
  return (
    <>
      <Notice kind="warning" title={t('factor.codes.title')}>
        <p>{t('factor.codes.text')}</p>
      </Notice>
      <ul className="plain">
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={next}>{t('factor.codes.kept')}</a>
      </p>
    </>
  )
}
