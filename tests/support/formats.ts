import { XMLParser } from 'fast-xml-parser'
import ICAL from 'ical.js'

import type { Database } from '#app/db/client.server.ts'
import * as logFeed from '#app/routes/feeds/log/route.tsx'
import * as clause from '#app/routes/formats/clause/route.tsx'
import * as commitment from '#app/routes/formats/commitment/route.tsx'
import * as commitments from '#app/routes/formats/commitments/route.tsx'
import * as coverage from '#app/routes/formats/coverage/route.tsx'
import * as milestones from '#app/routes/formats/milestones/route.tsx'
import * as organisation from '#app/routes/formats/organisation/route.tsx'
import * as organisations from '#app/routes/formats/organisations/route.tsx'
import * as places from '#app/routes/formats/places/route.tsx'
import * as search from '#app/routes/formats/search/route.tsx'

import { testServer } from './server.ts'
import { NOW } from './world.ts'

type Routes = NonNullable<Parameters<typeof testServer>[0]>
const inFormats = (path: string, module: object, formats: readonly string[]): Routes =>
  Object.fromEntries(formats.map((format) => [`:locale/${path}.${format}`, module]))

const routes: Routes = {
  ...inFormats('commitments', commitments, ['csv', 'json', 'atom', 'ics']),
  ...inFormats('commitments/:number', commitment, ['json', 'jsonld', 'atom', 'ics']),
  ...inFormats('search', search, ['csv', 'json', 'atom']),
  ...inFormats('milestones', milestones, ['csv', 'json', 'ics']),
  ...inFormats('coverage', coverage, ['csv', 'json']),
  ...inFormats('places', places, ['csv', 'json']),
  ...inFormats('organisations', organisations, ['csv', 'json', 'atom']),
  ...inFormats('organisations/:id', organisation, ['json', 'atom', 'ics']),
  ...inFormats('clauses/:declaration/:theme?/:clause', clause, ['csv', 'json', 'atom', 'ics']),
  ...inFormats('log', logFeed, ['atom']),
}

export const serveFormats = (db: Database) =>
  testServer(routes, { db, now: () => NOW, origin: 'https://kept.example' })

/** An Atom feed as another program reads it; it refuses what is not XML. */
export function readFeed(xml: string) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'entry' || name === 'link',
  })
  type Link = { rel: string; href: string; type: string }
  type Entry = {
    id: string
    title: string | { '#text': string; 'xml:lang': string }
    link: Link[]
    updated: string
    published: string
    author: { name: string }
    summary: string
  }
  type Feed = { id: string; title: string; link: Link[]; updated: string; 'xml:lang': string }
  const { feed } = parser.parse(xml, true) as { feed: Feed & { entry?: Entry[] } }
  return { ...feed, entries: feed.entry ?? [] }
}

/** A calendar as another program reads it. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const valueOf = (name: string) => String(component.getFirstPropertyValue(name))
    return {
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      text: event.description,
      on: event.startDate.toString(),
      isDay: event.startDate.isDate,
      status: valueOf('status'),
      stamp: valueOf('dtstamp'),
      url: valueOf('url'),
    }
  })
  return { name: String(calendar.getFirstPropertyValue('name')), events }
}
