import type { DeskPage } from '#app/db/read/desk.server.ts'
import type { Owed } from '#app/db/read/owed.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths, withQuery } from '#app/paths.ts'
import { Words } from '#app/ui/data/text.tsx'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { doneKey, type Done } from '#app/ui/layout/done.ts'
import { Empty, Notice } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { OwedTable, OwnCommitments } from './tables.tsx'
import { CommitmentTitle, DueText, hrefOf, OwedAct, OwedTitle } from './words.tsx'

type Props = {
  person: DeskPerson
  stopped: boolean
  desk: DeskPage | undefined
  done: Done | undefined
}

export function DashboardPage({ person, stopped, desk, done }: Props) {
  const { t, locale, words } = useSpeak()
  const flash = done && t(doneKey(done))
  if (!desk)
    return (
      <DeskFrame person={person} current="desk" flash={flash} stopped={stopped}>
        <WithoutOrganisation person={person} />
      </DeskFrame>
    )

  const { organisation, sections, next } = desk
  const here = withQuery(paths.desk(locale), {})
  const shown = (
    ['overdue', 'soon', 'returned', 'invitations', 'drafts', 'waiting'] as const
  ).filter((section) => sections[section].length > 0)
  return (
    <DeskFrame
      person={person}
      current="desk"
      flash={flash}
      stopped={stopped}
      organisations={desk.organisations.map(({ id, names }) => {
        const { text, lang } = words(names)
        const href = withQuery(here, { organisation: id })
        return { id, name: text, lang, href, current: id === organisation.id }
      })}
    >
      <PageHead title={t('desk.title')} />
      <OrganisationNotice organisation={organisation} />
      {next ? <Next owed={next} /> : <Nothing until={desk.nothingDueUntil} />}
      <div className="stack owed">
        {shown.map((section) => (
          <section key={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>{t(`desk.section.${section}`)}</h2>
            <OwedTable section={section} rows={sections[section]} />
          </section>
        ))}
        <section aria-labelledby="own">
          <h2 id="own">{t('desk.own.title')}</h2>
          <p className="quiet mbe-3">{t('desk.own.lead')}</p>
          <OwnCommitments rows={desk.owned} />
          <FormActions>
            <ButtonLink href={paths.draftCommitment(locale)} kind="secondary">
              {t('desk.own.begin')}
            </ButtonLink>
          </FormActions>
        </section>
        <section aria-labelledby="people">
          <h2 id="people">{t('desk.people.title')}</h2>
          <p className="links">
            <a href={paths.deskOrganisation(locale, organisation.id)}>
              {t('desk.people.link', { organisation: words(organisation.names).text })}
            </a>
            <a href={paths.registerOrganisation(locale)}>{t('desk.people.another')}</a>
          </p>
        </section>
      </div>
    </DeskFrame>
  )
}

/** The single next thing, with its button. */
function Next({ owed }: { owed: Owed }) {
  const { t, locale } = useSpeak()
  const { kind } = owed
  return (
    <section className="next" aria-labelledby="next">
      <p className="kicker">{t('desk.next')}</p>
      <h2 id="next">
        <OwedTitle owed={owed} />
      </h2>
      <p>
        <OwedAct owed={owed} />
      </p>
      {owed.commitment && (
        <p className="quiet">
          {owed.commitment.number} <CommitmentTitle commitment={owed.commitment} />
        </p>
      )}
      {owed.due && (
        <p>
          <DueText owed={owed} />
        </p>
      )}
      {owed.question && (
        <blockquote className="prose">
          <b>{t('desk.questions.asked')}</b> <bdi>{owed.question}</bdi>
        </blockquote>
      )}
      <FormActions>
        <ButtonLink href={hrefOf(locale, owed)}>
          {t(`desk.button.${kind}` as Parameters<typeof t>[0])}
        </ButtonLink>
      </FormActions>
    </section>
  )
}

function Nothing({ until }: { until: string | null }) {
  const { t, date } = useSpeak()
  return (
    <Empty title={until ? t('desk.nothing.until', { date: date(until) }) : t('desk.nothing')}>
      <p>{t('desk.nothing.text')}</p>
    </Empty>
  )
}

function OrganisationNotice({ organisation }: { organisation: DeskPage['organisation'] }) {
  const { t, locale } = useSpeak()
  if (organisation.state === 'verified') return null
  const more = (
    <p>
      <a href={paths.deskOrganisation(locale, organisation.id)}>
        <Words text={organisation.names} />
      </a>
    </p>
  )
  if (organisation.state === 'registered')
    return (
      <Notice title={t('desk.waiting.title')}>
        <p>{t('desk.waiting.text')}</p>
        {more}
      </Notice>
    )
  return (
    <Notice kind="warning" title={t(`desk.${organisation.state}.title`)}>
      {organisation.state === 'suspended' && <p>{t('desk.suspended.text')}</p>}
      <blockquote dir="auto">{organisation.reason}</blockquote>
      {more}
    </Notice>
  )
}

function WithoutOrganisation({ person }: { person: DeskPerson }) {
  const { t, locale } = useSpeak()
  return (
    <>
      <PageHead title={t('desk.none.title')} lead={t('desk.none.lead')} />
      {person.coordinator && (
        <Notice>
          <p>{t('desk.none.coordinator')}</p>
          <p>
            <a href={paths.queue(locale)}>{t('desk.none.queue')}</a>
          </p>
        </Notice>
      )}
      <div className="columns">
        <section className="stack">
          <h2>{t('desk.none.register.title')}</h2>
          <p>{t('desk.none.register.text')}</p>
          <ButtonLink href={paths.registerOrganisation(locale)}>
            {t('desk.none.register.title')}
          </ButtonLink>
        </section>
        <section className="stack">
          <h2>{t('desk.none.invitation.title')}</h2>
          <p>{t('desk.none.invitation.text', { name: person.name })}</p>
        </section>
      </div>
    </>
  )
}
