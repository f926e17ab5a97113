import type { ReviewCase } from '#app/db/read/reviews.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { FindingFields, findingLabels } from '#app/ui/reviews/finding-fields.tsx'
import { FindingRecord } from '#app/ui/reviews/finding-record.tsx'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'
import { currentLook, decidedLooks } from '#app/ui/reviews/look.ts'

type Props = ReviewCase & { person: DeskPerson; result: FormResult | undefined }

export function CorrectFindingPage(props: Props) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { report, looks, rounds, milestone, result } = props
  const labels = findingLabels(speech)
  const form = formState(result)
  const stands = decidedLooks(looks).at(-1)
  const claimed = rounds.find(({ round }) => round === stands?.round)?.content.value ?? null
  const shut = !stands
    ? t('correcting.nothing')
    : currentLook(looks)
      ? t('correcting.already')
      : undefined
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.reviewReport(locale, report.id)}>{t('returning.case')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        kicker={<Words text={milestone.title} />}
        title={t('correcting.title')}
        lead={t('correcting.lead')}
      />
      <div className="stack">
        {stands && (
          <FindingRecord
            title={t('confirming.stands')}
            found={stands}
            claimed={claimed}
            milestone={milestone}
          />
        )}
        {shut ? (
          <>
            <Notice title={shut}>
              <a href={paths.reviewReport(locale, report.id)}>{t('returning.case')}</a>
            </Notice>
            <KeptNotes result={result} labels={labels} />
          </>
        ) : (
          <PostForm>
            <Notice title={t('correcting.two')} />
            <FindingFields
              form={form}
              unit={milestone.unit}
              claimed={claimed}
              reasonsHint={t('correcting.reasons.hint')}
            />
            <FormActions>
              <Button>{t('correcting.button')}</Button>
            </FormActions>
          </PostForm>
        )}
      </div>
    </DeskFrame>
  )
}
