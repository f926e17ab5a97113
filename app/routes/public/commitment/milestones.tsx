import type { RecordMilestone } from '#app/db/read/record-milestones.server.ts'
import type { RecordPage as Record } from '#app/db/read/record.server.ts'
import { slippageOf, type Slip } from '#app/domain/commitments/slippage.ts'
import { isFinding } from '#app/domain/milestones/report-state.ts'
import type { LocalText } from '#app/domain/shared/language.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { DataTable } from '#app/ui/data/data-table.tsx'
import { StatusMark, type Status } from '#app/ui/data/status-mark.tsx'
import { DateText, Foreign, Words } from '#app/ui/data/text.tsx'
import { Timeline, type TimelineItem } from '#app/ui/data/timeline.tsx'

import { Claims } from './claims.tsx'
import { Reported } from './report.tsx'
import { Arrow, FirstDue } from './slippage.tsx'

/** More still to come than this are gathered by year: a long plan stays readable. */
const MANY = 12

/** The dated steps, oldest first: promised, claimed, reviewed, and how late. */
export function Milestones({ page }: { page: Record }) {
  const { t } = useSpeak()
  const { milestones, terms } = page
  const isOpen = (milestone: RecordMilestone) =>
    milestone.timeliness !== 'planned' || milestone.reports.length > 0
  const planned = milestones.filter((milestone) => !isOpen(milestone))
  const shown = planned.length > MANY ? milestones.filter(isOpen) : milestones
  const years = [...new Set(planned.map(({ dueOn }) => dueOn.slice(0, 4)))]
  const slips = slippageOf(page.versions)
  const items = (some: readonly RecordMilestone[]) => (
    <Timeline
      items={some.map((milestone) =>
        itemOf({
          milestone,
          lang: terms.lang,
          folded: milestones.length > MANY,
          slip: slips.find(({ deadline }) => 'id' in deadline && deadline.id === milestone.id),
        }),
      )}
    />
  )
  return (
    <section>
      <h2 className="text-lg">{t('record.milestones', { n: milestones.length })}</h2>
      {shown.length > 0 && items(shown)}
      {planned.length > MANY &&
        years.map((year) => {
          const some = planned.filter(({ dueOn }) => dueOn.startsWith(year))
          return (
            <details key={year}>
              <summary>{t('record.planned-in', { year, n: some.length })}</summary>
              {items(some)}
            </details>
          )
        })}
      <Claims page={page} />
    </section>
  )
}

function statusOf(milestone: RecordMilestone): Status {
  if (milestone.finding) return milestone.finding
  const newest = milestone.reports[0]?.state
  return milestone.timeliness === 'reported' && newest ? newest : milestone.timeliness
}

type Shown = {
  milestone: RecordMilestone
  lang: string
  folded: boolean
  slip: Slip | undefined
}

const itemOf = (shown: Shown): TimelineItem => ({
  key: shown.milestone.id,
  id: shown.milestone.id,
  when: <DateText day={shown.milestone.dueOn} />,
  status: statusOf(shown.milestone),
  title: <MilestoneTitle milestone={shown.milestone} lang={shown.lang} />,
  children: <Milestone {...shown} />,
})

const inAll = (milestone: RecordMilestone, lang: string): LocalText => ({
  ...milestone.translations,
  [lang]: milestone.title,
})

function MilestoneTitle(props: { milestone: RecordMilestone; lang: string }) {
  const { milestone, lang } = props
  return (
    <>
      {milestone.code && <span className="quiet">{milestone.code} </span>}
      <Words text={inAll(milestone, lang)} />
    </>
  )
}

function Milestone({ milestone, lang, folded, slip }: Shown) {
  const { t, number, days } = useSpeak()
  const { timeliness, daysLate, reports } = milestone
  const [newest, ...earlier] = reports
  const isLate = daysLate > 0 && timeliness !== 'planned'
  return (
    <div className="milestone">
      <p className="marks">
        <StatusMark status={statusOf(milestone)} compact />
        {milestone.finding && newest && !isFinding(newest.state) && (
          <StatusMark status={newest.state} compact />
        )}
        {newest?.state === 'returned' && !milestone.finding && (
          <StatusMark status="returned" compact />
        )}
        {isLate && (
          <span>
            {t(reports.length > 0 ? 'record.reported-late' : 'record.days-overdue', {
              days: days(daysLate),
            })}
          </span>
        )}
      </p>
      <p>
        {milestone.baseline !== null && (
          <>
            {t('value.baseline', { value: number(milestone.baseline) })} <Arrow />
          </>
        )}
        {t('value.target', { value: number(milestone.target) })}{' '}
        <Foreign lang={lang} text={milestone.unit} />
      </p>
      <FirstDue slip={slip} />
      <Terms milestone={milestone} lang={lang} />
      {newest ? (
        <Reported report={newest} milestone={milestone} folded={folded} />
      ) : (
        <p className="quiet">{t('list.no-report-yet')}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('record.earlier-reports', { n: earlier.length })}</summary>
          {earlier.map((report) => (
            <Reported key={report.id} report={report} milestone={milestone} />
          ))}
        </details>
      )}
    </div>
  )
}

/** How it is measured and by what it will be shown. */
function Terms({ milestone, lang }: { milestone: RecordMilestone; lang: string }) {
  const { t } = useSpeak()
  const { indicator, evidenceExpected, responsible, indicators } = milestone
  const said = [
    ['record.indicator', indicator],
    ['record.evidence-expected', evidenceExpected],
    ['record.responsible', responsible],
  ] as const
  return (
    <>
      {said.some(([, text]) => text !== '') && (
        <dl className="terms small">
          {said
            .filter(([, text]) => text !== '')
            .map(([key, text]) => (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>
                  <Foreign lang={lang} text={text} />
                </dd>
              </div>
            ))}
        </dl>
      )}
      {indicators.length > 0 && <Indicators indicators={indicators} />}
    </>
  )
}

/** Deadlines in their authors' own words, and how the register reads them. */
function Indicators({ indicators }: Pick<RecordMilestone, 'indicators'>) {
  const { t } = useSpeak()
  return (
    <details>
      <summary>{t('record.indicators', { n: indicators.length })}</summary>
      <DataTable
        dense
        caption={t('record.indicators', { n: indicators.length })}
        quietCaption
        rows={indicators}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'words',
            label: t('record.indicator'),
            header: true,
            cell: (row) => (
              <>
                <span className="quiet">{row.code}</span> <Words text={row.words} />
              </>
            ),
          },
          {
            key: 'deadline',
            label: t('record.deadline-words'),
            cell: (row) => <Words text={row.dueWords} />,
          },
          {
            key: 'reading',
            label: t('record.deadline-reading'),
            cell: (row) => (
              <>
                <DateText day={row.dueOn} />
                {Object.keys(row.reading).length > 0 && (
                  <small className="under">
                    <Words text={row.reading} />
                  </small>
                )}
              </>
            ),
          },
        ]}
      />
    </details>
  )
}
