import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Field, wiring, type FieldProps } from './field.tsx'

type Written = {
  /** The language it is written in, when that is known to differ from the page's. */
  lang?: string | undefined
}

const written = (lang: string | undefined) => (lang ? { lang, dir: directionOf(lang) } : {})

export function TextField(
  field: FieldProps &
    Written & {
      type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search'
      autoComplete?: string
      /** How long the answer is likely to be. */
      width?: 'short' | 'medium' | 'long'
      inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url'
      spellCheck?: boolean
    },
) {
  const { type = 'text', width = 'long', value, lang, autoComplete, inputMode } = field
  return (
    <Field field={field}>
      <input
        {...wiring(field)}
        {...written(lang)}
        className={`input input-${width}`}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={field.spellCheck}
        defaultValue={type === 'password' ? undefined : value}
      />
    </Field>
  )
}

/** Several lines. The limit is said in words: nothing counts along. */
export function TextArea(field: FieldProps & Written & { rows?: number; max?: number }) {
  const { t } = useSpeak()
  const limit = field.max === undefined ? undefined : t('form.max', { n: field.max })
  const hint =
    field.hint && limit ? (
      <>
        {field.hint} <span className="limit">{limit}</span>
      </>
    ) : (
      (field.hint ?? limit)
    )
  const hinted = { ...field, hint }
  return (
    <Field field={hinted}>
      <textarea
        {...wiring(hinted)}
        {...written(field.lang)}
        className="input"
        rows={field.rows ?? 6}
        defaultValue={field.value}
      />
    </Field>
  )
}

/** A day typed as 2027-06-30: works everywhere, and gives back whatever was typed. */
export function DateField(field: FieldProps) {
  const { t } = useSpeak()
  const hinted = { ...field, hint: field.hint ?? t('form.date-hint') }
  return (
    <Field field={hinted}>
      <input
        {...wiring(hinted)}
        type="text"
        className="input input-short"
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={field.value}
      />
    </Field>
  )
}

/** A number, its unit printed beside it. */
export function NumberField(field: FieldProps & { unit?: string; whole?: boolean }) {
  const control = wiring(field)
  const described = [control['aria-describedby'], field.unit && `${control.id}-unit`]
  return (
    <Field field={field}>
      <span className="with-unit">
        <input
          {...control}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          type="text"
          className="input input-short numeric"
          dir="ltr"
          inputMode={field.whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          defaultValue={field.value}
        />
        {field.unit && <span id={`${control.id}-unit`}>{field.unit}</span>}
      </span>
    </Field>
  )
}

/** One file. What was chosen is lost when the form comes back: say what is already kept. */
export function FileField(field: FieldProps & { accept?: string }) {
  return (
    <Field field={field}>
      <input {...wiring(field)} className="input-file" type="file" accept={field.accept} />
    </Field>
  )
}
