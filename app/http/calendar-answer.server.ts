import { calendarOf, type CalendarRow, type InCalendar } from '#app/db/read/calendar.server.ts'
import { dayOf, monthsBefore, type Day } from '#app/domain/shared/dates.ts'
import type { Speech } from '#app/i18n/speech.ts'
import { inFormat, paths } from '#app/paths.ts'
import { withMarksInWords } from '#app/ui/data/withheld.tsx'

import { streamedAnswer, type Asked } from './data-answer.server.ts'
import { calendarEvent, calendarFoot, calendarHead, type CalendarEvent } from './icalendar.ts'

/** Calendars that somebody follows tell what is to come, and the last twelve months. */
export const yearBefore = ({ context }: Asked): Day => dayOf(monthsBefore(context.now(), 12))

/** Milestones as days in a calendar, in the reader's language. */
export function calendarAnswer(
  asked: Asked,
  told: { title: string; page: string; parts: () => Iterable<InCalendar> },
): Response {
  const { context, speech, locale } = asked
  const name = `${told.title} (${speech.t('register.as-noun')})`
  const url = context.origin + inFormat(told.page, 'ics')
  return streamedAnswer(asked, 'ics', async function* () {
    yield calendarHead({ name, lang: locale, url })
    for (const which of told.parts()) {
      const rows = await calendarOf(context.db, which, locale)
      yield rows.map((row) => calendarEvent(eventOf(row, speech, context.origin))).join('')
    }
    yield calendarFoot()
  })
}

function eventOf(row: CalendarRow, speech: Speech, origin: string): CalendarEvent {
  const { t, words, number, locale } = speech
  const said = (text: string) => withMarksInWords(speech, text)
  const cancelled = row.state === 'withdrawn'
  const text = [
    said(row.commitment),
    words(row.names).text,
    t('data.target', { target: number(row.target), unit: said(row.unit) }),
    ...(cancelled ? [t('status.withdrawn')] : []),
    ...(row.invented ? [t('mark.invented')] : []),
    origin + paths.permalink(row.number),
  ]
  return {
    uid: `${row.id}@${new URL(origin).hostname}`,
    // A withdrawal is a change that makes no new version.
    sequence: row.version - (cancelled ? 0 : 1),
    on: row.dueOn,
    title: `${row.number}: ${said(row.title)}`,
    text: text.join('\n'),
    url: origin + paths.commitment(locale, row.number),
    createdAt: row.publishedAt,
    changedAt: row.changedAt,
    cancelled,
  }
}
