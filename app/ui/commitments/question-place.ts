import type { Question } from '#app/domain/commitments/commitment.ts'
import { termStepNames, termSteps, type TermStep } from '#app/domain/commitments/terms.ts'

/** `milestones[2].dueOn` belongs to `milestones`, `milestone.mls_1.dueOn` too. */
const baseOf = (field: string) => {
  const base = field.split(/[[.]/, 1)[0] ?? ''
  return base === 'milestone' ? 'milestones' : base
}

/** The step whose form asks for a field; a question may also name a step as a whole. */
export function stepOfField(field: string): TermStep | undefined {
  const base = baseOf(field)
  return termStepNames.find((step) => Object.hasOwn(termSteps[step].shape, base) || base === step)
}

/** The answer a question is about, by the name its label goes by; undefined for a whole step. */
export const answerOfField = (field: string): string | undefined => {
  const base = baseOf(field)
  const step = stepOfField(base)
  return step && Object.hasOwn(termSteps[step].shape, base) ? base : undefined
}

export const questionsOfStep = (questions: readonly Question[], step: TermStep): Question[] =>
  questions.filter(({ field }) => stepOfField(field) === step)
