import { useSpeak } from '#app/i18n/speak.tsx'

import { formState, type FormResult } from '../form/form-state.ts'
import { Notice } from '../layout/notice.tsx'
import { Remarks } from './remarks.tsx'

/** What was typed into a form that has closed meanwhile: nobody should have to write it again. */
export function KeptNotes(props: {
  result: FormResult | undefined
  labels: Readonly<Record<string, string>>
  /** Says a chosen answer in words. */
  said?: (name: string, value: string) => string
}) {
  const { t } = useSpeak()
  if (!props.result?.initialValue) return null
  const form = formState(props.result)
  const { said = (_, value) => value } = props
  const kept = Object.entries(props.labels).filter(([name]) => form.field(name).value !== '')
  if (kept.length === 0) return null
  return (
    <Notice title={t('reviewing.kept-notes')}>
      <p>{t('reviewing.kept-notes.text')}</p>
      <dl className="questions mbs-4">
        {kept.map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <Remarks text={said(name, form.field(name).value)} />
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
