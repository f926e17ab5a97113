import type { SignedIn } from '#app/db/read/accounts.server.ts'
import type { Hindrances } from '#app/db/read/own-data.server.ts'
import { T, useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function OwnDataPage(
  props: Hindrances & { person: SignedIn; result: FormResult | undefined },
) {
  const { t, locale } = useSpeak()
  const form = formState(props.result)
  const word = t('own-data.erase.word', { word: t('own-data.erase.the-word') })
  return (
    <DeskFrame person={props.person} current="account">
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <ErrorSummary form={form} labels={{ word }} />
      <PageHead
        title={t('own-data.title')}
        lead={
          <T
            k="own-data.lead"
            tags={{ linkPrivacy: (text) => <a href={paths.privacy(locale)}>{text}</a> }}
          />
        }
      />
      <div className="stack">
        <section className="stack" aria-labelledby="export">
          <h2 id="export">{t('own-data.export')}</h2>
          <p>{t('own-data.export.text')}</p>
          <PostForm action={paths.exportOwnData(locale)} label={t('own-data.export')}>
            <FormActions>
              <Button>{t('own-data.export.button')}</Button>
            </FormActions>
          </PostForm>
        </section>
        <section className="stack" aria-labelledby="erase">
          <h2 id="erase">{t('own-data.erase')}</h2>
          <p>{t('own-data.erase.text')}</p>
          <Erase {...props} word={word} field={form.field('word')} />
        </section>
      </div>
    </DeskFrame>
  )
}

function Erase(props: {
  organisations: Hindrances['organisations']
  lastAdministrator: boolean
  word: string
  field: { id: string; name: string; value: string; errors: readonly string[] }
}) {
  const { t, words } = useSpeak()
  const { organisations, lastAdministrator } = props
  if (organisations.length > 0 || lastAdministrator)
    return (
      <Notice kind="warning">
        {organisations.map(({ id, names }) => (
          <p key={id}>
            {t('own-data.erase.last-focal-point', { organisation: words(names).text })}
          </p>
        ))}
        {lastAdministrator && <p>{t('own-data.erase.last-administrator')}</p>}
      </Notice>
    )
  return (
    <PostForm label={t('own-data.erase')}>
      <TextField {...props.field} label={props.word} width="short" autoComplete="off" />
      <FormActions>
        <Button kind="danger">{t('own-data.erase.button')}</Button>
      </FormActions>
    </PostForm>
  )
}
