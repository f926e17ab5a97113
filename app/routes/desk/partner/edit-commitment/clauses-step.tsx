import { clausesOf, type CitedClause } from '#app/domain/declarations/declaration.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { hintWith } from '#app/ui/commitments/questions.tsx'
import { useTermLabel } from '#app/ui/commitments/term-labels.ts'
import { Checkboxes, Radios } from '#app/ui/form/choice-fields.tsx'
import { FieldGroup } from '#app/ui/form/field.tsx'

import type { StepProps } from './step-props.ts'

/** One clause, and any others, theme by theme; each with whom it addresses. */
export function ClausesStep({ form, declaration, questions }: StepProps) {
  const { t, words, list } = useSpeak()
  const label = useTermLabel()
  const primary = form.field('clause')
  const further = form.field('furtherClauses')
  const cited = clausesOf(declaration)
  const themes = declaration.themes.map((theme) => ({
    key: theme.key,
    title: `${theme.number}. ${words(theme.title).text}`,
    options: cited
      .filter((clause) => clause.theme.number === theme.number)
      .map((clause: CitedClause) => ({
        value: clause.key,
        label: `${clause.number} ${words(clause.summary).text}`,
        hint: t('desk.terms.addressed', {
          groups: list(clause.addressees.map((group) => t(`groups.${group}`))),
        }),
      })),
  }))
  // The first group's first answer is where the error summary leads.
  const idOf = (id: string, place: number, key: string) => (place === 0 ? id : `${id}-${key}`)
  return (
    <>
      <FieldGroup
        field={{
          ...primary,
          id: `${primary.id}-group`,
          label: label('clause'),
          ...hintWith(questions, 'clause', t('desk.terms.clause.hint')),
        }}
      >
        {themes.map(({ key, title, options }, place) => (
          <Radios
            key={key}
            {...primary}
            errors={[]}
            id={idOf(primary.id, place, key)}
            label={title}
            options={options}
          />
        ))}
      </FieldGroup>
      <FieldGroup
        field={{
          ...further,
          id: `${further.id}-group`,
          label: label('furtherClauses'),
          optional: true,
          ...hintWith(questions, 'furtherClauses', t('desk.terms.further-clauses.hint')),
        }}
      >
        <details open={further.values.length > 0 || further.errors.length > 0}>
          <summary>{t('desk.terms.further-clauses.show')}</summary>
          {themes.map(({ key, title, options }, place) => (
            <Checkboxes
              key={key}
              {...further}
              errors={[]}
              id={idOf(further.id, place, key)}
              label={title}
              options={options.map(({ value, label: said }) => ({ value, label: said }))}
            />
          ))}
        </details>
      </FieldGroup>
    </>
  )
}
