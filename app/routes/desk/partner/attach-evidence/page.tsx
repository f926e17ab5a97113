import type { ReportPage } from '#app/db/read/reports.server.ts'
import { endingsTaken } from '#app/domain/evidence/evidence.ts'
import { nextReportState } from '#app/domain/milestones/report-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, serverPaths } from '#app/paths.ts'
import { EvidenceList } from '#app/ui/evidence/evidence-list.tsx'
import { OpenEvidence } from '#app/ui/evidence/open-evidence.tsx'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { FileField, TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { Questions } from '#app/ui/reviews/questions.tsx'

import { Described, describedLabels } from './described.tsx'

type Props = ReportPage & {
  person: DeskPerson
  upload: FormResult
  link: FormResult | undefined
  /** Whether a virus scanner looks at what is uploaded. */
  scanned: boolean
}

export function AttachEvidencePage(props: Props) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { report, evidence } = props
  const open = nextReportState(report.state, 'edit') !== undefined
  const file = formState(props.upload, { lang: props.commitment.lang, access: 'public' })
  const link = formState(
    props.link,
    { lang: props.commitment.lang, access: 'public', kind: 'link' },
    'link',
  )
  const labels = {
    ...describedLabels(speech),
    file: t('evidence.file.label'),
    kind: t('evidence.link.kind'),
    url: t('evidence.link.url'),
  }
  const scanned = props.scanned ? 'yes' : 'no'
  const asked = props.questions.filter((question) => question.field === 'evidence')
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink
        href={open ? paths.reportMilestone(locale, report.id) : paths.report(locale, report.id)}
      />
      <ErrorSummary
        form={{ problems: props.link ? link.problems : file.problems }}
        labels={labels}
      />
      <PageHead
        kicker={open && t('reporting.step', { n: 2 })}
        title={t('evidence.title')}
        lead={t('evidence.lead')}
      />
      {asked.length > 0 && (
        <Notice kind="warning" title={t('reporting.edit.returned')}>
          <Questions questions={asked} />
        </Notice>
      )}
      <div className="stack">
        <h2>{t('evidence.list')}</h2>
        {evidence.length === 0 ? (
          <Empty title={t('evidence.none')}>
            <p>{t('evidence.none.text')}</p>
          </Empty>
        ) : (
          <EvidenceList items={evidence} action={(item) => <Does item={item} open={open} />} />
        )}
        {open && (
          <>
            <section>
              <h2>{t('evidence.file.title')}</h2>
              <p className="prose">{t('evidence.file.lead', { scanned })}</p>
              <p className="prose">{t('evidence.file.scan', { scanned })}</p>
              <p className="prose">{t('evidence.file.remade')}</p>
              <p className="prose mbe-5">{t('evidence.file.personal')}</p>
              <PostForm files action={serverPaths.uploadEvidence(locale, report.id)}>
                <Described form={file} />
                <FileField
                  {...file.field('file')}
                  label={labels.file}
                  accept={endingsTaken(props.scanned)
                    .map((ending) => `.${ending}`)
                    .join(',')}
                />
                <FormActions>
                  <Button kind="secondary">{t('evidence.file.button')}</Button>
                </FormActions>
              </PostForm>
            </section>
            <details className="mbs-7" open={link.failed}>
              <summary>{t('evidence.link.title')}</summary>
              <p className="prose mbs-4 mbe-5">{t('evidence.link.lead')}</p>
              <PostForm
                hidden={{ intent: 'link' }}
                action={paths.attachEvidence(locale, report.id)}
              >
                <Radios
                  {...link.field('kind')}
                  label={labels.kind}
                  options={(['link', 'dataset'] as const).map((value) => ({
                    value,
                    label: t(`evidence.link.kind.${value}`),
                  }))}
                />
                <TextField {...link.field('url')} label={labels.url} type="url" inputMode="url" />
                <Described form={link} />
                <FormActions>
                  <Button kind="secondary">{t('evidence.link.button')}</Button>
                </FormActions>
              </PostForm>
            </details>
            <section>
              <hr />
              <FormActions>
                <ButtonLink href={paths.submitReport(locale, report.id)}>
                  {t(evidence.length > 0 ? 'evidence.continue' : 'evidence.continue.without')}
                </ButtonLink>
              </FormActions>
            </section>
          </>
        )}
      </div>
    </DeskFrame>
  )
}

function Does({ item, open }: { item: ReportPage['evidence'][number]; open: boolean }) {
  const { t } = useSpeak()
  return (
    <>
      <OpenEvidence item={item} />
      {open && item.round === null && (
        <PostForm hidden={{ intent: 'remove', evidence: item.id }}>
          <button type="submit" className="as-link">
            {t('evidence.remove')} <span className="visually-hidden">{item.title}</span>
          </button>
        </PostForm>
      )}
      {open && item.round !== null && (
        <span className="small quiet">{t('evidence.handed-in')}</span>
      )}
    </>
  )
}
