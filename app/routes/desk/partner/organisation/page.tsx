import type { DeskOrganisation } from '#app/db/read/desk-organisations.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { OrganisationMark } from '#app/ui/data/status-mark.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { doneKey, type Done } from '#app/ui/layout/done.ts'
import { Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

export function OrganisationPage(props: {
  person: DeskPerson & { userId: string }
  page: DeskOrganisation
  done: Done | undefined
}) {
  const { t, locale, list } = useSpeak()
  const { organisation, people, pending, mayManage } = props.page
  const { done } = props
  return (
    <DeskFrame person={props.person} current="desk" flash={done && t(doneKey(done))}>
      <BackLink href={paths.desk(locale)} />
      <PageHead
        kicker={t(`group.${organisation.group}`)}
        title={
          <bdi>
            <Words text={organisation.names} />
          </bdi>
        }
      />
      <StateNotice organisation={organisation} />
      <div className="stack">
        <section aria-labelledby="people">
          <h2 id="people">{t('desk.organisation.people')}</h2>
          <p className="prose mbe-3">{t('desk.organisation.people.lead')}</p>
          <People {...props.page} viewerId={props.person.userId} />
          {mayManage ? (
            <FormActions>
              <ButtonLink href={paths.inviteMember(locale, organisation.id)} kind="secondary">
                {t('desk.organisation.invite')}
              </ButtonLink>
            </FormActions>
          ) : (
            <p className="quiet">
              {t('desk.organisation.focal-point-only')}{' '}
              {t('desk.organisation.focal-points', {
                names: list(people.filter((p) => p.role === 'focal-point').map((p) => p.name)),
              })}
            </p>
          )}
        </section>
        {pending.length > 0 && (
          <section aria-labelledby="pending">
            <h2 id="pending">{t('desk.organisation.pending')}</h2>
            <Pending pending={pending} />
          </section>
        )}
        <section aria-labelledby="facts">
          <h2 id="facts">{t('desk.organisation.facts')}</h2>
          <Facts organisation={organisation} />
        </section>
      </div>
    </DeskFrame>
  )
}

function People(props: DeskOrganisation & { viewerId: string }) {
  const { t, locale } = useSpeak()
  return (
    <DataTable
      caption={t('desk.organisation.people')}
      quietCaption
      rows={props.people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          label: t('desk.organisation.person'),
          header: true,
          cell: ({ name, email, userId }) => (
            <>
              <bdi>{name}</bdi>
              {userId === props.viewerId && (
                <span className="quiet"> ({t('desk.organisation.you')})</span>
              )}
              <span className="quiet small block">{email}</span>
            </>
          ),
        },
        {
          key: 'role',
          label: t('desk.organisation.role'),
          cell: ({ role }) => t(`desk.organisation.role.${role}`),
        },
        {
          key: 'since',
          label: t('desk.organisation.since'),
          cell: ({ since }) => <DateText day={since.toISOString().slice(0, 10)} />,
        },
        ...(props.mayManage
          ? [
              {
                key: 'change',
                label: t('desk.organisation.change'),
                cell: ({ id, name }: DeskOrganisation['people'][number]) => (
                  <a
                    href={paths.changeMember(locale, id)}
                    aria-label={t('desk.organisation.change.who', { name })}
                  >
                    {t('desk.organisation.change')}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Pending({ pending }: Pick<DeskOrganisation, 'pending'>) {
  const { t } = useSpeak()
  return (
    <DataTable
      caption={t('desk.organisation.pending')}
      quietCaption
      rows={pending}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'email',
          label: t('desk.invite.email'),
          header: true,
          cell: ({ email }) => <bdi dir="ltr">{email}</bdi>,
        },
        {
          key: 'role',
          label: t('desk.organisation.role'),
          cell: ({ role }) => t(`desk.organisation.role.${role}`),
        },
        {
          key: 'expires',
          label: t('desk.organisation.expires'),
          cell: ({ expiresAt }) => <DateText at={expiresAt} />,
        },
      ]}
    />
  )
}

function StateNotice({ organisation }: Pick<DeskOrganisation, 'organisation'>) {
  const { t, locale, date } = useSpeak()
  const { state, reason, createdAt, joinedAt, id } = organisation
  const title = t(`desk.organisation.${state}.title`)
  if (state === 'verified')
    return (
      <p className="marks mbe-6">
        <OrganisationMark state={state} />
        {joinedAt && t('desk.organisation.verified.text', { date: date(joinedAt) })}
        <a href={paths.organisation(locale, id)}>{t('desk.organisation.verified.link')}</a>
      </p>
    )
  if (state === 'registered')
    return (
      <Notice title={title}>
        <p>{t('desk.organisation.registered.text', { date: date(createdAt) })}</p>
      </Notice>
    )
  return (
    <Notice kind="warning" title={title}>
      {state === 'suspended' && <p>{t('desk.suspended.text')}</p>}
      <p>{t('desk.organisation.refused.text')}</p>
      <blockquote dir="auto">{reason}</blockquote>
    </Notice>
  )
}

function Facts({ organisation }: Pick<DeskOrganisation, 'organisation'>) {
  const { t, countryName, languageName } = useSpeak()
  const names = Object.entries(organisation.names)
  return (
    <SummaryList
      rows={[
        ...names.map(([lang, text]) => ({
          key: `name-${lang}`,
          term: `${t('desk.organisation.name')} (${languageName(lang)})`,
          value: <Foreign lang={lang} text={text} />,
        })),
        {
          key: 'group',
          term: t('desk.organisation.group'),
          value: t(`group.${organisation.group}`),
        },
        {
          key: 'country',
          term: t('desk.organisation.country'),
          value: organisation.country
            ? countryName(organisation.country)
            : t('desk.organisation.worldwide'),
        },
        {
          key: 'website',
          term: t('desk.organisation.website'),
          value: (
            <a href={organisation.website} rel="noopener nofollow">
              <bdi dir="ltr">{organisation.website}</bdi>
            </a>
          ),
        },
        {
          key: 'identifier',
          term: t('desk.organisation.identifier'),
          value: organisation.identifier && <bdi dir="ltr">{organisation.identifier}</bdi>,
        },
        {
          key: 'check',
          term: t('desk.organisation.identity-check'),
          value: <Foreign lang={organisation.lang} text={organisation.identityCheck} as="div" />,
        },
      ]}
    />
  )
}
