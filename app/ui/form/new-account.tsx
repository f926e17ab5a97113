import { useSpeak } from '#app/i18n/speak.tsx'

import { PageHead } from '../layout/page-head.tsx'
import { Button, FormActions } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { formState, type FormResult } from './form-state.ts'
import { PostForm } from './post-form.tsx'
import { TextField } from './text-fields.tsx'
import { Wait } from './wait.tsx'

/** Who you are and a password: for anybody's account and for the register's first. */
export function NewAccount(props: {
  title: string
  lead: string
  button: string
  /** How many characters a password needs. */
  least: number
  result: FormResult | undefined
  /** Seconds until there may be another try. */
  wait?: number | undefined
}) {
  const { t } = useSpeak()
  const form = formState(props.result)
  const labels = {
    name: t('sign-up.name'),
    email: t('sign-up.email'),
    password: t('sign-up.password'),
  }
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={props.title} lead={props.lead} />
      <Wait seconds={props.wait} />
      <PostForm>
        <TextField
          {...form.field('name')}
          label={labels.name}
          hint={t('sign-up.name.hint')}
          autoComplete="name"
        />
        <TextField
          {...form.field('email')}
          label={labels.email}
          hint={t('sign-up.email.hint')}
          type="email"
          autoComplete="username"
        />
        <TextField
          {...form.field('password')}
          label={labels.password}
          hint={t('sign-up.password.hint', { n: props.least })}
          type="password"
          autoComplete="new-password"
        />
        <FormActions>
          <Button>{props.button}</Button>
        </FormActions>
      </PostForm>
    </>
  )
}
