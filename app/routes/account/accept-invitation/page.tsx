import type { InvitationPage } from '#app/db/read/desk-organisations.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function AcceptInvitationPage(props: {
  person: DeskPerson & { email: string }
  page: InvitationPage
  result: FormResult | undefined
}) {
  const { t, locale, words, dateTime } = useSpeak()
  const { invitation, isMember, over } = props.page
  const { name, email } = props.person
  const organisation = words(invitation.names).text
  const role = t(`role.${invitation.role}`)
  if (isMember)
    return (
      <DeskFrame person={props.person} current="desk">
        <PageHead
          title={t('desk.invitation.title', { organisation })}
          lead={t('desk.invitation.member')}
        />
        <FormActions>
          <ButtonLink href={paths.deskOrganisation(locale, invitation.organisationId)}>
            {organisation}
          </ButtonLink>
        </FormActions>
      </DeskFrame>
    )
  if (over)
    return (
      <DeskFrame person={props.person} current="desk">
        <PageHead
          title={t('desk.invitation.over.title')}
          lead={t(`desk.invitation.over.${over}`)}
        />
        <p>{t('desk.invitation.over.text', { organisation })}</p>
        <FormActions>
          <ButtonLink href={paths.desk(locale)} kind="secondary">
            {t('desk.invitation.desk')}
          </ButtonLink>
        </FormActions>
      </DeskFrame>
    )
  return (
    <DeskFrame person={props.person} current="desk">
      <ErrorSummary form={formState(props.result)} />
      <PageHead
        title={t('desk.invitation.title', { organisation })}
        lead={t('desk.invitation.lead', { organisation, role })}
      />
      <div className="stack">
        <p>{t('desk.invitation.as', { name, email })}</p>
        <p className="quiet">
          {t('desk.invitation.until', { at: dateTime(invitation.expiresAt) })}
        </p>
        <PostForm>
          <FormActions>
            <Button>{t('desk.invitation.button')}</Button>
          </FormActions>
        </PostForm>
      </div>
    </DeskFrame>
  )
}
