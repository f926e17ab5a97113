import type { MilestonesPage as Milestones } from '#app/db/read/milestones.server.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { OrganisationName } from '#app/ui/data/organisation-name.tsx'
import { StatusMark } from '#app/ui/data/status-mark.tsx'
import { Foreign } from '#app/ui/data/text.tsx'

type Row = Milestones['rows'][number]

/** What falls due, day by day: the day in the margin, as the register has its numbers. */
export function Days({ rows }: { rows: readonly Row[] }) {
  const { date } = useSpeak()
  const days = [...new Set(rows.map(({ dueOn }) => dueOn))]
  return (
    <ol className="days">
      {days.map((day) => (
        <li key={day}>
          <h3>
            <time dateTime={day}>{date(day)}</time>
          </h3>
          <ul>
            {rows
              .filter(({ dueOn }) => dueOn === day)
              .map((row) => (
                <li key={row.id}>
                  <Milestone row={row} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Milestone({ row }: { row: Row }) {
  const { t, days, locale } = useSpeak()
  const { commitment, daysLate } = row
  return (
    <>
      <div className="standing">
        <StatusMark status={row.state} compact />
        {daysLate !== null && (
          <small className="quiet">{t('record.days-overdue', { days: days(daysLate) })}</small>
        )}
      </div>
      <div>
        <a href={`${paths.commitment(locale, row.number)}#${row.id}`}>
          <Foreign lang={row.titleLang} text={row.title} />
        </a>
        <small className="under">
          <bdi dir="ltr" className="number">
            {row.number}
          </bdi>
          <Foreign lang={commitment.lang} text={commitment.title} />
          <OrganisationName organisation={row.lead} plain />
        </small>
      </div>
    </>
  )
}
