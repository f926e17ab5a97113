import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'

import { Mismatch } from './mismatch.tsx'
import { Withholdings } from './withholdings.tsx'

/** What must be known before anything else is read: tampered with, withdrawn, imported, invented. */
export function Banners({ page }: { page: Record }) {
  const { t, date } = useSpeak()
  const { provenance, terms } = page
  return (
    <>
      <Mismatch problems={page.integrity} />
      {page.state === 'withdrawn' && (
        <Notice
          kind="warning"
          title={t('record.withdrawn', { day: page.endedAt ? date(page.endedAt) : '' })}
        >
          <Foreign lang={terms.lang} text={page.endReason} as="p" />
          <p className="small">{t('record.withdrawn.text')}</p>
        </Notice>
      )}
      <Withholdings redactions={page.redactions} />
      {provenance && (
        <Notice title={t('record.imported')}>
          <p>
            {t('record.imported.text', {
              title: provenance.title,
              publisher: provenance.publisher,
              licence: provenance.licence,
            })}
          </p>
          <p>{t('record.imported.silence')}</p>
          <p className="small">
            {provenance.notice}{' '}
            {provenance.url && (
              <a href={provenance.url} rel="noopener noreferrer">
                {t('record.imported.source')}
              </a>
            )}
          </p>
        </Notice>
      )}
      {page.invented && <Notice title={t('invented.title')}>{t('invented.commitment')}</Notice>}
    </>
  )
}
