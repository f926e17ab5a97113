import type { milestoneToReport } from '#app/db/read/reports.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { MilestoneRecord } from '#app/ui/milestones/milestone-record.tsx'

type Shown = NonNullable<Awaited<ReturnType<typeof milestoneToReport>>>

export function DraftReportPage(
  props: Shown & { person: DeskPerson; refused: string | undefined },
) {
  const { t, locale } = useSpeak()
  const { commitment, refused } = props
  const form = formState(refused ? { error: { '': [refused] } } : undefined)
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={paths.deskCommitment(locale, commitment.id)} />
      <ErrorSummary form={form} />
      <PageHead title={t('reporting.start.title')} />
      <div className="stack">
        <MilestoneRecord
          milestone={props.milestone}
          commitment={commitment}
          lastReviewed={props.lastReviewed}
          href={paths.deskCommitment(locale, commitment.id)}
        />
        <WhatNow {...props} />
      </div>
    </DeskFrame>
  )
}

function WhatNow(props: Shown) {
  const { t, locale } = useSpeak()
  if (props.openReportId)
    return (
      <Notice title={t('reporting.start.open')}>
        <FormActions>
          <ButtonLink href={paths.report(locale, props.openReportId)}>
            {t('reporting.start.go-on')}
          </ButtonLink>
        </FormActions>
      </Notice>
    )
  if (props.achieved) return <Notice title={t('reporting.start.achieved')} />
  if (props.commitment.state !== 'published') return <Notice title={t('reporting.start.closed')} />
  return (
    <>
      <section>
        <h2>{t('reporting.start.asks')}</h2>
        <ul className="prose">
          <li>{t('reporting.start.asks.answers')}</li>
          <li>{t('reporting.start.asks.reason')}</li>
          <li>{t('reporting.start.asks.evidence')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('reporting.start.then')}</h2>
        <ul className="prose">
          <li>{t('reporting.start.then.public')}</li>
          <li>{t('reporting.start.then.review')}</li>
          <li>{t('reporting.start.then.reply', { n: props.replyWithinDays })}</li>
        </ul>
        <PostForm>
          <FormActions>
            <Button>{t('reporting.start.button')}</Button>
          </FormActions>
        </PostForm>
      </section>
    </>
  )
}
