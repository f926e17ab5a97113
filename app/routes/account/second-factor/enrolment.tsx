import { useSpeak } from '#app/i18n/speak.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'

/** A secret that waits for its first code, as the app is told of it. */
export type Shown = { waiting: string; uri: string; typed: string; square: Square }
type Square = { size: number; path: string }

/** Black on white whatever the theme: a camera reads nothing else. */
export function Enrolment({ shown, result }: { shown: Shown; result: FormResult | undefined }) {
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
