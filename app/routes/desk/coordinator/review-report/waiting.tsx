import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { PostForm } from '#app/ui/form/post-form.tsx'
import type { LookShown } from '#app/ui/reviews/look.ts'

import type { Shown } from './shown.ts'

/** A case that is not in this coordinator's hands: whose it is, and how it could be theirs. */
export function Waiting({ report, look }: Shown & { look: LookShown | undefined }) {
  const { t, locale, date, dateTime } = useSpeak()
  if (report.state === 'returned')
    return (
      <>
        <h2>{t('reviewing.returned', { date: date(report.returnedAt ?? new Date(0)) })}</h2>
        <p className="mbs-3">{t('reviewing.returned.text')}</p>
      </>
    )
  if (!look)
    return (
      <>
        <h2>{t('reviewing.waiting')}</h2>
        <p className="mbs-3">{t('reviewing.waiting.text')}</p>
        <PostForm hidden={{ intent: 'take' }}>
          <FormActions>
            <Button>{t('reviewing.take')}</Button>
          </FormActions>
        </PostForm>
      </>
    )
  const who = { name: look.coordinator, at: dateTime(look.openedAt) }
  if (look.state === 'proposed')
    return look.mine ? (
      <h2>{t('reviewing.proposed.mine')}</h2>
    ) : (
      <>
        <h2>{t('reviewing.proposed', who)}</h2>
        <FormActions>
          <ButtonLink href={paths.confirmFinding(locale, report.id)}>
            {t('reviewing.proposed.look')}
          </ButtonLink>
        </FormActions>
      </>
    )
  return (
    <>
      <h2>{t('reviewing.held', who)}</h2>
      <p className="mbs-3">{t('reviewing.held.text')}</p>
      <PostForm hidden={{ intent: 'take-over', review: look.id }}>
        <FormActions>
          <Button kind="secondary">{t('reviewing.take-over')}</Button>
        </FormActions>
      </PostForm>
    </>
  )
}
