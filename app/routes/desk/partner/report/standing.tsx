import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { TaskList } from '#app/ui/data/task-list.tsx'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { fieldId } from '#app/ui/form/form-state.ts'
import { Flash, Notice } from '#app/ui/layout/notice.tsx'
import { Receipt } from '#app/ui/log/receipt.tsx'
import { Questions } from '#app/ui/reviews/questions.tsx'

import type { Shown } from './shown.ts'

/** Where the report stands, and the one thing to do about it. */
export function Standing(props: Shown) {
  switch (props.report.state) {
    case 'drafted':
      return <Draft {...props} />
    case 'reported':
    case 'under-review':
      return <Waiting {...props} />
    case 'returned':
      return <Returned {...props} />
    case 'achieved':
    case 'partly-achieved':
    case 'not-achieved':
    case 'not-verifiable':
      return null
  }
}

function Draft({ report, evidence, lacks }: Shown) {
  const { t, locale, dateTime } = useSpeak()
  const answered = lacks.length === 0
  const begun = report.content === null ? 'to-do' : 'in-progress'
  return (
    <div className="stack mbe-7">
      <TaskList
        groups={[
          {
            key: 'report',
            title: t('report.draft.group'),
            tasks: [
              {
                key: 'answers',
                title: t('report.draft.answers'),
                state: answered ? 'completed' : begun,
                href: paths.reportMilestone(locale, report.id),
              },
              {
                key: 'evidence',
                title: t('report.draft.evidence'),
                state: evidence.length > 0 ? 'completed' : 'to-do',
                href: paths.attachEvidence(locale, report.id),
                hint: t('report.draft.evidence.count', { n: evidence.length }),
              },
              {
                key: 'hand-in',
                title: t('report.draft.hand-in'),
                state: answered ? 'to-do' : 'blocked',
                ...(answered && { href: paths.submitReport(locale, report.id) }),
              },
            ],
          },
        ]}
      />
      <p className="quiet">
        {t('report.draft.private')} {t('report.saved', { at: dateTime(report.updatedAt) })}
      </p>
    </div>
  )
}

function Waiting({ report, rounds, commitment }: Shown) {
  const { t, locale, dateTime } = useSpeak()
  const latest = rounds.at(-1)
  const next = report.state === 'reported' ? 'reported' : 'under-review'
  return (
    <Flash>
      <p className="notice-title">{t('report.handed-in.title')}</p>
      {latest && (
        <>
          <p>{t('report.handed-in.text', { at: dateTime(latest.at) })}</p>
          <Receipt entry={latest.entry} />
        </>
      )}
      <p className="notice-title mbs-3">{t('report.next.title')}</p>
      <p>{t(`report.next.${next}`)}</p>
      {commitment.number && (
        <p>
          <a href={paths.commitment(locale, commitment.number)}>{t('report.public-record')}</a>
        </p>
      )}
    </Flash>
  )
}

function Returned({ report, questions }: Shown) {
  const { t, locale, date } = useSpeak()
  const edit = paths.reportMilestone(locale, report.id)
  return (
    <Notice kind="warning" title={t('report.returned.title')}>
      {report.returnedAt && <p>{t('report.returned.text', { date: date(report.returnedAt) })}</p>}
      <Questions
        questions={questions}
        href={(field) =>
          field === 'evidence'
            ? paths.attachEvidence(locale, report.id)
            : `${edit}#${fieldId(field)}`
        }
      />
      <FormActions>
        <ButtonLink href={edit}>{t('report.returned.button')}</ButtonLink>
      </FormActions>
    </Notice>
  )
}
