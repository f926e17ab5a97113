import type { ReportPage } from '#app/db/read/reports.server.ts'
import { nextReportState } from '#app/domain/milestones/report-state.ts'
import { reachedAnswers } from '#app/domain/milestones/report.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { hintWith } from '#app/ui/commitments/questions.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { LanguageSelect, Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { fieldId, formState, type FormResult, type FormState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { DateField, NumberField, TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { MilestoneRecord } from '#app/ui/milestones/milestone-record.tsx'
import { reportLabels } from '#app/ui/milestones/report-words.ts'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'
import { Questions } from '#app/ui/reviews/questions.tsx'

import { Doubts } from './doubts.tsx'

type Props = ReportPage & {
  person: DeskPerson
  result: FormResult | undefined
  doubts: readonly string[]
  claimed: number | null
}

export function ReportMilestonePage(props: Props) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { report, commitment, questions, result } = props
  if (result && props.doubts.length > 0)
    return (
      <DeskFrame person={props.person} current="desk">
        <Doubts {...props} typed={result.initialValue ?? {}} />
      </DeskFrame>
    )

  const open = nextReportState(report.state, 'edit') !== undefined
  const form = formState(result, {
    lang: commitment.lang,
    ...report.content,
    value: report.content?.value ?? '',
  })
  const labels = { ...reportLabels(speech), lang: t('reporting.lang') }
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={paths.report(locale, report.id)} />
      <ErrorSummary form={form} labels={labels} />
      <PageHead kicker={open && t('reporting.step', { n: 1 })} title={t('reporting.edit.title')} />
      <MilestoneRecord
        milestone={props.milestone}
        commitment={commitment}
        lastReviewed={props.lastReviewed}
        href={paths.deskCommitment(locale, commitment.id)}
      />
      {open && questions.length > 0 && (
        <Notice kind="warning" title={t('reporting.edit.returned')}>
          <p>{t('reporting.edit.returned.text')}</p>
          <Questions
            questions={questions}
            href={(field) =>
              field === 'evidence' ? paths.attachEvidence(locale, report.id) : `#${fieldId(field)}`
            }
          />
        </Notice>
      )}
      {open ? (
        <Fields {...props} form={form} labels={labels} />
      ) : (
        <>
          <Notice title={t('hand-in.closed')}>
            <a href={paths.report(locale, report.id)}>{t('hand-in.closed.link')}</a>
          </Notice>
          <KeptNotes result={result} labels={labels} />
        </>
      )}
    </DeskFrame>
  )
}

function Fields(props: Props & { form: FormState; labels: Record<string, string> }) {
  const { t } = useSpeak()
  const { form, questions } = props
  const field = (name: string, hint?: string) => ({
    ...form.field(name),
    label: props.labels[name] ?? name,
    ...hintWith(questions, name, hint),
  })
  const lang = form.field('lang').value || undefined
  return (
    <div className="mbs-7">
      <PostForm>
        <Radios
          {...field('reached')}
          options={reachedAnswers.map((value) => ({
            value,
            label: t(`reporting.reached.${value}`),
          }))}
        />
        <NumberField
          {...field('value', t('reporting.edit.value.hint'))}
          unit={props.milestone.unit}
        />
        <DateField {...field('measuredOn')} />
        <LanguageSelect {...field('lang', t('reporting.edit.language'))} />
        <TextArea
          {...field('happened', t('reporting.edit.happened.hint'))}
          rows={8}
          max={6000}
          lang={lang}
        />
        <TextArea
          {...field('behindReason', t('reporting.edit.behind.hint'))}
          rows={4}
          max={2000}
          lang={lang}
        />
        <TextArea
          {...field('next', t('reporting.edit.next.hint'))}
          rows={4}
          max={2000}
          lang={lang}
          optional
        />
        <FormActions>
          <Button>{t('form.continue')}</Button>
          <Button kind="secondary" name="intent" value="leave">
            {t('form.save')}
          </Button>
        </FormActions>
      </PostForm>
    </div>
  )
}
