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

/** A secret that waits for its first code, as the app is told of it. */
export type Shown = { waiting: string; uri: string; typed: string; square: Square }
type Square = { size: number; path: string }

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

/** Black on white whatever the theme: a camera reads nothing else. */
function Enrolment({ shown, result }: { shown: Shown; result: FormResult | undefined }) {
  const { t } = useSpeak()
  const form = formState(result)
  const { size, path } = shown.square
  return (
    <>
      <p>{t('factor.scan')}</p>
      <svg
        role="img"
        aria-label={t('factor.square')}
        width="208"
        height="208"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p>
        {t('factor.type')} <code dir="ltr">{shown.typed}</code>
      </p>
      <p>
        <a href={shown.uri}>{t('factor.open-app')}</a>
      </p>
      <PostForm hidden={{ intent: 'confirm', waiting: shown.waiting }}>
        <TextField
          {...form.field('code')}
          label={t('factor.code')}
          hint={t('factor.first.hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
          spellCheck={false}
        />
        <FormActions>
          <Button>{t('factor.confirm')}</Button>
        </FormActions>
      </PostForm>
    </>
  )
}

function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useSpeak()
  return (
    <>
      <Notice kind="warning" title={t('factor.codes.title')}>
        <p>{t('factor.codes.text')}</p>
      </Notice>
      <ul className="plain">
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={next}>{t('factor.codes.kept')}</a>
      </p>
    </>
  )
}
