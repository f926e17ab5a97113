import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'

import { Button, FormActions } from '../form/button.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import type { FormState } from '../form/form-state.ts'
import { PostForm } from '../form/post-form.tsx'
import { Wait } from '../form/wait.tsx'
import { BackLink } from '../layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '../layout/desk-frame.tsx'
import { PageHead } from '../layout/page-head.tsx'

/** A page of somebody's own account that asks for one thing, and leads back to the others. */
export function OwnForm(props: {
  person: DeskPerson
  title: string
  lead?: string
  form: FormState
  labels: Record<string, string>
  /** Seconds until there may be another try. */
  wait?: number | undefined
  button: string
  /** Its fields. */
  children: ReactNode
}) {
  const { t, locale } = useSpeak()
  const { title, lead } = props
  return (
    <DeskFrame person={props.person} current="account">
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <ErrorSummary form={props.form} labels={props.labels} />
      <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
      <Wait seconds={props.wait} />
      <PostForm>
        {props.children}
        <FormActions>
          <Button>{props.button}</Button>
        </FormActions>
      </PostForm>
    </DeskFrame>
  )
}
