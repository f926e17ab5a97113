import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { Wait } from '#app/ui/form/wait.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { Enrolment, type Shown } from './enrolment.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Props = {
  person: SignedIn
  held: { authenticator: boolean; since: Date | undefined; passkeys: number; codes: number }
  /** They have to have one and have none; or must keep the one they have. */
  lacking: boolean
  keep: boolean
  done: boolean
  /** Where they wanted to go. */
  next: string
  enrolling: Shown | undefined
  /** Shown this once. */
  codes: readonly string[] | undefined
  result: FormResult | undefined
  wait: number | undefined
}

export function SecondFactorPage(props: Props) {
  const { t, locale } = useSpeak()
  const form = formState(props.result)
  return (
    <DeskFrame
      person={props.person}
      current="account"
      flash={props.done && <p>{t('factor.removed')}</p>}
    >
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <ErrorSummary form={form} labels={{ code: t('factor.code') }} />
      <PageHead title={t('factor.title')} lead={t('factor.lead')} />
      <Wait seconds={props.wait} />
      <div className="stack">
        {props.codes ? (
          <RecoveryCodes codes={props.codes} next={props.next} />
        ) : props.enrolling ? (
          <Enrolment shown={props.enrolling} result={props.result} />
        ) : (
          <Standing {...props} />
        )}
      </div>
    </DeskFrame>
  )
}

function Standing({ held, lacking, keep, result }: Props) {
  const { t, locale, date } = useSpeak()
  const form = formState(result)
  if (!held.authenticator)
    return (
      <>
        {lacking && (
          <Notice kind="warning">
            <p>{t('factor.lacking')}</p>
          </Notice>
        )}
        <PostForm hidden={{ intent: 'begin' }}>
          <FormActions>
            <Button>{t('factor.begin')}</Button>
          </FormActions>
        </PostForm>
        {held.passkeys === 0 ? (
          <p>
            <a href={paths.passkeys(locale)}>{t('passkeys.add')}</a>
          </p>
        ) : (
          <>
            <p>{t('factor.codes.left', { n: held.codes })}</p>
            <PostForm hidden={{ intent: 'codes' }}>
              <FormActions>
                <Button kind="secondary">{t('factor.codes.make')}</Button>
              </FormActions>
            </PostForm>
          </>
        )}
      </>
    )
  return (
    <>
      <p>{t('factor.since', { date: held.since ? date(held.since) : '' })}</p>
      <p>{t('factor.codes.left', { n: held.codes })}</p>
      <PostForm label={t('factor.change')}>
        <TextField
          {...form.field('code')}
          label={t('factor.code')}
          hint={t('factor.give.hint')}
          autoComplete="one-time-code"
          width="medium"
          spellCheck={false}
        />
        <FormActions>
          <Button kind="secondary" name="intent" value="codes">
            {t('factor.codes.make')}
          </Button>
          <Button kind="secondary" name="intent" value="begin">
            {t('factor.replace')}
          </Button>
          {!keep && (
            <Button kind="danger" name="intent" value="remove">
              {t('factor.remove')}
            </Button>
          )}
        </FormActions>
      </PostForm>
      {keep && <p className="quiet">{t('factor.keep')}</p>}
    </>
  )
}
