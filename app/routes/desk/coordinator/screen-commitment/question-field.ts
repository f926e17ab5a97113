import { questionFields } from '#app/domain/commitments/screening.ts'
import type { DraftTerms } from '#app/domain/commitments/terms.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'

/** What a question is about, in words: an answer, or one milestone by its number and title. */
export function useQuestionField(terms: DraftTerms): (field: string) => string {
  const { t } = useSpeak()
  const label = useTermLabel()
  return (field) => {
    const [, place] = /^milestones\[(\d+)\]/.exec(field) ?? []
    if (place === undefined) return label(field)
    const milestone = terms.milestones?.[Number(place)]
    return t('screening.question.milestone', {
      n: Number(place) + 1,
      title: milestone?.title ?? '',
    })
  }
}

/** Every answer, and after them each milestone on its own. */
export const fieldsToAskAbout = ({ milestones = [] }: DraftTerms): string[] => [
  ...questionFields,
  ...milestones.map((_, place) => `milestones[${place}].title`),
]
