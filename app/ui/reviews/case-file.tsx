import type { ReportInput } from '#app/domain/milestones/report.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Bullet } from '../charts/bullet.tsx'
import { Claimed } from '../data/claimed.tsx'
import type { EvidenceShown } from '../evidence/evidence-list.tsx'
import { Empty } from '../layout/notice.tsx'
import {
  MilestoneRecord,
  type LastReviewed,
  type MilestoneShown,
} from '../milestones/milestone-record.tsx'
import { Reported, ReportedChanges } from '../milestones/reported.tsx'
import { EvidenceToOpen } from './evidence-to-open.tsx'
import { decidedLooks, type LookShown } from './look.ts'
import { Questions } from './questions.tsx'

export type CaseShown = {
  milestone: MilestoneShown
  commitment: { number: string | null; title: string; lang: string }
  organisation: { names: LocalText }
  lastReviewed: LastReviewed | undefined
  rounds: readonly { round: number; content: ReportInput; at: Date }[]
  evidence: readonly (EvidenceShown & { round: number | null; openedAt: Date | null })[]
  looks: readonly LookShown[]
}

/** A case to be read: the milestone, what is claimed and what changed, the evidence, the past. */
export function CaseFile(props: {
  it: CaseShown
  /** Where the public reads the commitment. */
  href: string
  /** How a piece of evidence is opened, so that it is noted. */
  openHref: (evidenceId: string) => string
}) {
  const { t } = useSpeak()
  const { it } = props
  const { milestone } = it
  const latest = it.rounds.at(-1)
  return (
    <>
      <MilestoneRecord
        milestone={milestone}
        commitment={it.commitment}
        organisation={it.organisation.names}
        lastReviewed={decidedLooks(it.looks).length > 0 ? null : it.lastReviewed}
        href={props.href}
      />
      {latest && (
        <section>
          <h2>{t('reviewing.claim')}</h2>
          <Versions it={it} />
          {decidedLooks(it.looks).length === 0 && (
            <>
              <p className="mbs-4">
                <Claimed claimed={latest.content.value} unit={milestone.unit} />
              </p>
              <Bullet
                claimed={latest.content.value}
                target={milestone.target}
                baseline={milestone.baseline}
              />
            </>
          )}
        </section>
      )}
      <section>
        <h2>{t('reviewing.evidence')}</h2>
        {it.evidence.length === 0 ? (
          <Empty title={t('reviewing.evidence.none')} />
        ) : (
          <EvidenceToOpen
            items={it.evidence}
            latestRound={latest?.round ?? 1}
            href={props.openHref}
          />
        )}
      </section>
    </>
  )
}

/** The newest version; where one was returned before it, what was asked and what changed since. */
function Versions({ it }: { it: CaseShown }) {
  const { t, dateTime } = useSpeak()
  const { unit } = it.milestone
  const latest = it.rounds.at(-1)
  const before = it.rounds.at(-2)
  if (!latest) return null
  const returned = it.looks.findLast(
    (look) => look.state === 'returned' && look.round === before?.round,
  )
  return (
    <>
      <p className="quiet mbe-4">
        {t('reviewing.round', { n: latest.round, at: dateTime(latest.at) })}
      </p>
      {!before && <Reported content={latest.content} unit={unit} />}
      {before && (
        <div className="stack">
          {returned && (
            <div>
              <h3>{t('reviewing.asked')}</h3>
              <Questions questions={returned.questions} />
            </div>
          )}
          <h3>{t('reviewing.changed')}</h3>
          <ReportedChanges from={before.content} to={latest.content} unit={unit} />
        </div>
      )}
    </>
  )
}
