import type { findingToReplyTo } from '#app/db/read/reports.server.ts'
import { stancesOnFinding } from '#app/domain/reviews/reply.ts'
import type { Day } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { LanguageSelect, Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult, type FormState } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { FindingRecord } from '#app/ui/reviews/finding-record.tsx'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'

type Shown = NonNullable<Awaited<ReturnType<typeof findingToReplyTo>>>
type Props = Shown & { person: DeskPerson; today: Day; result: FormResult | undefined }

export function ReplyToFindingPage(props: Props) {
  const { t, locale, date } = useSpeak()
  const { finding, rounds, today, result } = props
  const form = formState(result, { lang: props.commitment.lang })
  const labels = {
    stance: t('reply.stance'),
    lang: t('reporting.lang'),
    text: t('reply.text'),
  }
  const until = { date: date(finding.replyUntil ?? today) }
  const over = finding.replyUntil !== null && today > finding.replyUntil
  const shut = finding.reply
    ? t('reply.made')
    : over
      ? t('reply.closed', until)
      : props.mayReply
        ? undefined
        : t('reply.focal-point')
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={paths.report(locale, props.report.id)} />
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        title={t('reply.title')}
        lead={!shut && `${t('reply.lead')} ${t('reply.until', until)}`}
      />
      <div className="stack">
        {shut && <Notice title={shut} />}
        <FindingRecord
          title={t('report.finding.title')}
          found={finding}
          claimed={rounds.find(({ round }) => round === finding.round)?.content.value ?? null}
          milestone={props.milestone}
        />
        {shut ? (
          <KeptNotes result={result} labels={labels} />
        ) : (
          <Fields form={form} labels={labels} />
        )}
      </div>
    </DeskFrame>
  )
}

function Fields(props: {
  form: FormState
  labels: { stance: string; lang: string; text: string }
}) {
  const { t } = useSpeak()
  const { form, labels } = props
  return (
    <PostForm>
      <Radios
        {...form.field('stance')}
        label={labels.stance}
        options={stancesOnFinding.map((value) => ({
          value,
          label: t(`reply.stance.${value}`),
          ...(value === 'disputes' && { hint: t('reply.stance.disputes.hint') }),
        }))}
      />
      <LanguageSelect {...form.field('lang')} label={labels.lang} />
      <TextArea
        {...form.field('text')}
        label={labels.text}
        rows={8}
        max={4000}
        lang={form.field('lang').value || undefined}
      />
      <FormActions>
        <Button>{t('reply.button')}</Button>
      </FormActions>
    </PostForm>
  )
}
