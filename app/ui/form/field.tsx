import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

import { fieldId } from './form-state.ts'

/** What every control takes; `{...form.field('title')}` fills all but the words. */
export type FieldProps = {
  name: string
  label: string
  id?: string | undefined
  hint?: ReactNode
  value?: string | undefined
  values?: readonly string[] | undefined
  /** Codes of what is wrong; the catalogue says them. */
  errors?: readonly string[] | undefined
  optional?: boolean | undefined
  /** The label is the page's question: shown large, and wrapped in the h1. */
  question?: boolean | undefined
}

/** Ids and descriptions that tie a control to its hint and its errors. */
export function wiring(field: FieldProps) {
  const id = field.id ?? fieldId(field.name)
  const wrong = Boolean(field.errors?.length)
  const described = [field.hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean)
  return {
    id,
    name: field.name,
    'aria-invalid': wrong || undefined,
    'aria-describedby': described.join(' ') || undefined,
  }
}

/** Label, hint, error, control: in that order, for one control. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  const { id } = wiring(field)
  const label = (
    <label htmlFor={id}>
      <LabelText field={field} />
    </label>
  )
  return (
    <div className={field.errors?.length ? 'field wrong' : 'field'}>
      {field.question ? <h1 className="question">{label}</h1> : label}
      <HintAndErrors field={field} id={id} />
      {children}
    </div>
  )
}

/** The same for a group of controls, whose label is a legend. */
export function FieldGroup({ field, children }: { field: FieldProps; children: ReactNode }) {
  const { id, 'aria-describedby': described } = wiring(field)
  return (
    <fieldset
      className={field.errors?.length ? 'field wrong' : 'field'}
      aria-describedby={described}
    >
      <legend>
        {field.question ? (
          <h1 className="question">
            <LabelText field={field} />
          </h1>
        ) : (
          <LabelText field={field} />
        )}
      </legend>
      <HintAndErrors field={field} id={id} />
      {children}
    </fieldset>
  )
}

function LabelText({ field }: { field: FieldProps }) {
  const { t } = useSpeak()
  return (
    <>
      {field.label}
      {field.optional && <span className="optional"> {t('form.optional')}</span>}
    </>
  )
}

function HintAndErrors({ field, id }: { field: FieldProps; id: string }) {
  const { t, code } = useSpeak()
  return (
    <>
      {field.hint && (
        <div className="hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {Boolean(field.errors?.length) && (
        <div className="error" id={`${id}-error`}>
          {field.errors?.map((one) => (
            <p key={one}>
              <span className="visually-hidden">{t('form.error')} </span>
              {code(one, field.label)}
            </p>
          ))}
        </div>
      )}
    </>
  )
}
