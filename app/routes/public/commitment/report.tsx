import type { RecordMilestone, RecordReport } from '#app/db/read/record-milestones.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { Bullet } from '#app/ui/charts/bullet.tsx'
import { Claimed } from '#app/ui/data/claimed.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { WithMarks } from '#app/ui/data/withheld.tsx'

import { EvidenceList } from './evidence.tsx'
import { Finding } from './finding.tsx'

type Round = RecordReport['rounds'][number]

/** One report: both values, what happened, what backs it, what was found, and the reply. */
export function Reported(props: {
  report: RecordReport
  milestone: RecordMilestone
  /** In a long plan only the values are shown at once. */
  folded?: boolean
}) {
  const { t } = useSpeak()
  const { report, milestone } = props
  const [latest] = report.rounds
  const [finding] = report.findings
  if (!latest) return null
  const values = { claimed: latest.content.value, reviewed: finding?.reviewedValue }
  return (
    <div className="report">
      <Bullet target={milestone.target} baseline={milestone.baseline} {...values} />
      <p>
        <Claimed {...values} unit={milestone.unit} />
      </p>
      {props.folded ? (
        <details>
          <summary>{t('record.report-whole')}</summary>
          <div className="report">
            <Body report={report} milestone={milestone} />
          </div>
        </details>
      ) : (
        <Body report={report} milestone={milestone} />
      )}
    </div>
  )
}

function Body({ report, milestone }: { report: RecordReport; milestone: RecordMilestone }) {
  const { t } = useSpeak()
  const [latest, ...earlier] = report.rounds
  const [finding, ...replaced] = report.findings
  return (
    <>
      {latest && <RoundText round={latest} />}
      <EvidenceList evidence={report.evidence} />
      {latest && <Questions round={latest} />}
      {finding && <Finding finding={finding} />}
      {replaced.length > 0 && (
        <details>
          <summary>{t('record.replaced-findings', { n: replaced.length })}</summary>
          {replaced.map((one) => (
            <Finding key={one.id} finding={one} />
          ))}
        </details>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('record.earlier-rounds', { n: earlier.length })}</summary>
          {earlier.map((round) => (
            <div key={round.round} className="report">
              <p>
                <Claimed claimed={round.content.value} unit={milestone.unit} />
              </p>
              <RoundText round={round} />
              <Questions round={round} />
            </div>
          ))}
        </details>
      )}
    </>
  )
}

function RoundText({ round }: { round: Round }) {
  const { t, date } = useSpeak()
  const { content, at } = round
  return (
    <>
      <p className="small quiet">
        {t('record.reported-on', { day: date(at), measured: date(content.measuredOn) })}{' '}
        {t(`record.reached.${content.reached}`)}
      </p>
      <Foreign lang={content.lang} text={content.happened} as="div" />
      {content.behindReason && (
        <Said term={t('record.behind-reason')} lang={content.lang} text={content.behindReason} />
      )}
      {content.next && (
        <Said term={t('record.what-next')} lang={content.lang} text={content.next} />
      )}
    </>
  )
}

function Said(props: { term: string; lang: string; text: string }) {
  return (
    <div className="said">
      <p className="small quiet">{props.term}</p>
      <Foreign lang={props.lang} text={props.text} as="div" />
    </div>
  )
}

/** What a coordinator asked when the report was sent back. */
function Questions({ round }: { round: Round }) {
  const { t } = useSpeak()
  if (round.questions.length === 0) return null
  return (
    <div className="said">
      <p className="small quiet">{t('record.questions')}</p>
      <ul className="prose">
        {round.questions.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <WithMarks text={text} />
          </li>
        ))}
      </ul>
    </div>
  )
}
