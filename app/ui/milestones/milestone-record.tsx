import type { ReactNode } from 'react'

import type { Finding } from '#app/domain/milestones/report-state.ts'
import type { Day } from '#app/domain/shared/dates.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { StatusMark } from '../data/status-mark.tsx'
import { DateText, Foreign, Words } from '../data/text.tsx'
import { MarginColumn, MarginFacts } from '../layout/margin-column.tsx'
import { withUnit } from './report-words.ts'

export type MilestoneShown = {
  title: LocalText
  lang: string
  dueOn: Day
  unit: string
  baseline: number | null
  target: number
  indicator: string
  evidenceExpected: string
}
export type LastReviewed = { finding: Finding | null; value: number | null; decidedAt: Date | null }

/** The milestone a page is about: what was committed to, and what a review last found. */
export function MilestoneRecord(props: {
  milestone: MilestoneShown
  commitment: { number: string | null; title: string; lang: string }
  organisation?: LocalText | undefined
  /** Undefined: nothing yet. Null where the page shows a finding of its own. */
  lastReviewed: LastReviewed | undefined | null
  /** Where the commitment can be read. */
  href: string
}) {
  const speech = useSpeak()
  const { t } = speech
  const { milestone, commitment, organisation } = props
  const { unit, lang } = milestone
  const value = (amount: number) => <Foreign lang={lang} text={withUnit(speech, amount, unit)} />
  return (
    <MarginColumn
      as="article"
      record
      heading={
        <h2>
          <Words text={milestone.title} />
        </h2>
      }
      margin={
        <MarginFacts
          number={commitment.number}
          facts={[
            {
              key: 'due',
              term: t('reporting.milestone.due'),
              value: <DateText day={milestone.dueOn} />,
            },
            {
              key: 'target',
              term: t('reporting.milestone.target'),
              value: value(milestone.target),
            },
            ...(milestone.baseline === null
              ? []
              : [
                  {
                    key: 'baseline',
                    term: t('reporting.milestone.baseline'),
                    value: value(milestone.baseline),
                  },
                ]),
          ]}
        />
      }
    >
      <dl className="facts">
        <div>
          <dt>{t('reporting.milestone.commitment')}</dt>
          <dd>
            <a href={props.href}>
              <Foreign lang={commitment.lang} text={commitment.title} />
            </a>
          </dd>
        </div>
        {organisation && (
          <div>
            <dt>{t('reporting.milestone.by')}</dt>
            <dd>
              <bdi>
                <Words text={organisation} />
              </bdi>
            </dd>
          </div>
        )}
        {milestone.indicator && (
          <div>
            <dt>{t('reporting.milestone.indicator')}</dt>
            <dd>
              <Foreign lang={lang} text={milestone.indicator} />
            </dd>
          </div>
        )}
        {milestone.evidenceExpected && (
          <div>
            <dt>{t('reporting.milestone.expected')}</dt>
            <dd>
              <Foreign lang={lang} text={milestone.evidenceExpected} />
            </dd>
          </div>
        )}
        {props.lastReviewed !== null && (
          <div>
            <dt>{t('reporting.milestone.last')}</dt>
            <dd>
              <Last last={props.lastReviewed} value={value} />
            </dd>
          </div>
        )}
      </dl>
    </MarginColumn>
  )
}

function Last(props: { last: LastReviewed | undefined; value: (amount: number) => ReactNode }) {
  const { t, date } = useSpeak()
  const { last } = props
  if (!last?.finding) return <span className="quiet">{t('reporting.milestone.last.none')}</span>
  return (
    <span className="marks">
      <StatusMark status={last.finding} compact />
      {last.value !== null && <b>{props.value(last.value)}</b>}
      {last.decidedAt && (
        <span className="quiet">
          {t('reporting.milestone.last.on', { date: date(last.decidedAt) })}
        </span>
      )}
    </span>
  )
}
