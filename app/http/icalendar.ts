import type { Day } from '#app/domain/shared/dates.ts'

/** One day on which something is due. Everything is text and is escaped when it is written. */
export type CalendarEvent = {
  /** Never changes, whatever becomes of the day or the words. */
  uid: string
  /** Rises with each change, so that a calendar that has it already takes the newer one. */
  sequence: number
  on: Day
  title: string
  text: string
  /** The page to read. */
  url: string
  createdAt: Date
  /** When what it says was last changed: never the moment it is asked for. */
  changedAt: Date
  cancelled: boolean
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  ';': '\\;',
  ',': '\\,',
  '\n': '\\n',
}
// oxlint-disable-next-line no-control-regex -- control characters are what this drops
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu

const text = (words: string) =>
  words
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNWRITABLE, '')
    .replaceAll(/[\\;,\n]/g, (sign) => signs[sign] ?? sign)
const digits = (day: Day) => day.replaceAll('-', '')
const instant = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')

const LINE = 75
const encoder = new TextEncoder()

/** No line is longer than 75 octets (RFC 5545, 3.1); a letter of several octets stays whole. */
function folded(line: string): string {
  // Most lines are short whatever their letters: those are not counted.
  if (line.length * 3 <= LINE) return `${line}\r\n`
  let out = ''
  let room = LINE
  for (const letter of line) {
    const octets = encoder.encode(letter).length
    if (octets > room) {
      out += '\r\n '
      room = LINE - 1
    }
    out += letter
    room -= octets
  }
  return `${out}\r\n`
}

const written = (lines: readonly string[]) => lines.map(folded).join('')

/** How a calendar begins; a program that follows it asks again once a day. */
export const calendarHead = ({ name, lang, url }: { name: string; lang: string; url: string }) =>
  written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Kept//Kept//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${lang}:${text(name)}`,
    `X-WR-CALNAME;LANGUAGE=${lang}:${text(name)}`,
    `SOURCE;VALUE=URI:${url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
  ])

export const calendarFoot = () => written(['END:VCALENDAR'])

/** An all-day event as RFC 5545 writes it. It takes up nobody's time. */
export const calendarEvent = (event: CalendarEvent): string =>
  written([
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${instant(event.changedAt)}`,
    `LAST-MODIFIED:${instant(event.changedAt)}`,
    `CREATED:${instant(event.createdAt)}`,
    `DTSTART;VALUE=DATE:${digits(event.on)}`,
    `SUMMARY:${text(event.title)}`,
    `DESCRIPTION:${text(event.text)}`,
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
