import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { FindingRecord } from '#app/ui/reviews/finding-record.tsx'
import { currentLook, decidedLooks } from '#app/ui/reviews/look.ts'

import type { Shown } from './shown.ts'

/** What was found, newest first, and the way to correct it. */
export function Decided(props: Shown) {
  const { t, locale } = useSpeak()
  const { looks, rounds, report } = props
  const correction = currentLook(looks)
  return (
    <>
      {correction && (
        <Notice
          title={
            correction.mine
              ? t('reviewing.proposed.correction.mine')
              : t('reviewing.proposed.correction', { name: correction.coordinator })
          }
        >
          {!correction.mine && (
            <FormActions>
              <ButtonLink href={paths.confirmFinding(locale, report.id)}>
                {t('reviewing.proposed.look')}
              </ButtonLink>
            </FormActions>
          )}
        </Notice>
      )}
      {decidedLooks(looks)
        .toReversed()
        .map((look, place) => (
          <FindingRecord
            key={look.id}
            title={t(
              look.kind === 'correction' ? 'report.correction.title' : 'report.finding.title',
            )}
            found={look}
            claimed={rounds.find(({ round }) => round === look.round)?.content.value ?? null}
            milestone={props.milestone}
          >
            {place > 0 && <p>{t('report.finding.replaced')}</p>}
            {place === 0 && !correction && (
              <p>
                <a href={paths.correctFinding(locale, report.id)}>{t('reviewing.correct')}</a>
              </p>
            )}
          </FindingRecord>
        ))}
    </>
  )
}
