import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { isPublicCommitment } from '#app/domain/commitments/commitment-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { TermsSummary } from '#app/ui/commitments/terms-summary.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { doneKey, type Done } from '#app/ui/layout/done.ts'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { DraftTasks } from './draft-tasks.tsx'
import { Overview } from './overview.tsx'

type Props = { person: DeskPerson; page: DeskCommitment; done: Done | undefined }

/** A commitment from its first line to its last day, as its own organisation sees it. */
export function CommitmentPage({ person, page, done }: Props) {
  const { t, locale } = useSpeak()
  const { terms, state } = page.commitment
  return (
    <DeskFrame person={person} current="desk" flash={done && t(doneKey(done))}>
      <BackLink href={paths.desk(locale)} />
      <PageHead
        kicker={page.commitment.number ?? <StatusMark status={state} compact />}
        title={
          terms.title ? (
            <Foreign lang={terms.lang ?? 'en'} text={terms.title} />
          ) : (
            t('desk.untitled')
          )
        }
      />
      {isPublicCommitment(state) ? (
        <Overview page={page} />
      ) : state === 'submitted' ? (
        <Submitted page={page} />
      ) : state === 'declined' ? (
        <Declined page={page} />
      ) : (
        <DraftTasks page={page} />
      )}
    </DeskFrame>
  )
}

/** The confirmation, which can be come back to: what happens next, and what was handed in. */
function Submitted({ page }: { page: DeskCommitment }) {
  const { t, dateTime } = useSpeak()
  const { commitment, declaration, submittedAt } = page
  return (
    <>
      <Notice title={t('desk.commitment.submitted.title')}>
        {submittedAt && <p>{t('desk.commitment.submitted.text', { at: dateTime(submittedAt) })}</p>}
        <p className="quiet small">
          {t('desk.commitment.submitted.reference', { id: commitment.id })}
        </p>
      </Notice>
      <div className="stack">
        <section className="stack" aria-labelledby="then">
          <h2 id="then">{t('desk.commitment.submitted.next.title')}</h2>
          <ul>
            <li>{t('desk.commitment.submitted.next.published')}</li>
            <li>{t('desk.commitment.submitted.next.returned')}</li>
            <li>{t('desk.commitment.submitted.next.declined')}</li>
          </ul>
        </section>
        <section className="stack" aria-labelledby="answers">
          <h2 id="answers">{t('desk.commitment.submitted.answers')}</h2>
          <TermsSummary terms={commitment.terms} declaration={declaration} level={3} />
        </section>
      </div>
    </>
  )
}

function Declined({ page }: { page: DeskCommitment }) {
  const { t, date } = useSpeak()
  const { commitment, declaration, endedAt, endReason } = page
  return (
    <>
      <Notice kind="warning" title={t('desk.commitment.declined.title')}>
        {endedAt && <p>{t('desk.commitment.declined.text', { date: date(endedAt) })}</p>}
        <blockquote dir="auto">{endReason}</blockquote>
      </Notice>
      <section className="stack" aria-labelledby="answers">
        <h2 id="answers">{t('desk.commitment.submitted.answers')}</h2>
        <TermsSummary terms={commitment.terms} declaration={declaration} level={3} />
      </section>
    </>
  )
}
