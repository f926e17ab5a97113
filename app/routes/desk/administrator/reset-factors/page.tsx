import type { AccountPage } from '#app/db/read/people.server.ts'
import { plainly } from '#app/domain/audit/plainly.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Props = AccountPage & { person: DeskPerson; result: FormResult | undefined }

export function ResetFactorsPage({ account, ...props }: Props) {
  const { t, locale } = useSpeak()
  const form = formState(props.result)
  const labels = { reason: t('audit.reason') }
  return (
    <DeskFrame person={props.person} current="administration">
      <BackLink href={paths.changeAccount(locale, account.userId)}>
        {plainly(account.name)}
      </BackLink>
      <ErrorSummary form={form} labels={labels} />
      <PageHead title={t('factor.reset.title')} lead={t('factor.reset.lead')} />
      <PostForm>
        <TextArea
          {...form.field('reason')}
          label={labels.reason}
          hint={t('audit.reason.hint')}
          rows={3}
          max={2000}
        />
        <FormActions>
          <Button kind="danger">{t('factor.reset.button')}</Button>
        </FormActions>
      </PostForm>
    </DeskFrame>
  )
}
