import type { Question } from '#app/domain/commitments/commitment.ts'
import type { DraftTerms } from '#app/domain/commitments/terms.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import type { FormState } from '#app/ui/form/form-state.ts'

/** What each step's questions are made of. */
export type StepProps = {
  form: FormState
  terms: DraftTerms
  declaration: Declaration
  questions: readonly Question[]
  /** Rows of the step's list. */
  rows: number
  /** The row just added. */
  fresh: number | undefined
}
