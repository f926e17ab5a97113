import type { ReviewCase } from '#app/db/read/reviews.server.ts'
import { reportFields } from '#app/domain/milestones/report.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Words } from '#app/ui/data/text.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Select } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { reportLabels } from '#app/ui/milestones/report-words.ts'
import { Reported } from '#app/ui/milestones/reported.tsx'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'
import { currentLook } from '#app/ui/reviews/look.ts'

type Props = ReviewCase & {
  person: DeskPerson
  result: FormResult | undefined
  /** How many questions there is room for. */
  rows: number
}

export function ReturnReportPage(props: Props) {
  const { t, locale } = useSpeak()
  const { report, looks, result } = props
  const look = currentLook(looks)
  const form = formState(result)
  const labels = {
    'questions[].field': t('returning.about'),
    'questions[].text': t('returning.text'),
  }
  const mine = look?.kind === 'review' && look.state === 'open' && look.mine
  const typed = Object.fromEntries(
    Array.from({ length: props.rows }, (_, place) => [
      `questions[${place}].text`,
      t('returning.question', { n: place + 1 }),
    ]),
  )
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.reviewReport(locale, report.id)}>{t('returning.case')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        kicker={<Words text={props.milestone.title} />}
        title={t('returning.title')}
        lead={t('returning.lead')}
      />
      {mine ? (
        <Ask {...props} reviewId={look.id} labels={labels} />
      ) : (
        <>
          <Notice title={t('returning.closed')}>
            <a href={paths.reviewReport(locale, report.id)}>{t('returning.case')}</a>
          </Notice>
          <KeptNotes result={result} labels={typed} />
        </>
      )}
    </DeskFrame>
  )
}

function Ask(props: Props & { reviewId: string; labels: Record<string, string> }) {
  const speech = useSpeak()
  const { t } = speech
  const latest = props.rounds.at(-1)
  const form = formState(props.result)
  const about = reportLabels(speech)
  return (
    <>
      {latest && (
        <details className="mbe-6">
          <summary>{t('reviewing.claim')}</summary>
          <Reported content={latest.content} unit={props.milestone.unit} />
        </details>
      )}
      <PostForm hidden={{ review: props.reviewId }}>
        {Array.from({ length: props.rows }, (_, place) => (
          <fieldset key={place} className="mbe-6">
            <legend className="mbe-3">{t('returning.question', { n: place + 1 })}</legend>
            <Select
              {...form.field(`questions[${place}].field`)}
              label={props.labels['questions[].field'] ?? ''}
              options={reportFields.map((value) => ({ value, label: about[value] }))}
            />
            <TextArea
              {...form.field(`questions[${place}].text`)}
              label={props.labels['questions[].text'] ?? ''}
              rows={3}
              max={1000}
            />
          </fieldset>
        ))}
        <Button kind="secondary" name="intent" value="add-questions">
          {t('returning.add')}
        </Button>
        <FormActions>
          <Button>{t('returning.button')}</Button>
        </FormActions>
      </PostForm>
    </>
  )
}
