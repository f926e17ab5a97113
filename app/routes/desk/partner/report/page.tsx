import { isFinding } from '#app/domain/milestones/report-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { EvidenceList } from '#app/ui/evidence/evidence-list.tsx'
import { OpenEvidence } from '#app/ui/evidence/open-evidence.tsx'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { doneKey } from '#app/ui/layout/done.ts'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { Receipt } from '#app/ui/log/receipt.tsx'
import { MilestoneRecord } from '#app/ui/milestones/milestone-record.tsx'
import { Reported } from '#app/ui/milestones/reported.tsx'

import { Findings } from './findings.tsx'
import type { Shown } from './shown.ts'
import { Standing } from './standing.tsx'

export function ReportPage(props: Shown) {
  const { t, locale } = useSpeak()
  const { report, commitment, evidence, done } = props
  return (
    <DeskFrame person={props.person} current="desk" flash={done && t(doneKey(done))}>
      <BackLink href={paths.deskCommitment(locale, commitment.id)} />
      <PageHead title={t('report.title')} kicker={<StatusMark status={report.state} />} />
      <Standing {...props} />
      <div className="stack">
        <Findings {...props} />
        <MilestoneRecord
          milestone={props.milestone}
          commitment={commitment}
          lastReviewed={props.findings.length > 0 ? null : props.lastReviewed}
          href={paths.deskCommitment(locale, commitment.id)}
        />
        <Rounds {...props} />
        {props.rounds.length > 0 && evidence.length > 0 && (
          <section>
            <h2>{t('evidence.title')}</h2>
            <EvidenceList items={evidence} action={(item) => <OpenEvidence item={item} />} />
          </section>
        )}
        {isFinding(report.state) && report.state !== 'achieved' && <Again {...props} />}
      </div>
    </DeskFrame>
  )
}

function Rounds({ rounds, milestone }: Shown) {
  const { t, dateTime } = useSpeak()
  if (rounds.length === 0) return null
  return (
    <section>
      <h2>{t('report.rounds.title')}</h2>
      {rounds.toReversed().map(({ round, content, at, entry }, place) => (
        <details key={round} className="mbe-3" open={place === 0}>
          <summary>
            {t(round === 1 ? 'report.rounds.first' : 'report.rounds.again', { at: dateTime(at) })}
          </summary>
          <div className="mbs-3">
            <Reported content={content} unit={milestone.unit} />
            <Receipt entry={entry} />
          </div>
        </details>
      ))}
    </section>
  )
}

function Again({ milestone, commitment }: Shown) {
  const { t, locale } = useSpeak()
  if (commitment.state !== 'published') return null
  return (
    <section>
      <h2>{t('report.again.title')}</h2>
      <p>{t('report.again.text')}</p>
      <FormActions>
        <ButtonLink kind="secondary" href={paths.draftReport(locale, milestone.id)}>
          {t('report.again.button')}
        </ButtonLink>
      </FormActions>
    </section>
  )
}
