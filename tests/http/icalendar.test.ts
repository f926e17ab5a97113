import { expect, it } from 'vitest'

import { calendarEvent, calendarFoot, calendarHead } from '#app/http/icalendar.ts'
import { readCalendar } from '#tests/support/formats.ts'

const event = {
  uid: 'mls_1@kept.example',
  sequence: 2,
  on: '2027-03-31',
  title: 'QD-2027-0001: 3,000 teachers; all of them',
  text: 'One\\two\nthree\r\nfour\u0000',
  url: 'https://kept.example/en/commitments/QD-2027-0001',
  createdAt: new Date('2027-01-02T03:04:05Z'),
  changedAt: new Date('2027-02-03T04:05:06.789Z'),
  cancelled: false,
}
const calendar = (one: Partial<typeof event> = {}) =>
  calendarHead({ name: 'Dates', lang: 'en', url: 'https://kept.example/x.ics' }) +
  calendarEvent({ ...event, ...one }) +
  calendarFoot()

it('says a day, a change and a name that another program understands', () => {
  const { name, events } = readCalendar(calendar())
  expect(name).toBe('Dates')
  expect(events).toEqual([
    {
      uid: event.uid,
      sequence: 2,
      title: event.title,
      text: 'One\\two\nthree\nfour',
      on: '2027-03-31',
      isDay: true,
      status: 'CONFIRMED',
      stamp: '2027-02-03T04:05:06Z',
      url: event.url,
    },
  ])
  expect(readCalendar(calendar({ cancelled: true })).events[0]?.status).toBe('CANCELLED')
})

it.each([
  'a'.repeat(300),
  '教'.repeat(120),
  'مُعلِّم '.repeat(40),
  '😀'.repeat(60),
  `a${'é'.repeat(100)}`,
])('folds a long line at 75 octets and leaves each letter whole: %s', (title) => {
  const text = calendar({ title })
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toContain('\ufffd')
  }
  expect(Buffer.from(text).toString('utf8')).toBe(text)
  expect(readCalendar(text).events[0]?.title).toBe(title)
})
