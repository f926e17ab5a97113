import type { MilestonesPage as Milestones } from '#app/db/read/milestones.server.ts'
import { dueStates } from '#app/domain/browsing/due-index.ts'
import type { CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { useSpeak } from '#app/i18n/speak.tsx'
import { paths } from '#app/paths.ts'
import { chosenFilters, filterGroups, keptFilters } from '#app/ui/data/commitment-filters.ts'
import { DataLinks } from '#app/ui/data/data-links.tsx'
import {
  ChosenFilters,
  Filters,
  type FilterGroup,
  type FilterOption,
} from '#app/ui/data/filters.tsx'
import { Mark } from '#app/ui/data/glyph.tsx'
import { Pagination } from '#app/ui/data/pagination.tsx'
import { statusGlyphs } from '#app/ui/data/status-mark.tsx'
import { Empty } from '#app/ui/layout/notice.tsx'
import { PageHead } from '#app/ui/layout/page-head.tsx'
import { PublicShell } from '#app/ui/layout/public-shell.tsx'

import { Days } from './days.tsx'
import { BesideMonths, YearStrip } from './months.tsx'
import { periodInWords } from './period-in-words.ts'

export function MilestonesPage(page: Milestones) {
  const speech = useSpeak()
  const { t, locale } = speech
  const { period, shown, filters, states } = page
  const words = t('calendar.shown', { from: shown.from, to: shown.to, total: shown.total })
  const addressOf = (asked: CommitmentFilters, cursor: Record<string, string> = {}) =>
    paths.milestones(locale, { ...asked, state: states, month: period, ...cursor })
  return (
    <PublicShell current="milestones" record={page.record}>
      <PageHead title={t('calendar.title')} lead={t('calendar.lead')} />
      <div className="split">
        <div className="stack">
          <p className="narrow-only">
            <a href="#filters">{t('filter.title')}</a>
          </p>
          <ChosenFilters
            chosen={chosenFilters(page, speech, addressOf)}
            clearHref={addressOf({})}
          />
          <BesideMonths page={page} />
          <YearStrip page={page} />
          <States page={page} />
          {shown.total > 0 ? (
            <section>
              <h2 className="visually-hidden">{periodInWords(period, speech)}</h2>
              <p className="small quiet">{words}</p>
              <Days rows={page.rows} />
              <Pagination
                previous={shown.previous && addressOf(filters, { before: shown.previous })}
                next={shown.next && addressOf(filters, { after: shown.next })}
                shown={words}
              />
              <DataLinks of="list" path={addressOf(filters, {})} formats={['csv', 'json', 'ics']} />
            </section>
          ) : (
            <Nothing page={page} />
          )}
        </div>
        <Filters
          action={paths.milestones(locale)}
          groups={filterGroups(page, speech).map(uncounted)}
          keep={{ ...keptFilters(filters), month: period }}
        >
          {states.map((state) => (
            <input key={state} type="hidden" name="state" value={state} />
          ))}
        </Filters>
      </div>
    </PublicShell>
  )
}

/** Their numbers are of commitments, and of all months: here they would only mislead. */
function uncounted(group: FilterGroup): FilterGroup {
  const without = (options: readonly FilterOption[]) =>
    options.map(({ value, label, chosen = false }) => ({ value, label, chosen }))
  const { options, sections = [], ...rest } = group
  return {
    ...rest,
    options: without(options),
    sections: sections.map((section) => ({ ...section, options: without(section.options) })),
  }
}

/** How many of the month stand how, each a link to just these. */
function States({ page }: { page: Milestones }) {
  const { t, number, locale } = useSpeak()
  const { counts, states, filters, period } = page
  const all = dueStates.reduce((sum, state) => sum + counts[state], 0)
  const shown = dueStates.filter((state) => counts[state] > 0 || states.includes(state))
  if (shown.length === 0) return null
  const href = (state?: string) => paths.milestones(locale, { ...filters, month: period, state })
  return (
    <nav aria-label={t('calendar.states')}>
      <ul className="outcome-list">
        <li>
          <a href={href()} aria-current={states.length === 0 ? 'true' : undefined}>
            {t('calendar.every-state')}
          </a>
          <b>{number(all)}</b>
        </li>
        {shown.map((state) => (
          <li key={state}>
            <Mark glyph={statusGlyphs[state]} />
            <a href={href(state)} aria-current={states.includes(state) ? 'true' : undefined}>
              {t(`status.${state}`)}
            </a>
            <b>{number(counts[state])}</b>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Why there is nothing, and where the nearest is. */
function Nothing({ page }: { page: Milestones }) {
  const speech = useSpeak()
  const { t, locale, month: inWords } = speech
  const { filters, states, period, nearest } = page
  const isNarrowed = Object.keys(filters).length > 0 || states.length > 0
  const title = t(isNarrowed ? 'calendar.none-like' : 'calendar.none', {
    period: periodInWords(period, speech),
  })
  const near = [nearest?.earlier, nearest?.later].filter((one) => one !== undefined)
  return (
    <Empty title={title}>
      {near.length === 0 ? (
        <p>{t('calendar.nowhere')}</p>
      ) : (
        <p>
          {t('calendar.nearest')}{' '}
          {near.map(({ month, count }, place) => (
            <span key={month}>
              {place > 0 && ' · '}
              <a href={paths.milestones(locale, { ...filters, state: states, month })}>
                {t('calendar.in-month', { month: inWords(`${month}-01`), n: count })}
              </a>
            </span>
          ))}
        </p>
      )}
    </Empty>
  )
}
