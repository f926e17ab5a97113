import { useSpeak } from '#app/i18n/speak.tsx'

import { Button, FormActions } from '../form/button.tsx'
import type { Fields } from '../form/carried.ts'
import { PostForm } from '../form/post-form.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { PublicShell } from '../layout/public-shell.tsx'

/** Hands what was typed back to the page it was typed on; sent by the reader, not by us. */
export function ContinuePage({ to, fields }: { to: string; fields: Fields }) {
  const { t } = useSpeak()
  const hidden: Record<string, string[]> = {}
  for (const [name, value] of fields) (hidden[name] ??= []).push(value)
  return (
    <PublicShell>
      <PageHead title={t('sign-in.continue.title')} lead={t('sign-in.continue.text')} />
      <PostForm action={to} hidden={hidden}>
        <FormActions>
          <Button>{t('sign-in.continue.button')}</Button>
        </FormActions>
      </PostForm>
    </PublicShell>
  )
}
