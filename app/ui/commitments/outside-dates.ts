import { fieldName, type DraftTerms } from '#app/domain/commitments/terms.ts'

/** Milestones whose date lies outside the commitment's own, once both are known. */
export const outsideDates = ({ milestones = [], startOn, endOn }: DraftTerms): string[] =>
  milestones.flatMap(({ dueOn }, place) =>
    (startOn && dueOn < startOn) || (endOn && dueOn > endOn)
      ? [fieldName(['milestones', place, 'dueOn'])]
      : [],
  )
