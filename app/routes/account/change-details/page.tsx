import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { locales } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { endonyms } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { Select } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function ChangeDetailsPage(props: { person: SignedIn; result: FormResult | undefined }) {
  const { t, locale } = useSpeak()
  const { person } = props
  const form = formState(props.result, { name: person.name, locale: person.locale })
  const labels = { name: t('sign-up.name'), locale: t('account.language') }
  return (
    <DeskFrame person={person} current="account">
      <BackLink href={paths.account(locale)}>{t('account.title')}</BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('account.details.title')} />
      <PostForm>
        <TextField
          {...form.field('name')}
          label={labels.name}
          hint={t('sign-up.name.hint')}
          autoComplete="name"
        />
        <Select
          {...form.field('locale')}
          label={labels.locale}
          hint={t('account.language.hint')}
          options={locales.map((value) => ({ value, label: endonyms[value] }))}
          noEmpty
        />
        <FormActions>
          <Button>{t('account.details.button')}</Button>
        </FormActions>
      </PostForm>
    </DeskFrame>
  )
}
