import type { RecordReport } from '#app/db/read/record-milestones.server.ts'
import { criteria } from '#app/domain/reviews/rubric.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { WithMarks } from '#app/ui/data/withheld.tsx'

type Found = RecordReport['findings'][number]

/** What coordinators found and why, with the organisation's answer beside it. */
export function Finding({ finding: found }: { finding: Found }) {
  const { t, date } = useSpeak()
  const { finding, kind, people, decidedAt, reasons } = found
  return (
    <div className="finding">
      <div>
        <p className="marks">
          <b>{t(kind === 'correction' ? 'record.finding.correction' : 'record.finding.title')}</b>
          {finding && <StatusMark status={finding} compact />}
        </p>
        <div className="prose">
          {reasons.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph} dir="auto">
              <WithMarks text={paragraph} />
            </p>
          ))}
        </div>
        <p className="small quiet">
          {decidedAt && t('record.finding.decided', { day: date(decidedAt), people })}
        </p>
        <Scores found={found} />
      </div>
      <Reply found={found} />
    </div>
  )
}

const steps = [0, 1, 2, 3] as const
const inRange = (score: number) => steps.find((step) => step === score) ?? 0

function Scores({ found: { scores } }: { found: Found }) {
  const { t } = useSpeak()
  if (!scores) return null
  return (
    <details className="small">
      <summary>{t('record.finding.scores')}</summary>
      <dl className="terms">
        {criteria.map((criterion) => (
          <div key={criterion}>
            <dt>{t(`rubric.${criterion}.question`)}</dt>
            <dd>
              {t('record.finding.score', { score: scores[criterion].score })}{' '}
              {t(`rubric.${criterion}.${inRange(scores[criterion].score)}`)}
              {scores[criterion].note && (
                <p dir="auto">
                  <WithMarks text={scores[criterion].note} />
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Reply({ found }: { found: Found }) {
  const { t, date } = useSpeak()
  const { stance, replyText, replyLang, repliedAt } = found
  if (!stance || !replyText || !replyLang || !repliedAt) return null
  return (
    <div className="reply">
      <p>
        <b>{t(stance === 'disputes' ? 'record.reply.disputes' : 'record.reply.accepts')}</b>
      </p>
      <Foreign lang={replyLang} text={replyText} as="div" />
      <p className="small quiet">{t('record.reply.on', { day: date(repliedAt) })}</p>
    </div>
  )
}
