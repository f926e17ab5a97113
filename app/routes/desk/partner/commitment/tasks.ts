import type { Question } from '#app/domain/commitments/commitment.ts'
import {
  lacksOf,
  termSteps,
  type DraftTerms,
  type TermStep,
} from '#app/domain/commitments/terms.ts'
import { outsideDates } from '#app/ui/commitments/outside-dates.ts'
import { questionsOfStep } from '#app/ui/commitments/question-place.ts'
import type { TaskState } from '#app/ui/data/task-list.tsx'

const begun = (terms: DraftTerms, step: TermStep) =>
  Object.keys(termSteps[step].shape).some((field) => field in terms)

/** Where a step of a draft stands; one a coordinator asked about waits again. */
export function stepState(
  terms: DraftTerms,
  questions: readonly Question[],
  step: TermStep,
): TaskState {
  if (step === 'milestones' && !(terms.startOn && terms.endOn) && !begun(terms, step))
    return 'blocked'
  if (!begun(terms, step)) return 'to-do'
  const answered = termSteps[step].safeParse(terms).success
  if (!answered || questionsOfStep(questions, step).length > 0) return 'in-progress'
  return step === 'milestones' && outsideDates(terms).length > 0 ? 'in-progress' : 'completed'
}

/** Signing comes last: when nothing is missing any more. */
export const checkState = (terms: DraftTerms): TaskState =>
  lacksOf(terms).length === 0 ? 'to-do' : 'blocked'
