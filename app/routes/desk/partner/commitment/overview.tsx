import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import { isSettled } from '#app/domain/commitments/amendment.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { AssuranceTag, StatusMark } from '#app/ui/data/status-mark.tsx'
import { SummaryList } from '#app/ui/data/summary-list.tsx'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'
import { ButtonLink, FormActions } from '#app/ui/form/button.tsx'
import { Notice } from '#app/ui/layout/notice.tsx'
import { Receipt } from '#app/ui/log/receipt.tsx'

type Milestone = DeskCommitment['milestones'][number]

/** A commitment on the public record: where it stands, what can be done about it. */
export function Overview({ page }: { page: DeskCommitment }) {
  const { t, locale, date } = useSpeak()
  const { commitment, outcome, assurance, milestones, endedAt, endReason, publishedAt } = page
  const { state, number, version, terms } = commitment
  const next =
    state === 'published'
      ? milestones
          .filter(({ timeliness, report }) => timeliness !== 'reported' && !report)
          .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0]
      : undefined
  return (
    <div className="stack">
      <p className="marks">
        {outcome && <StatusMark status={outcome} />}
        {assurance && <AssuranceTag assurance={assurance} />}
        {number && <a href={paths.commitment(locale, number)}>{t('desk.commitment.public')}</a>}
      </p>
      <Receipt entry={page.entry} />
      {state === 'withdrawn' && endedAt && (
        <Notice kind="warning">
          <p>{t('desk.commitment.withdrawn.text', { date: date(endedAt) })}</p>
          <Foreign lang={terms.lang ?? 'en'} text={endReason} as="blockquote" />
        </Notice>
      )}
      {state === 'closed' && endedAt && (
        <Notice>
          <p>{t('desk.commitment.closed.text', { date: date(endedAt) })}</p>
        </Notice>
      )}
      {next && (
        <FormActions>
          <ButtonLink href={paths.draftReport(locale, next.id)}>
            {t('desk.commitment.next')}
          </ButtonLink>
          <span>
            <Foreign lang={next.commitment.lang} text={next.title} />
            {', '}
            <DateText day={next.dueOn} />
          </span>
        </FormActions>
      )}
      <section aria-labelledby="milestones">
        <h2 id="milestones">{t('desk.commitment.milestones')}</h2>
        <Milestones milestones={milestones} open={state === 'published'} />
      </section>
      <Partners page={page} />
      <section aria-labelledby="facts">
        <h2 id="facts">{t('desk.commitment.version', { n: version })}</h2>
        <SummaryList
          rows={[
            {
              key: 'published',
              term: t('desk.commitment.published-on'),
              value: publishedAt && <DateText day={dayOf(publishedAt)} />,
            },
            {
              key: 'ends',
              term: t('desk.commitment.ends-on'),
              value: terms.endOn && <DateText day={terms.endOn} />,
            },
          ]}
        />
      </section>
      {state === 'published' && <Actions page={page} />}
    </div>
  )
}

function Milestones(props: { milestones: readonly Milestone[]; open: boolean }) {
  const { t, number, locale } = useSpeak()
  return (
    <DataTable
      caption={t('desk.commitment.milestones')}
      quietCaption
      rows={props.milestones}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'milestone',
          label: t('desk.commitment.milestone'),
          header: true,
          cell: ({ title, commitment }) => <Foreign lang={commitment.lang} text={title} />,
        },
        {
          key: 'due',
          label: t('head.due'),
          cell: ({ dueOn, daysLate, timeliness }) => (
            <>
              <DateText day={dueOn} />
              {daysLate > 0 && timeliness !== 'planned' && (
                <span className="quiet small block">
                  {t('desk.commitment.days-late', { n: daysLate })}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'target',
          label: t('head.target'),
          cell: ({ target, unit, commitment }) => (
            <>
              <span className="numeric">{number(target)}</span>{' '}
              <Foreign lang={commitment.lang} text={unit} />
            </>
          ),
        },
        {
          key: 'status',
          label: t('head.status'),
          cell: ({ timeliness, report }) => (
            <StatusMark
              status={report && report.state !== 'drafted' ? report.state : timeliness}
              compact
            />
          ),
        },
        {
          key: 'report',
          label: t('desk.commitment.report'),
          cell: ({ id, title, report }) =>
            report ? (
              <a href={paths.report(locale, report.id)}>
                {isSettled(report.state)
                  ? t('desk.commitment.report.see')
                  : t('desk.button.report-draft')}
                <span className="visually-hidden"> {title}</span>
              </a>
            ) : (
              props.open && (
                <a href={paths.draftReport(locale, id)}>
                  {t('desk.commitment.report')}
                  <span className="visually-hidden"> {title}</span>
                </a>
              )
            ),
        },
      ]}
    />
  )
}

function Partners({ page }: { page: DeskCommitment }) {
  const { t, locale } = useSpeak()
  const { partners, commitment } = page
  return (
    <section className="stack" aria-labelledby="partners">
      <h2 id="partners">{t('desk.commitment.partners')}</h2>
      {partners.length === 0 ? (
        <p>{t('desk.commitment.partners.none')}</p>
      ) : (
        <ul>
          {partners.map((partner) => (
            <li key={partner.id}>
              <bdi>
                <Words text={partner.names} />
              </bdi>{' '}
              <StatusMark status={partner.state} compact />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={paths.inviteParty(locale, commitment.id)}>
          {t('desk.commitment.partners.manage')}
        </a>
      </p>
    </section>
  )
}

function Actions({ page }: { page: DeskCommitment }) {
  const { t, locale } = useSpeak()
  const { id } = page.commitment
  return (
    <section className="stack" aria-labelledby="actions">
      <h2 id="actions">{t('desk.commitment.actions')}</h2>
      {page.may.amend ? (
        <dl className="summary">
          <div>
            <dt>
              <a href={paths.amendCommitment(locale, id)}>{t('desk.commitment.amend')}</a>
            </dt>
            <dd>{t('desk.commitment.amend.text')}</dd>
          </div>
          <div>
            <dt>
              <a href={paths.withdrawCommitment(locale, id)}>{t('desk.commitment.withdraw')}</a>
            </dt>
            <dd>{t('desk.commitment.withdraw.text')}</dd>
          </div>
        </dl>
      ) : (
        <p>{t('desk.commitment.actions.focal-point')}</p>
      )}
    </section>
  )
}
