import type { DeskOrganisation } from '#app/db/read/desk-organisations.server.ts'
import { INVITATION_DAYS } from '#app/domain/organisations/membership.ts'
import { memberRoles } from '#app/domain/shared/actor.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Radios } from '#app/ui/form/choice-fields.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextField } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function InviteMemberPage(props: {
  person: DeskPerson
  page: DeskOrganisation
  result: FormResult | undefined
}) {
  const { t, locale, words } = useSpeak()
  const { organisation, mayManage } = props.page
  const form = formState(props.result)
  const labels = { email: t('desk.invite.email'), role: t('desk.invite.role') }
  const back = paths.deskOrganisation(locale, organisation.id)
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={back} />
      <ErrorSummary form={form} labels={labels} />
      <PageHead
        title={t('desk.invite.title', { organisation: words(organisation.names).text })}
        lead={t('desk.invite.lead', { days: INVITATION_DAYS })}
      />
      {!mayManage && (
        <Notice>
          <p>{t('desk.organisation.focal-point-only')}</p>
        </Notice>
      )}
      {(mayManage || form.failed) && (
        <PostForm>
          <TextField
            {...form.field('email')}
            label={labels.email}
            type="email"
            autoComplete="off"
            width="medium"
          />
          <Radios
            {...form.field('role')}
            label={labels.role}
            options={memberRoles.map((role) => ({
              value: role,
              label: t(`desk.organisation.role.${role}`),
              hint: t(`desk.invite.role.${role}.hint`),
            }))}
          />
          <FormActions>
            {mayManage && <Button>{t('desk.invite.button')}</Button>}
            <ButtonLink href={back} kind="secondary">
              {t('form.cancel')}
            </ButtonLink>
          </FormActions>
        </PostForm>
      )}
    </DeskFrame>
  )
}
