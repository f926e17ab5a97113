import type { ReactNode } from 'react'

import type { ScreeningPage } from '#app/db/read/screening.server.ts'
import { directionOf } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { SmartPanel } from '#app/ui/commitments/smart-panel.tsx'
import { TermsSummary } from '#app/ui/commitments/terms-summary.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { OrganisationMark, StatusMark } from '#app/ui/data/status-mark.tsx'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'
import { Timeline } from '#app/ui/data/timeline.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formState, type FormResult } from '#app/ui/form/form-state.ts'
import { BackLink } from '#app/ui/layout/breadcrumbs.tsx'
import { DeskFrame, type DeskPerson } from '#app/ui/layout/desk-frame.tsx'
import { MarginColumn, MarginFacts } from '#app/ui/layout/margin-column.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'

import { ChangesSince } from './changes.tsx'
import { Decide, questionLabels } from './decide.tsx'
import { useQuestionField } from './question-field.ts'

type Shown = NonNullable<ScreeningPage>

export function ScreenCommitmentPage(
  props: Shown & {
    person: DeskPerson
    decision: string | undefined
    result: FormResult | undefined
    rows: number
  },
) {
  const { t, locale } = useSpeak()
  const { commitment, declaration } = props
  const form = formState(props.result, {}, props.decision ?? 'f')
  const lang = commitment.terms.lang ?? 'en'
  return (
    <DeskFrame person={props.person} current="queue">
      <BackLink href={paths.queue(locale)}>{t('queue.title')}</BackLink>
      <ErrorSummary
        form={form}
        labels={{ reason: t('screening.reason'), ...questionLabels(t, props.rows) }}
      />
      <PageHead title={t('screening.title')} lead={t('screening.lead')} />
      <div className="stack">
        <MarginColumn
          as="article"
          record
          heading={
            <h2 lang={lang} dir={directionOf(lang)}>
              {commitment.terms.title}
            </h2>
          }
          margin={<Margin {...props} />}
        >
          <p>
            <OrganisationName organisation={props.lead} plain />
            <br />
            <span className="quiet">
              <LeadLine {...props} />
            </span>
          </p>
          {props.changes && (
            <Section id="changes" title={t('screening.changes')}>
              <ChangesSince page={props} changes={props.changes} />
            </Section>
          )}
          <Asked {...props} />
          <TermsSummary terms={commitment.terms} declaration={declaration} level={3} />
          <Partners partners={props.partners} lang={lang} />
        </MarginColumn>
        <SmartPanel check={props.smart} reader="coordinator" />
        <Decide {...props} />
      </div>
    </DeskFrame>
  )
}

function Section(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={props.id}>
      <h3 id={props.id}>{props.title}</h3>
      {props.children}
    </section>
  )
}

function LeadLine({ lead }: Shown) {
  const { t, countryName } = useSpeak()
  return t('screening.by', {
    group: t(`group.${lead.group}`),
    country: lead.country ? countryName(lead.country) : t('desk.organisation.worldwide'),
  })
}

function Margin({ commitment, declaration, lead }: Shown) {
  const { t, number, languageName } = useSpeak()
  return (
    <MarginFacts
      facts={[
        {
          key: 'state',
          term: t('screening.state'),
          value: <StatusMark status={commitment.state} compact />,
        },
        {
          key: 'submitted',
          term: t('screening.submitted'),
          value: commitment.submittedAt && <DateText at={commitment.submittedAt} />,
        },
        {
          key: 'declaration',
          term: t('screening.declaration'),
          value: <Words text={declaration.title} />,
        },
        {
          key: 'language',
          term: t('screening.language'),
          value: languageName(commitment.lang),
        },
        {
          key: 'milestones',
          term: t('screening.milestones'),
          value: number((commitment.terms.milestones ?? []).length),
        },
        {
          key: 'lead',
          term: t('head.organisation'),
          value: <OrganisationMark state={lead.state} compact />,
        },
      ]}
    />
  )
}

function Asked({ looks, commitment }: Shown) {
  const { t } = useSpeak()
  const fieldName = useQuestionField(commitment.terms)
  const returns = looks.filter(({ decision }) => decision === 'returned')
  if (returns.length === 0) return null
  return (
    <Section id="asked" title={t('screening.asked')}>
      <Timeline
        items={returns.map((look) => ({
          key: look.id,
          when: <DateText at={look.at} />,
          status: 'returned' as const,
          title: t('screening.asked.by', { name: look.by ?? '' }),
          children: (
            <ol className="stack">
              {look.questions.map((question, place) => (
                <li key={place}>
                  <b>{fieldName(question.field)}</b>
                  <p className="record-voice">{question.text}</p>
                </li>
              ))}
            </ol>
          ),
        }))}
      />
    </Section>
  )
}

function Partners({ partners, lang }: Pick<Shown, 'partners'> & { lang: string }) {
  const { t } = useSpeak()
  return (
    <Section id="partners" title={t('screening.parties')}>
      <DataTable
        caption={t('screening.parties.lead')}
        rows={partners}
        rowKey={(party) => party.id}
        empty={<p className="quiet">{t('screening.parties.none')}</p>}
        columns={[
          {
            key: 'organisation',
            label: t('desk.parties.organisation'),
            header: true,
            cell: ({ organisation }) => <OrganisationName organisation={organisation} plain />,
          },
          {
            key: 'role',
            label: t('desk.parties.role'),
            cell: ({ role }) => <Foreign lang={lang} text={role} />,
          },
          {
            key: 'share',
            label: t('desk.parties.share'),
            cell: ({ share }) => <Foreign lang={lang} text={share} />,
          },
          {
            key: 'answer',
            label: t('desk.parties.answer'),
            cell: ({ state, answeredAt, reason }) => (
              <>
                <StatusMark status={state} compact />
                {answeredAt && (
                  <p className="quiet small">
                    <DateText at={answeredAt} />
                  </p>
                )}
                {reason && <p className="small">{t('screening.parties.reason', { reason })}</p>}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
