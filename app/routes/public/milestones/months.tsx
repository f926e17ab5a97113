import type { MilestonesPage as Milestones } from '#app/db/read/milestones.server.ts'
import { ALL_YEARS, besidePeriod, monthOf, yearOf } from '#app/domain/browsing/due-index.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { heatBreaks, heatStep } from '#app/ui/data/heat-steps.ts'

import { periodInWords } from './period-in-words.ts'

type Page = Pick<Milestones, 'period' | 'today' | 'filters' | 'states' | 'months'>

const useMonths = ({ filters, states }: Page) => {
  const { locale } = useSpeak()
  return (month: string) => paths.milestones(locale, { ...filters, state: states, month })
}

/** The month that is shown between the one before and the one after, and the way back to today. */
export function BesideMonths({ page }: { page: Page }) {
  const speech = useSpeak()
  const { t } = speech
  const href = useMonths(page)
  const { period, today } = page
  const [previous, next] = [besidePeriod(period, -1), besidePeriod(period, 1)]
  return (
    <nav className="beside-months" aria-label={t('calendar.beside')}>
      {previous && (
        <a href={href(previous)} rel="prev">
          <span className="arrow" aria-hidden="true">
            ←
          </span>
          {periodInWords(previous, speech)}
        </a>
      )}
      <b className="record-voice">{periodInWords(period, speech)}</b>
      {next && (
        <a href={href(next)} rel="next">
          {periodInWords(next, speech)}
          <span className="arrow" aria-hidden="true">
            →
          </span>
        </a>
      )}
      {period !== monthOf(today) && <a href={href(monthOf(today))}>{t('calendar.today')}</a>}
    </nav>
  )
}

/** The twelve months of the year, darker where more falls due; the years beside it at its ends. */
export function YearStrip({ page }: { page: Page }) {
  const { t, number, month: inWords, monthName } = useSpeak()
  const href = useMonths(page)
  const { period, months, today } = page
  const year = yearOf(months[0]?.month ?? period)
  const breaks = heatBreaks(months.map(({ count }) => count))
  const isThis = (which: string) => (which === period ? 'page' : undefined)
  const years = [besidePeriod(year, -1), year, besidePeriod(year, 1)]
  return (
    <nav aria-label={t('calendar.months', { year })}>
      <p className="links small">
        {years.map(
          (one) =>
            one && (
              <a key={one} href={href(one)} aria-current={isThis(one)}>
                {one}
              </a>
            ),
        )}
        <a href={href(ALL_YEARS)} aria-current={isThis(ALL_YEARS)}>
          {t('calendar.all-years')}
        </a>
      </p>
      {period !== ALL_YEARS && (
        <ol className="months">
          {months.map(({ month, count }) => (
            <li key={month}>
              <a
                href={href(month)}
                className={`h${heatStep(count, breaks)}`}
                aria-current={isThis(month)}
                aria-label={t('calendar.in-month', { month: inWords(`${month}-01`), n: count })}
              >
                <span className={month === monthOf(today) ? 'is-today' : undefined}>
                  {monthName(`${month}-01`)}
                </span>
                <b>{number(count)}</b>
              </a>
            </li>
          ))}
        </ol>
      )}
    </nav>
  )
}
