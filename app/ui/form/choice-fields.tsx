import type { ReactNode } from 'react'

import { writingLanguages, type Language } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Field, FieldGroup, wiring, type FieldProps } from './field.tsx'

export type Option = { value: string; label: string; hint?: ReactNode }
export type OptionGroup = { label: string; options: readonly Option[] }

/** A list to choose one of; begins with "Choose" unless an answer stands. */
export function Select(
  field: FieldProps & { options: readonly (Option | OptionGroup)[]; noEmpty?: boolean },
) {
  const { t } = useSpeak()
  const option = (one: Option) => (
    <option key={one.value} value={one.value}>
      {one.label}
    </option>
  )
  return (
    <Field field={field}>
      <select {...wiring(field)} className="input" defaultValue={field.value}>
        {!field.noEmpty && <option value="">{t('form.choose')}</option>}
        {field.options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(option)}
            </optgroup>
          ) : (
            option(one)
          ),
        )}
      </select>
    </Field>
  )
}

export function Radios(field: FieldProps & { options: readonly Option[]; inline?: boolean }) {
  return <Choices field={field} type="radio" chosen={[field.value ?? '']} />
}

export function Checkboxes(field: FieldProps & { options: readonly Option[]; inline?: boolean }) {
  const chosen = field.values ?? (field.value ? [field.value] : [])
  return <Choices field={field} type="checkbox" chosen={chosen} />
}

function Choices(props: {
  field: FieldProps & { options: readonly Option[]; inline?: boolean }
  type: 'radio' | 'checkbox'
  chosen: readonly string[]
}) {
  const { field, type, chosen } = props
  const { id } = wiring(field)
  return (
    <FieldGroup field={field}>
      <div className={field.inline ? 'choices choices-inline' : 'choices'}>
        {field.options.map((option, place) => {
          // The error summary leads to the group's id: its first control bears it.
          const optionId = place === 0 ? id : `${id}-${place + 1}`
          return (
            <div key={option.value} className="choice">
              <input
                type={type}
                id={optionId}
                name={field.name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                aria-describedby={option.hint ? `${optionId}-note` : undefined}
              />
              <label htmlFor={optionId}>{option.label}</label>
              {option.hint && (
                <div className="hint" id={`${optionId}-note`}>
                  {option.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}

/** The language somebody writes in, the six of the register first. */
export function LanguageSelect(
  field: Omit<FieldProps, 'label'> & { label?: string; languages?: readonly Language[] },
) {
  const { t, languageName } = useSpeak()
  return (
    <Select
      {...field}
      label={field.label ?? t('form.language')}
      options={(field.languages ?? writingLanguages).map((value) => ({
        value,
        label: languageName(value),
      }))}
    />
  )
}
