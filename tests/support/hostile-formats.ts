import type { Page } from '@playwright/test'
import ICAL from 'ical.js'

import { unguarded } from '#app/domain/open-data/csv.ts'

import { recordsIn } from './validated.ts'

/** What a file says, read by a reader that is not ours, and what is wrong with it. */
type Reading = { texts: string[]; problems: string[] }

/** A spreadsheet begins a formula at the head of a cell, or past what parts cells elsewhere. */
const runs = (cell: string) =>
  !/^-?\d+(?:\.\d+)?$/.test(cell) &&
  (/^[\t\r]/.test(cell) || cell.split(/[;\t\r\n]/).some((part) => /^[=+\-@＝＋－＠]/.test(part)))

function readTable(csv: string): Reading {
  const cells = recordsIn(csv).flat()
  return {
    texts: cells.map(unguarded),
    problems: cells.filter(runs).map((cell) => `runs in a spreadsheet: ${cell}`),
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)])
}

const readLines = (lines: string): Reading => ({
  texts: lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => textsIn(JSON.parse(line))),
  problems: [],
})

/** What a register's calendar is made of, and what its days hold. */
const properties =
  /^(?:version|prodid|method|calscale|name|url|uid|dtstamp|dtstart|summary|description|status|sequence|transp|last-modified|refresh-interval|source|created|x-[a-z-]+)$/

function readDays(text: string): Reading {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const parts = [calendar, ...calendar.getAllSubcomponents()]
  const all = parts.flatMap((part) => part.getAllProperties())
  return {
    texts: all.map((property) => String(property.getFirstValue())),
    problems: [
      ...all.filter(({ name }) => !properties.test(name)).map(({ name }) => `has a ${name}`),
      ...parts
        .slice(1)
        .filter((part) => !part.hasProperty('uid'))
        .map(() => 'has a day of no one'),
    ],
  }
}

/** As the browser's own XML parser reads it. */
const readXml = (page: Page, xml: string): Promise<Reading> =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'application/xml')
    const all = [...read.querySelectorAll('*')]
    const strange = /^(?:parsererror|html|b|img|svg|script|style|math|meta|base|x)$/
    return {
      texts: all.flatMap((element) => [
        ...(element.children.length === 0 ? [element.textContent ?? ''] : []),
        ...[...element.attributes].map(({ value }) => value),
      ]),
      problems: [
        ...all
          .filter((one) => strange.test(one.localName) || one.hasAttribute('data-injected'))
          .map((one) => `has an element ${one.outerHTML.slice(0, 200)}`),
        ...(read.doctype ? ['has a document type'] : []),
      ],
    }
  }, xml)

const kinds = {
  'text/csv': 'csv',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/problem+json': 'json',
  'application/vnd.oai.openapi+json': 'json',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'application/atom+xml': 'atom',
  'application/xml': 'xml',
  'text/calendar': 'ics',
} as const
export type Kind = (typeof kinds)[keyof typeof kinds]

export const kindOf = (type: string | undefined): Kind | undefined =>
  Object.entries(kinds).find(([name]) => type?.split(';')[0]?.trim() === name)?.[1]

/** Reads a file by the kind that its server says it is of. */
export async function readingOf(page: Page, kind: Kind, text: string): Promise<Reading> {
  switch (kind) {
    case 'csv':
      return readTable(text.replace(/^\ufeff/, ''))
    case 'json':
      return { texts: textsIn(JSON.parse(text)), problems: [] }
    case 'jsonl':
      return readLines(text)
    case 'ics':
      return readDays(text)
    case 'atom':
    case 'xml':
      return readXml(page, text)
  }
}
