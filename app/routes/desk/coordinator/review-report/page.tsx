import { findings, isFinding } from '#app/domain/milestones/report-state.ts'
import { criteria } from '#app/domain/reviews/rubric.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { Words } from '#app/ui/data/text.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState } from '#app/ui/form/form-state.ts'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { CaseFile } from '#app/ui/reviews/case-file.tsx'
import { findingLabels } from '#app/ui/reviews/finding-fields.tsx'
import { KeptNotes } from '#app/ui/reviews/kept-notes.tsx'
import { currentLook } from '#app/ui/reviews/look.ts'

import { Decided } from './decided.tsx'
import type { Shown } from './shown.ts'
import { Verdict } from './verdict.tsx'
import { Waiting } from './waiting.tsx'

export function ReviewReportPage(props: Shown) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { report, commitment, looks, result } = props
  const labels: Record<string, string> = findingLabels(speech)
  for (const criterion of criteria) {
    labels[`scores.${criterion}.score`] = t(`rubric.${criterion}.question`)
    labels[`scores.${criterion}.note`] = t(`rubric.${criterion}.note`)
  }
  const said = (name: string, value: string) => {
    const finding = findings.find((one) => one === value)
    return name === 'finding' && finding ? t(`status.${finding}`) : value
  }
  const look = currentLook(looks)
  const deciding = look?.kind === 'review' && look.state === 'open' && look.mine
  const file = (
    <CaseFile
      it={props}
      href={paths.commitment(locale, commitment.number ?? '')}
      openHref={(id) => paths.openEvidence(locale, id)}
    />
  )
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.queue(locale)} />
      <ErrorSummary form={formState(result)} labels={labels} />
      <PageHead
        kicker={<StatusMark status={report.state} />}
        title={t('reviewing.title')}
        lead={<Words text={props.milestone.title} />}
      />
      {!deciding && <KeptNotes result={result} labels={labels} said={said} />}
      {isFinding(report.state) ? (
        <div className="stack">
          <Decided {...props} />
          {file}
        </div>
      ) : (
        <div className="case">
          <div className="stack">{file}</div>
          <div className="verdict">
            {deciding ? <Verdict {...props} look={look} /> : <Waiting {...props} look={look} />}
          </div>
        </div>
      )}
      {commitment.number && (
        <p>
          <a href={paths.proposeRedaction(locale, { number: commitment.number })}>
            {t('withholding.start')}
          </a>
        </p>
      )}
    </DeskFrame>
  )
}
