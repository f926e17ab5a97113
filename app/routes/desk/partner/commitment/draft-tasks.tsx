import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { smartCheck } from '#app/domain/commitments/smart-check.ts'
import type { TermStep } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { questionsOfStep } from '#app/ui/commitments/question-place.ts'
import { AllQuestions } from '#app/ui/commitments/questions.tsx'
import { SmartPanel } from '#app/ui/commitments/smart-panel.tsx'
import { TaskList, type Task } from '#app/ui/data/task-list.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'

import { checkState, stepState } from './tasks.ts'

/** What is still to be answered before a focal point can sign. */
export function DraftTasks({ page }: { page: DeskCommitment }) {
  const { t, locale, words, dateTime } = useSpeak()
  const { commitment, declaration, lead, questions, partners, saved, may } = page
  const { id, terms } = commitment
  const edit = (step: TermStep) => paths.editCommitment(locale, id, step)
  const task = (step: TermStep): Task => {
    const state = stepState(terms, questions, step)
    const asked = questionsOfStep(questions, step).length
    return {
      key: step,
      title: t(`desk.step.${step}`),
      state,
      href: edit(step),
      hint:
        asked > 0
          ? t('desk.task.questions', { n: asked })
          : state === 'blocked'
            ? t('desk.task.milestones.first')
            : undefined,
    }
  }
  const count = (state: string) => partners.filter((partner) => partner.state === state).length
  const partnersTask: Task = {
    key: 'partners',
    title: t('desk.task.partners'),
    state: partners.length > 0 ? 'completed' : 'to-do',
    href: paths.inviteParty(locale, id),
    hint:
      partners.length > 0
        ? t('desk.task.partners.some', {
            accepted: count('accepted'),
            invited: count('invited'),
          })
        : t('desk.task.partners.none'),
  }
  const checkTask: Task = {
    key: 'check',
    title: t('desk.task.check'),
    state: checkState(terms),
    href: paths.submitCommitment(locale, id),
  }
  return (
    <div className="stack">
      <p className="lead">
        {t('desk.commitment.draft.lead', {
          organisation: words(lead.names).text,
          declaration: words(declaration.title).text,
        })}
      </p>
      <p className="quiet small mbe-6">
        {saved.by === null
          ? t('desk.saved', { at: dateTime(saved.at) })
          : t('desk.saved.by', { at: dateTime(saved.at), name: saved.by })}
      </p>
      <AllQuestions questions={questions} href={edit} />
      {lead.state !== 'verified' && (
        <Notice>
          <p>{t('desk.commitment.unverified')}</p>
        </Notice>
      )}
      {!may.submit && (
        <Notice>
          <p>{t('desk.commitment.focal-point-signs')}</p>
        </Notice>
      )}
      <TaskList
        groups={[
          {
            key: 'commitment',
            title: t('desk.group.commitment'),
            tasks: [task('words'), task('clauses'), task('places')],
          },
          {
            key: 'numbers',
            title: t('desk.group.numbers'),
            tasks: [task('dates'), task('milestones')],
          },
          {
            key: 'partners',
            title: t('desk.group.partners'),
            tasks: [task('resources'), partnersTask],
          },
          { key: 'sign', title: t('desk.group.sign'), tasks: [checkTask] },
        ]}
      />
      {(terms.milestones ?? []).length > 0 && <SmartPanel check={smartCheck(terms)} />}
    </div>
  )
}
