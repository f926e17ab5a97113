import type { ReportPage } from '#app/db/read/reports.server.ts'
import { nextReportState } from '#app/domain/milestones/report-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Words } from '#app/ui/data/text.tsx'
import { EvidenceList } from '#app/ui/evidence/evidence-list.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Checkboxes } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { fieldId, formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { reportLabels } from '#app/ui/milestones/report-words.ts'
import { Reported } from '#app/ui/milestones/reported.tsx'

type Props = ReportPage & { person: DeskPerson; result: FormResult | undefined }

export function SubmitReportPage(props: Props) {
  const { t, locale } = useSpeak()
  const { report } = props
  const open = nextReportState(report.state, 'submit') !== undefined
  const form = formState(props.result)
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink
        href={open ? paths.attachEvidence(locale, report.id) : paths.report(locale, report.id)}
      />
      <ErrorSummary form={form} labels={{ confirmed: t('hand-in.confirm.label') }} />
      <PageHead
        kicker={open && t('reporting.step', { n: 3 })}
        title={t('hand-in.title')}
        lead={open && <Words text={props.milestone.title} />}
      />
      {open ? (
        <Answers {...props} />
      ) : (
        <Notice title={t('hand-in.closed')}>
          <a href={paths.report(locale, report.id)}>{t('hand-in.closed.link')}</a>
        </Notice>
      )}
    </DeskFrame>
  )
}

function Answers(props: Props) {
  const { t, locale, words } = useSpeak()
  const { report, evidence, lacks } = props
  const form = formState(props.result)
  const edit = paths.reportMilestone(locale, report.id)
  if (lacks.length > 0 || !report.content) return <Lacks lacks={lacks} edit={edit} />
  return (
    <div className="stack">
      <h2>{t('hand-in.answers')}</h2>
      <Reported
        content={report.content}
        unit={props.milestone.unit}
        change={(field) => `${edit}#${fieldId(field)}`}
      />
      <h2>{t('hand-in.evidence')}</h2>
      {evidence.length === 0 ? (
        <Empty title={t('evidence.none')} />
      ) : (
        <EvidenceList items={evidence} />
      )}
      <p>
        <a href={paths.attachEvidence(locale, report.id)}>{t('hand-in.evidence.change')}</a>
      </p>
      <section>
        <h2>{t('hand-in.sign')}</h2>
        <p className="prose mbe-4">{t('hand-in.lead')}</p>
        <PostForm>
          <Checkboxes
            {...form.field('confirmed')}
            label={t('hand-in.confirm.label')}
            options={[
              {
                value: 'on',
                label: t('hand-in.confirm', { organisation: words(props.organisation.names).text }),
              },
            ]}
          />
          <FormActions>
            <Button>{t('hand-in.button')}</Button>
          </FormActions>
        </PostForm>
      </section>
    </div>
  )
}

function Lacks({ lacks, edit }: { lacks: ReportPage['lacks']; edit: string }) {
  const speech = useSpeak()
  const { t, code } = speech
  const labels: Record<string, string> = { ...reportLabels(speech), lang: t('reporting.lang') }
  return (
    <Notice kind="warning" title={t('hand-in.incomplete')}>
      <p>{t('hand-in.incomplete.text')}</p>
      <ul>
        {lacks.map((lack) => (
          <li key={lack.field}>
            <a href={`${edit}#${fieldId(lack.field)}`}>{code(lack.code, labels[lack.field])}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
