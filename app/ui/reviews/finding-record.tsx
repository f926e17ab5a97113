import type { ReactNode } from 'react'

import type { Finding } from '#app/domain/milestones/report-state.ts'
import type { ReplyInput } from '#app/domain/reviews/reply.ts'
import { criteria, type Scores } from '#app/domain/reviews/rubric.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Bullet } from '../charts/bullet.tsx'
import { Claimed } from '../data/claimed.tsx'
import { DataTable } from '../data/data-table.tsx'
import { StatusMark } from '../data/status-mark.tsx'
import { DateText, Foreign } from '../data/text.tsx'
import { MarginColumn, MarginFacts } from '../layout/margin-column.tsx'
import { withUnit } from '../milestones/report-words.ts'
import { Remarks } from './remarks.tsx'

type ReplyShape = Pick<ReplyInput, 'stance' | 'text'> & { lang: string; at: Date }
export type FindingShown = {
  finding: Finding | null
  reviewedValue: number | null
  reasons: string
  scores: Scores | null
  decidedAt: Date | null
  people: 1 | 2
  entry?: number | null | undefined
  reply?: ReplyShape | null | undefined
}

/** A finding in full: both values, the reasons, the scores, and the organisation's reply. */
export function FindingRecord(props: {
  title: string
  found: FindingShown
  claimed: number | null
  milestone: { unit: string; target: number; baseline: number | null }
  /** Who proposed it, where it is not decided. */
  proposedBy?: string | undefined
  id?: string | undefined
  children?: ReactNode
}) {
  const speech = useSpeak()
  const { t } = speech
  const { found, claimed, milestone } = props
  const values = { claimed, reviewed: found.reviewedValue }
  return (
    <MarginColumn
      as="article"
      record
      id={props.id}
      heading={
        <>
          <h2>{props.title}</h2>
          {found.finding && <StatusMark status={found.finding} />}
        </>
      }
      margin={<Circumstances found={found} proposedBy={props.proposedBy} />}
    >
      <div>
        <p>
          <Claimed {...values} unit={milestone.unit} />
        </p>
        <Bullet {...values} target={milestone.target} baseline={milestone.baseline} />
        <p className="small quiet">
          {t('value.target', { value: withUnit(speech, milestone.target, milestone.unit) })}
        </p>
      </div>
      <div>
        <h3>{t('finding.reasons')}</h3>
        <Remarks text={found.reasons} />
      </div>
      {found.scores && <ScoreTable scores={found.scores} />}
      {found.reply && <ReplyShown reply={found.reply} />}
      {props.children}
    </MarginColumn>
  )
}

function Circumstances(props: { found: FindingShown; proposedBy: string | undefined }) {
  const { t, number } = useSpeak()
  const { decidedAt, people, entry } = props.found
  if (!decidedAt)
    return (
      <MarginFacts
        facts={[{ key: 'by', term: t('confirming.by'), value: <bdi>{props.proposedBy}</bdi> }]}
      />
    )
  return (
    <MarginFacts
      facts={[
        { key: 'at', term: t('finding.decided'), value: <DateText at={decidedAt} /> },
        { key: 'by', term: t('finding.decided-by'), value: t('finding.people', { n: people }) },
        ...(typeof entry === 'number'
          ? [{ key: 'entry', term: t('finding.log'), value: number(entry) }]
          : []),
      ]}
    />
  )
}

/** Each question of the rubric with its score, in figures and in words. */
export function ScoreTable({ scores }: { scores: Scores }) {
  const { t } = useSpeak()
  return (
    <details>
      <summary>{t('finding.scores')}</summary>
      <DataTable
        caption={t('finding.scores')}
        quietCaption
        rows={criteria}
        rowKey={(criterion) => criterion}
        columns={[
          {
            key: 'criterion',
            label: t('finding.scores.criterion'),
            header: true,
            cell: (criterion) => t(`rubric.${criterion}.question`),
          },
          {
            key: 'score',
            label: t('finding.scores.score'),
            cell: (criterion) => {
              const score = scores[criterion].score as 0 | 1 | 2 | 3
              return (
                <>
                  <b>{t('finding.scores.of', { score })}</b> {t(`rubric.${criterion}.${score}`)}
                </>
              )
            },
          },
          {
            key: 'note',
            label: t('finding.scores.note'),
            cell: (criterion) => <span dir="auto">{scores[criterion].note}</span>,
          },
        ]}
      />
    </details>
  )
}

function ReplyShown({ reply }: { reply: ReplyShape }) {
  const { t } = useSpeak()
  return (
    <div>
      <h3>{t('finding.reply')}</h3>
      <p>
        {t(`finding.reply.${reply.stance}`)}{' '}
        <span className="quiet">
          <DateText at={reply.at} />
        </span>
      </p>
      <Foreign as="blockquote" lang={reply.lang} text={reply.text} />
    </div>
  )
}
