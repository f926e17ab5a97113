import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'

import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import { unguarded } from '#app/domain/open-data/csv.ts'
import { milestoneSummaryShape } from '#app/domain/open-data/milestone-summary.ts'
import { organisationSummaryShape } from '#app/domain/open-data/organisation-summary.ts'
import { publicOrganisationShape } from '#app/domain/open-data/organisation.ts'
import { commitmentSummaryShape } from '#app/domain/open-data/summary.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { readCalendar, readFeed, serveFormats } from '#tests/support/formats.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { daysFromNow, granted, published, terms, world } from '#tests/support/world.ts'

type Served = Awaited<ReturnType<typeof serveFormats>>
/** Its very letters: `text()` would take away the sign that spreadsheets know UTF-8 by. */
const textOf = async (server: Served, path: string) =>
  Buffer.from(await (await server.ask(path)).arrayBuffer()).toString('utf8')
const jsonOf = async (server: Served, path: string) => (await server.ask(path)).json()
/** A table by its header, each cell as it was before it was guarded. */
const tableOf = (text: string) =>
  parse(text, { bom: true, columns: true }).map((row) =>
    Object.fromEntries(
      Object.entries(row as Record<string, string>).map(([name, cell]) => [name, unguarded(cell)]),
    ),
  )

const pathsOf = (number: string, organisation: string) => [
  ...['csv', 'json', 'atom', 'ics'].map((format) => `/commitments.${format}`),
  ...['json', 'jsonld', 'atom', 'ics'].map((format) => `/commitments/${number}.${format}`),
  ...['csv', 'json', 'ics'].map((format) => `/milestones.${format}`),
  ...['csv', 'json', 'atom'].map((format) => `/search.${format}?q=teachers`),
  ...['csv', 'json'].flatMap((format) => [`/coverage.${format}`, `/places.${format}`]),
  ...['csv', 'json', 'atom'].map((format) => `/organisations.${format}`),
  ...['json', 'atom', 'ics'].map((format) => `/organisations/${organisation}.${format}`),
  ...['csv', 'json', 'atom', 'ics'].map((format) => `/clauses/qd2015/oer/1.${format}`),
]

const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8; method=PUBLISH',
}
const formatOf = (path: string) => path.split('?')[0]?.split('.').at(-1) ?? ''

let full: FullRecord
let server: Served
beforeAll(async () => {
  full = await fullRecord()
  server = await serveFormats(full.db)
})

it('answers each format as what it is, to programs of any site, and its head alone', async () => {
  for (const path of pathsOf(full.number, full.w.organisationId)) {
    const answer = await server.ask(`/en${path}`)
    const body = await answer.text()
    const told = Object.fromEntries(answer.headers)
    const format = formatOf(path)
    expect([path, answer.status]).toEqual([path, 200])
    expect(told).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
    })
    expect(told['content-type']?.toLowerCase()).toMatch(types[format]?.split(';')[0] ?? 'nothing')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const [plain = ''] = path.split(`.${format}`)
    const name = `kept-${plain.slice(1).replaceAll('/', '-')}.${format}`
    expect([path, told['content-disposition']]).toEqual([
      path,
      format === 'csv' || format === 'ics' ? `attachment; filename="${name}"` : undefined,
    ])
    expect(body.length).toBeGreaterThan(50)

    const head = await server.ask(`/en${path}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('Content-Type')).toBe(told['content-type'])

    const etag = told['etag'] ?? ''
    expect([path, etag, head.headers.get('ETag')]).toEqual([
      path,
      expect.stringMatching(/^W\/"\d+-\d{4}-\d\d-\d\d"$/),
      etag,
    ])
    const again = await server.ask(`/en${path}`, { headers: { 'If-None-Match': etag } })
    expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const older = await server.ask(`/en${path}`, {
      headers: { 'If-None-Match': 'W/"0-2020-01-01"' },
    })
    expect([path, older.status, await older.text()]).toEqual([path, 200, body])
  }
})

it('is only read, and says so to browsers of other sites', async () => {
  for (const path of pathsOf(full.number, full.w.organisationId)) {
    const asked = await server.ask(`/en${path}`, { method: 'OPTIONS' })
    expect([path, asked.status]).toEqual([path, 204])
    expect(asked.headers.get('Access-Control-Allow-Headers')).toBe('If-None-Match')
    const posted = await server.ask(`/en${path}`, { method: 'POST', body: 'x' })
    expect([path, posted.status, posted.headers.get('Allow')]).toEqual([
      path,
      405,
      'GET, HEAD, OPTIONS',
    ])
    expect(await posted.json()).toMatchObject({ status: 405 })
  }
})

it('says that there is nothing where nothing is, in the way programs are told', async () => {
  const { w } = full
  const hidden = [
    ...['json', 'jsonld', 'atom', 'ics'].flatMap((format) => [
      `/en/commitments/QD-2026-9999.${format}`,
      `/en/commitments/${full.id}.${format}`,
    ]),
    ...['json', 'atom', 'ics'].map((format) => `/en/organisations/org_nobody.${format}`),
    ...['csv', 'json', 'atom', 'ics'].map((format) => `/en/clauses/qd2015/oer/7.${format}`),
    ...['/xx/commitments.csv', `/xx/organisations/${w.organisationId}.atom`, '/xx/log.atom'],
  ]
  for (const path of hidden) {
    const answer = await server.ask(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ status: 404, title: 'Not found' })
  }
})

it('has none of what is nobody’s business, in any format and language', async () => {
  for (const { db, number, w } of [await worldWithSecrets(), await proposedInSecret()]) {
    const secret = await serveFormats(db)
    for (const path of pathsOf(number, w.organisationId))
      for (const locale of ['en', 'ar']) {
        const body = await textOf(secret, `/${locale}${path}`)
        expect(body.length).toBeGreaterThan(50)
        expect([path, body.includes(SECRET), body.includes('2999.5')]).toEqual([path, false, false])
      }
  }
})

it('says the same in a table as in JSON, with the log it was made from', async () => {
  const list = await jsonOf(server, '/en/commitments.json')
  expect(list).toMatchObject({
    format: 'kept/1',
    log: { size: expect.any(Number), root: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) },
    today: '2026-11-23',
    filters: {},
    total: 2,
  })
  const items = commitmentSummaryShape.array().parse(list.items)
  expect(items.map(({ number }) => number)).toEqual([full.other.number, full.number])
  const rows = tableOf(await textOf(server, '/en/commitments.csv'))
  expect(rows.map(({ number }) => number)).toEqual(items.map(({ number }) => number))
  expect(rows[1]).toMatchObject({
    url: `https://kept.example/r/${full.number}`,
    version: '2',
    title: 'Train 12,000 primary teachers well',
    title_ar: '',
    lead: full.w.organisationId,
    lead_name: 'Ministry of Learning',
    clauses: 'qd2015/quality/2 qd2015/oer/1',
    places: 'KE',
    worldwide: 'false',
    next_due_on: '2027-04-02',
    outcome: 'behind',
    published_at: '2026-05-09T10:00:00Z',
  })
})

it('keeps the filters of the page, and its own address keeps no page of it', async () => {
  const kept = await jsonOf(server, '/en/commitments.json?outcome=withdrawn&nonsense=1')
  expect(kept.items.map(({ number }: { number: string }) => number)).toEqual([full.other.number])
  const feed = readFeed(await textOf(server, '/en/commitments.atom?outcome=withdrawn&after=x&y=z'))
  expect(feed.entries.map(({ id }) => id)).toEqual([`https://kept.example/r/${full.other.number}`])
  expect(feed.id).toBe('https://kept.example/en/commitments.atom?outcome=withdrawn')
  // Its bare name would be read as what became of them.
  expect(feed.title).toBe('Kept register, Commitments')
  expect(feed.link.map(({ rel, href }) => [rel, href])).toEqual([
    ['self', feed.id],
    ['alternate', 'https://kept.example/en/commitments?outcome=withdrawn'],
  ])
  const none = await textOf(server, '/en/commitments.csv?outcome=kept')
  expect(tableOf(none)).toEqual([])
  expect(await jsonOf(server, '/en/commitments.json?outcome=kept')).toMatchObject({ items: [] })
})

it('feeds the newest commitments, dated by the log and named for ever', async () => {
  const feed = readFeed(await textOf(server, '/en/commitments.atom'))
  expect(feed.updated).toBe('2026-11-21T10:00:00.000Z')
  expect(feed.entries[1]).toMatchObject({
    id: `https://kept.example/r/${full.number}`,
    title: `${full.number} Train 12,000 primary teachers well`,
    published: '2026-05-09T10:00:00.000Z',
    updated: '2026-11-19T10:00:00.000Z',
    author: { name: 'Ministry of Learning' },
    summary: 'Behind. Reviewed. Due 2 April 2027',
  })
  expect(await textOf(server, '/en/commitments.atom')).toBe(
    await textOf(server, '/en/commitments.atom'),
  )
})

it('feeds what happened to one record, under a clause, and to an organisation', async () => {
  const { organisationId, otherOrganisationId } = full.w
  const titles = async (path: string) =>
    readFeed(await textOf(server, path)).entries.map(({ title }) => title)
  const record = await titles(`/en/commitments/${full.number}.atom`)
  expect(record[0]).toMatch(/^Finding corrected: QD-2026-0001 /)
  expect(record.at(-1)).toMatch(/^Commitment registered and published: QD-2026-0001 /)
  expect(record.every((title) => JSON.stringify(title).includes('QD-2026-0001'))).toBe(true)
  const all = await titles('/en/clauses/qd2015/oer/1.atom')
  expect(all).toHaveLength(record.length + 2)
  expect(await titles('/en/clauses/qd2015/oer/2.atom')).toEqual([])
  expect(await titles(`/en/organisations/${organisationId}.atom`)).toEqual([
    ...all,
    'Organisation verified and entered in the register: Ministry of Learning',
  ])
  // It has a part in the first record alone.
  expect(await titles(`/en/organisations/${otherOrganisationId}.atom`)).toEqual([
    ...record,
    'Organisation verified and entered in the register: Teachers for Open Learning',
  ])
  const everything = await titles('/en/log.atom')
  expect(everything.length).toBeGreaterThan(all.length)
})

it('gives one record as the API does', async () => {
  const { format, commitment } = await jsonOf(server, `/en/commitments/${full.number}.json`)
  expect(format).toBe('kept/1')
  expect(publicCommitmentShape.parse(commitment).number).toBe(full.number)
})

it('lists organisations, and gives one with the commitments it leads', async () => {
  const { organisationId } = full.w
  const list = await jsonOf(server, '/en/organisations.json')
  const items = organisationSummaryShape.array().parse(list.items)
  expect(items.map(({ name, commitments }) => [name, commitments])).toEqual([
    ['Ministry of Learning', 2],
    ['Teachers for Open Learning', 0],
  ])
  expect(items[0]?.url).toBe(`https://kept.example/en/organisations/${organisationId}`)
  const rows = tableOf(await textOf(server, '/en/organisations.csv?group=government'))
  expect(rows.map(({ id }) => id)).toEqual([organisationId])
  const feed = readFeed(await textOf(server, '/en/organisations.atom'))
  expect(feed.entries[0]?.id).toMatch(/^tag:kept.example,2024:organisations\/org_/)
  expect(feed.entries[0]?.summary).toMatch(/^(Government|Teacher organisation)\. Kenya$/)

  const one = await jsonOf(server, `/en/organisations/${organisationId}.json`)
  expect(publicOrganisationShape.parse(one.organisation).id).toBe(organisationId)
  expect(one).toMatchObject({ total: 2, filters: { organisation: expect.anything() } })
})

it('gives the coverage matrix and the places as they are counted, with the same filters', async () => {
  const matrix = await jsonOf(server, '/en/coverage.json')
  expect(matrix).toMatchObject({ format: 'kept/1', declaration: 'qd2015', filters: {} })
  expect(matrix.items).toHaveLength(17 * 7)
  const rows = tableOf(await textOf(server, '/en/coverage.csv'))
  const plain = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)]))
  expect(rows).toEqual(matrix.items.map(plain))
  const made = (items: { made: number }[]) => items.reduce((sum, { made: n }) => sum + n, 0)
  expect(made(matrix.items)).toBeGreaterThan(0)
  const elsewhere = await jsonOf(server, '/en/coverage.json?country=009&nothing=1')
  expect(elsewhere.filters).toEqual({ country: ['009'] })
  expect(made(elsewhere.items)).toBe(0)

  const places = await jsonOf(server, '/fr/places.json')
  const named = tableOf(await textOf(server, '/fr/places.csv'))
  expect(named).toHaveLength(places.items.length)
  expect(named.find(({ code }) => code === '002')?.name).toBe('Afrique')
  expect(places.total).toBe(2)
})

it('gives what a search finds, in the order it ranks them', async () => {
  const found = await jsonOf(server, '/en/search.json?q=library&outcome=withdrawn')
  expect(found).toMatchObject({
    isAll: true,
    filters: { q: 'library', outcome: ['withdrawn'] },
    total: 1,
    items: [{ number: full.other.number }],
  })
  const feed = readFeed(await textOf(server, '/fr/search.atom?q=teachers'))
  expect(feed.id).toBe('https://kept.example/fr/search.atom?q=teachers')
  expect(feed.entries.map(({ id }) => id)).toContain(`https://kept.example/r/${full.number}`)
  expect(tableOf(await textOf(server, '/en/search.csv?q=zzzz'))).toEqual([])
})

it('lists milestones by the day they fall due, and how each stands', async () => {
  const list = await jsonOf(server, '/en/milestones.json')
  const items = milestoneSummaryShape.array().parse(list.items)
  expect(
    items.map(({ dueOn, state, claimed, reviewed }) => [dueOn, state, claimed, reviewed]),
  ).toEqual([
    ['2026-11-13', 'partly-achieved', 3100, 2900],
    ['2026-11-13', 'withdrawn', null, null],
    ['2027-04-02', 'planned', null, null],
  ])
  expect(list).toMatchObject({ format: 'kept/1', today: '2026-11-23', filters: {}, total: 3 })
  const rows = tableOf(await textOf(server, '/en/milestones.csv?month=2027-04&nothing=1'))
  expect(rows).toEqual([
    expect.objectContaining({ title: 'All trained', target: '3000', claimed: '' }),
  ])
  const planned = await jsonOf(server, '/en/milestones.json?state=planned&group=government')
  expect(planned).toMatchObject({
    total: 1,
    filters: { state: ['planned'], group: ['government'] },
  })
  const calendar = readCalendar(await textOf(server, '/en/milestones.ics?month=2026'))
  expect(calendar.events).toHaveLength(2)
})

it('tells a calendar each milestone as a day of its own', async () => {
  const { name, events } = readCalendar(await textOf(server, '/en/commitments.ics'))
  expect(name).toBe('Commitments (Kept register)')
  const moved = events.find(({ uid }) => uid === `${full.milestones[1]}@kept.example`)
  expect(moved).toEqual({
    uid: `${full.milestones[1]}@kept.example`,
    sequence: 1,
    title: `${full.number}: All trained`,
    text: [
      'Train 12,000 primary teachers well',
      'Ministry of Learning',
      'Target: 3,000 teachers',
      `https://kept.example/r/${full.number}`,
    ].join('\n'),
    on: '2027-04-02',
    isDay: true,
    status: 'CONFIRMED',
    stamp: '2026-11-19T10:00:00Z',
    url: `https://kept.example/en/commitments/${full.number}`,
  })
  const { events: withdrawn } = readCalendar(
    await textOf(server, `/en/commitments/${full.other.number}.ics`),
  )
  expect(withdrawn).toHaveLength(1)
  expect(withdrawn[0]).toMatchObject({ status: 'CANCELLED', sequence: 1 })
  expect(withdrawn[0]?.text).toContain('Withdrawn')
  const ofClause = readCalendar(await textOf(server, '/en/clauses/qd2015/oer/1.ics'))
  expect(ofClause.events).toHaveLength(3)
  const ofOther = await textOf(server, `/en/organisations/${full.w.otherOrganisationId}.ics`)
  expect(readCalendar(ofOther).events).toEqual([])
})

it('says that words were withheld wherever they stood, and never the words', async () => {
  const w = await world()
  const [step] = terms().milestones
  const named = 'Amina Odhiambo'
  const { id, number } = await published(w, {
    title: `Train teachers with ${named}`,
    milestones: [{ ...step!, title: `First course of ${named}` }],
  })
  const wish = { words: [named], evidenceIds: [], basis: 'court' as const, reason: 'As ordered.' }
  const { redaction } = granted(await proposeRedaction(w.as(w.secondCoordinator), id, wish))
  granted(await carryOutRedaction(w.as(w.coordinator), redaction.id))
  const withheld = await serveFormats(w.db)
  for (const path of pathsOf(number ?? '', w.organisationId)) {
    const body = await textOf(withheld, `/en${path}`)
    expect([path, /Amina|Odhiambo/.test(body)]).toEqual([path, false])
  }
  const [row] = tableOf(await textOf(withheld, '/en/commitments.csv'))
  expect(row?.['title']).toMatch(/^Train teachers with █+$/)
  const [event] = readCalendar(await textOf(withheld, '/en/commitments.ics')).events
  expect(event?.title).toBe(`${number}: First course of [withheld]`)
  const [entry] = readFeed(await textOf(withheld, '/en/commitments.atom')).entries
  expect(entry?.title).toBe(`${number} Train teachers with [withheld]`)
})

it('carries Arabic, Chinese and what a spreadsheet would run, unharmed and harmless', async () => {
  const w = await world()
  const words = { ar: '=تدريب المعلمين; “كلهم”', zh: '@培训，\t一万二千名教师😀' } as const
  for (const [lang, title] of Object.entries(words))
    await published(w, { lang: lang as 'ar', title }, daysFromNow(-150))
  const scripts = await serveFormats(w.db)
  const text = await textOf(scripts, '/ar/commitments.csv')
  expect(text.startsWith('\uFEFFnumber,')).toBe(true)
  expect(text).not.toMatch(/(^|[,;\t\r\n])"?[=@]/)
  const titles = tableOf(text).map(({ title }) => title)
  expect(new Set(titles)).toEqual(new Set(Object.values(words)))
  const feed = readFeed(await textOf(scripts, '/zh/commitments.atom'))
  expect(feed['xml:lang']).toBe('zh')
  expect(feed.entries.map(({ title }) => title)).toContainEqual({
    '#text': expect.stringContaining(words.ar),
    'xml:lang': 'ar',
  })
  const calendar = await textOf(scripts, '/ru/commitments.ics')
  const lines = calendar.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const { events } = readCalendar(calendar)
  expect(events.map(({ text: said }) => said.split('\n')[0])).toEqual(
    expect.arrayContaining([words.ar]),
  )
})
