import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

import { Button, FormActions } from './button.tsx'
import { HiddenFields } from './hidden-fields.tsx'

/** A form that a passkey fills in. Shown by its script; without it, the page says what works. */
export function PasskeyForm(props: {
  does: 'create' | 'get'
  /** Where what was signed goes, if not to the page itself. */
  action?: string
  /** Where the script asks what is to be signed. */
  options: string
  hidden?: Readonly<Record<string, string | undefined>>
  button: string
  without: string
  children?: ReactNode
}) {
  const { t } = useSpeak()
  return (
    <div className="stack" data-passkey-place="">
      <p className="quiet" data-without="">
        {props.without}
      </p>
      <form
        method="post"
        action={props.action}
        hidden
        noValidate
        data-passkey={props.does}
        data-options={props.options}
        data-waiting={t('passkeys.waiting')}
        data-cancelled={t(`passkeys.cancelled.${props.does}`)}
        data-known={t('code.passkey-known')}
        data-unsupported={t('passkeys.unsupported')}
        data-failed={t('passkeys.failed')}
      >
        <HiddenFields values={{ ...props.hidden, credential: '' }} />
        {props.children}
        <FormActions>
          <Button kind="secondary">{props.button}</Button>
        </FormActions>
        <div aria-live="polite" data-said="" />
      </form>
      <script type="module" src="/passkeys.js" />
    </div>
  )
}
