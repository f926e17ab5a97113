import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { nextCommitmentState } from '#app/domain/commitments/commitment-state.ts'
import { termStepNames, type TermStep } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { questionsOfStep } from '#app/ui/commitments/question-place.ts'
import { AllQuestions } from '#app/ui/commitments/questions.tsx'
import { termLabels } from '#app/ui/commitments/term-labels.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { ClausesStep } from './clauses-step.tsx'
import { MilestonesStep } from './milestones-step.tsx'
import { PlacesStep } from './places-step.tsx'
import { ResourcesStep } from './resources-step.tsx'
import type { StepProps } from './step-props.ts'
import { DatesStep, WordsStep } from './words-and-dates-steps.tsx'

const steps: Record<TermStep, (props: StepProps) => React.ReactNode> = {
  words: WordsStep,
  clauses: ClausesStep,
  places: PlacesStep,
  dates: DatesStep,
  milestones: MilestonesStep,
  resources: ResourcesStep,
}

export function EditCommitmentPage(props: {
  person: DeskPerson
  step: TermStep
  page: DeskCommitment
  result: FormResult | undefined
  fresh: number | undefined
}) {
  const { t, locale } = useSpeak()
  const { page, step, result } = props
  const { commitment, questions } = page
  const { terms, state } = commitment
  const form = formState(result, { lang: locale, ...terms })
  const back = paths.deskCommitment(locale, commitment.id)
  const editable = nextCommitmentState(state, 'edit') !== undefined
  const Step = steps[step]
  // Those about one answer stand above it; the rest, about the step as a whole, stand here.
  const asked = questionsOfStep(questions, step)
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={back}>{t('desk.edit.tasks')}</BackLink>
      <ErrorSummary form={form} labels={termLabels(t)} />
      <PageHead
        kicker={t('desk.step.of', {
          n: termStepNames.indexOf(step) + 1,
          all: termStepNames.length,
        })}
        title={t(`desk.step.${step}`)}
      />
      {!editable && (
        <Notice kind="warning">
          <p>{t('desk.edit.closed')}</p>
          <p>
            <a href={back}>{terms.title ?? t('desk.untitled')}</a>
          </p>
        </Notice>
      )}
      <AllQuestions questions={asked} href={(of) => (of === step ? '' : `${back}/edit/${of}`)} />
      {(editable || form.failed) && (
        <PostForm>
          {/* What the Enter key presses: rows have buttons of their own further up. */}
          <button type="submit" name="intent" value="continue" hidden>
            {t('desk.edit.continue')}
          </button>
          <Step
            form={form}
            terms={terms}
            declaration={page.declaration}
            questions={asked}
            rows={rowCount(result, terms, step)}
            fresh={props.fresh}
          />
          <p className="quiet mbs-5">{t('desk.edit.shown')}</p>
          {editable && (
            <FormActions>
              <Button name="intent" value="continue">
                {t('desk.edit.continue')}
              </Button>
              <Button kind="secondary" name="intent" value="leave">
                {t('form.save')}
              </Button>
            </FormActions>
          )}
        </PostForm>
      )}
    </DeskFrame>
  )
}

/** How many rows stand on the form: those typed, else those kept; one at least to begin with. */
function rowCount(
  result: FormResult | undefined,
  terms: DeskCommitment['commitment']['terms'],
  step: TermStep,
): number {
  if (step !== 'milestones' && step !== 'resources') return 0
  const typed = result?.initialValue
  const rows = typed ? typed[step] : terms[step]
  return Math.max(1, Array.isArray(rows) ? rows.length : 0)
}
