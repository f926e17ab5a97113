import { bearsNoSign } from '#app/domain/shared/written.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { serverPaths } from '#app/paths.ts'

import type { EvidenceShown } from './evidence-list.tsx'

/** The way to a piece, for the organisation it belongs to. */
export function OpenEvidence({ item }: { item: EvidenceShown & { url: string | null } }) {
  const { t, locale } = useSpeak()
  // An address that lost words leads nowhere.
  if (item.state === 'withheld' || !bearsNoSign(item.url ?? '')) return null
  return item.url === null ? (
    <a href={serverPaths.deskFile(locale, item.id)}>
      {t('evidence.download')} <span className="visually-hidden">{item.title}</span>
    </a>
  ) : (
    <a href={item.url} rel="noopener noreferrer nofollow">
      {t('evidence.open-link')} <span className="visually-hidden">{item.title}</span>
    </a>
  )
}
