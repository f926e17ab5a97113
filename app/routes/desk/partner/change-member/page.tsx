import type { MemberPage } from '#app/db/read/desk-organisations.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function ChangeMemberPage(props: {
  person: DeskPerson
  page: MemberPage
  result: FormResult | undefined
}) {
  const { t, locale, words, date } = useSpeak()
  const { member, isViewer, mayManage } = props.page
  const { name, role } = member
  const other = role === 'editor' ? 'focal-point' : 'editor'
  return (
    <DeskFrame person={props.person} current="desk">
      <BackLink href={paths.deskOrganisation(locale, member.organisationId)} />
      <ErrorSummary form={formState(props.result)} />
      <PageHead
        title={t('desk.member.title', { name, organisation: words(member.names).text })}
        lead={t('desk.member.since', {
          role: t(`desk.organisation.role.${role}`),
          date: date(member.since),
        })}
      />
      {!mayManage && (
        <Notice>
          <p>{t('desk.organisation.focal-point-only')}</p>
        </Notice>
      )}
      {mayManage && (
        <div className="stack">
          <section className="stack" aria-labelledby="role">
            <h2 id="role">{t('desk.member.role.title')}</h2>
            <p>{t(`desk.member.role.to.${other}`, { name })}</p>
            <PostForm hidden={{ intent: 'role', role: other }}>
              <Button kind="secondary">{t(`desk.member.make.${other}`)}</Button>
            </PostForm>
          </section>
          <section className="stack" aria-labelledby="remove">
            <h2 id="remove">{t('desk.member.remove.title')}</h2>
            <p>{t('desk.member.remove.text', { name })}</p>
            {isViewer && <p>{t('desk.member.remove.self')}</p>}
            <PostForm hidden={{ intent: 'remove' }}>
              <Button kind="danger">{t('desk.member.remove.button', { name })}</Button>
            </PostForm>
          </section>
        </div>
      )}
    </DeskFrame>
  )
}
