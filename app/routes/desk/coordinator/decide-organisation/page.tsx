import type { OrganisationCase } from '#app/db/read/screening.server.ts'
import { movesOf } from '#app/domain/organisations/organisation-decision.ts'
import type { OrganisationMove } from '#app/domain/organisations/organisation-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { OrganisationMark } from '#app/ui/data/status-mark.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { Bdi, DateText, Foreign } from '#app/ui/data/text.tsx'
import { Timeline } from '#app/ui/data/timeline.tsx'
import { Button, FormActions } from '#app/ui/form/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { PostForm } from '#app/ui/form/post-form.tsx'
import { TextArea } from '#app/ui/form/text-fields.tsx'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

type Shown = NonNullable<OrganisationCase>

export function DecideOrganisationPage(
  props: Shown & { person: DeskPerson; move: string | undefined; result: FormResult | undefined },
) {
  const { t, locale, words } = useSpeak()
  const { organisation } = props
  const waits = organisation.state === 'registered'
  const form = formState(props.result, {}, props.move ?? 'f')
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.queue(locale)}>{t('queue.title')}</BackLink>
      <ErrorSummary form={form} labels={{ reason: t('deciding.reason') }} />
      <PageHead
        title={t(waits ? 'deciding.title' : 'deciding.title.decided')}
        lead={waits && t('deciding.lead')}
      />
      <MarginColumn
        as="article"
        record
        heading={
          <h2>
            <Foreign {...words(organisation.names)} />
          </h2>
        }
        margin={
          <MarginFacts
            facts={[
              {
                key: 'state',
                term: t('deciding.state'),
                value: <OrganisationMark state={organisation.state} compact />,
              },
              {
                key: 'since',
                term: t('deciding.since'),
                value: <DateText at={organisation.createdAt} />,
              },
              {
                key: 'commitments',
                term: t('deciding.commitments'),
                value: <CommitmentCount {...props} />,
              },
            ]}
          />
        }
      >
        <Facts organisation={organisation} />
        <People people={props.people} />
        <History history={props.history} />
        {movesOf(organisation.state).map((move) => (
          <Move key={move} move={move} result={props.move === move ? props.result : undefined} />
        ))}
        {organisation.state === 'refused' && <p className="quiet">{t('deciding.nothing')}</p>}
      </MarginColumn>
    </DeskFrame>
  )
}

function CommitmentCount({ organisation, published }: Shown) {
  const { locale, number } = useSpeak()
  return published === 0 ? (
    number(0)
  ) : (
    <a href={paths.organisation(locale, organisation.id)}>{number(published)}</a>
  )
}

function Facts({ organisation }: Pick<Shown, 'organisation'>) {
  const { t, countryName, languageName } = useSpeak()
  const { names, lang, website, identifier, externalId } = organisation
  const others = Object.entries(names).filter(([other]) => other !== lang)
  return (
    <section className="stack" aria-labelledby="facts">
      <h3 id="facts">{t('deciding.facts')}</h3>
      <SummaryList
        rows={[
          {
            key: 'name',
            term: t('deciding.name'),
            value: <Foreign lang={lang} text={names[lang] ?? ''} />,
          },
          ...others.map(([other, text]) => ({
            key: `name-${other}`,
            term: t('deciding.names.other', { language: languageName(other) }),
            value: <Foreign lang={other} text={text} />,
          })),
          { key: 'group', term: t('deciding.group'), value: t(`group.${organisation.group}`) },
          {
            key: 'country',
            term: t('deciding.country'),
            value: organisation.country
              ? countryName(organisation.country)
              : t('desk.organisation.worldwide'),
          },
          {
            key: 'website',
            term: t('deciding.website'),
            value: website && (
              <a href={website} rel="noreferrer nofollow">
                <bdi dir="ltr">{website}</bdi>
              </a>
            ),
          },
          {
            key: 'identifier',
            term: t('deciding.identifier'),
            value: identifier && <bdi dir="ltr">{identifier}</bdi>,
          },
          ...(externalId
            ? [
                {
                  key: 'external',
                  term: t('deciding.external'),
                  value: <bdi dir="ltr">{externalId}</bdi>,
                },
              ]
            : []),
          {
            key: 'identity',
            term: t('deciding.identity'),
            value: <Foreign lang={lang} text={organisation.identityCheck} as="div" />,
          },
        ]}
      />
    </section>
  )
}

function People({ people }: Pick<Shown, 'people'>) {
  const { t, date } = useSpeak()
  return (
    <section className="stack" aria-labelledby="people">
      <h3 id="people">{t('deciding.people')}</h3>
      <DataTable
        caption={t('deciding.people')}
        quietCaption
        rows={people}
        rowKey={(person) => person.id}
        empty={<p className="quiet">{t('deciding.people.none')}</p>}
        columns={[
          {
            key: 'name',
            label: t('deciding.person'),
            header: true,
            cell: ({ name }) => <Bdi>{name}</Bdi>,
          },
          {
            key: 'email',
            label: t('deciding.email'),
            cell: ({ email }) => (
              <a href={`mailto:${email}`}>
                <bdi dir="ltr">{email}</bdi>
              </a>
            ),
          },
          {
            key: 'role',
            label: t('deciding.role'),
            cell: ({ role }) => t(`desk.organisation.role.${role}`),
          },
          {
            key: 'time',
            label: t('deciding.time'),
            cell: ({ since, until }) =>
              until
                ? t('deciding.time.over', { from: date(since), to: date(until) })
                : t('deciding.time.now', { from: date(since) }),
          },
        ]}
      />
    </section>
  )
}

function History({ history }: Pick<Shown, 'history'>) {
  const { t } = useSpeak()
  return (
    <section className="stack" aria-labelledby="history">
      <h3 id="history">{t('deciding.history')}</h3>
      <Timeline
        items={history.map((act) => ({
          key: act.id,
          when: <DateText at={act.at} />,
          title: t(`deciding.act.${act.kind}`),
          children: (
            <>
              {act.by && <p className="quiet">{t('deciding.by', { name: act.by })}</p>}
              {act.reason && <p>{act.reason}</p>}
              {act.entry !== null && (
                <p className="quiet small">{t('deciding.entry', { entry: act.entry })}</p>
              )}
            </>
          ),
        }))}
      />
    </section>
  )
}

const kindOfButton = {
  verify: 'primary',
  refuse: 'danger',
  suspend: 'danger',
  reinstate: 'primary',
} as const

function Move({ move, result }: { move: OrganisationMove; result: FormResult | undefined }) {
  const { t } = useSpeak()
  const form = formState(result, {}, move)
  return (
    <section className="stack" aria-labelledby={`${move}-title`}>
      <h3 id={`${move}-title`}>{t(`deciding.${move}`)}</h3>
      <p className="prose">{t(`deciding.${move}.text`)}</p>
      <PostForm hidden={{ move }} label={t(`deciding.${move}`)}>
        {move !== 'verify' && (
          <TextArea {...form.field('reason')} label={t('deciding.reason')} rows={4} max={2000} />
        )}
        <FormActions>
          <Button kind={kindOfButton[move]}>{t(`deciding.${move}.button`)}</Button>
        </FormActions>
      </PostForm>
    </section>
  )
}
