import { and, asc, count, desc, eq, gt, gte, lt, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { publicKinds, type ActingRole, type PublicKind } from '#app/domain/acts/act.ts'
import type { Locale, LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { titleIn } from './commitments.server.ts'
import { PAGE_SIZE, readCursor, shownOf, type Cursor } from './keyset.server.ts'
import { recordState } from './log-head.server.ts'
import { publishedCheckpoint, type StoredCheckpoint } from './log-tiles.server.ts'

export type LogFilters = Partial<{ kind: PublicKind }>

export function readLogFilters(search: URLSearchParams): LogFilters {
  const kind = publicKinds.find((one) => one === search.get('kind'))
  return kind ? { kind } : {}
}

const named = alias(organisations, 'named')
const actor = alias(organisations, 'actor')

/** Public acts as the log's pages tell them: what, about what, by whom, when. Never a person. */
export const loggedActs = (db: Database, where: SQL | undefined, locale: Locale) =>
  db
    .select({
      entry: sql<number>`${acts.entry}`,
      id: acts.id,
      kind: sql<PublicKind>`${acts.kind}`,
      at: acts.at,
      told: {
        at: sql<string | null>`json_extract(${acts.fields}, '$.told.at')`,
        register: sql<string | null>`json_extract(${acts.fields}, '$.told.register')`,
      },
      role: acts.role,
      organisation: { id: actor.id, names: actor.names },
      number: commitments.number,
      ...titleIn(locale),
      milestone: { id: milestones.id, title: milestones.title },
      written: commitments.lang,
      about: { id: named.id, names: named.names },
      declaration: declarations.key,
      declarationTitle: sql<string>`json_extract(${declarations.body}, '$.title')`,
    })
    .from(acts)
    .leftJoin(actor, eq(actor.id, acts.organisationId))
    .leftJoin(commitments, eq(commitments.id, acts.commitmentId))
    .leftJoin(milestones, eq(milestones.id, acts.subject))
    .leftJoin(named, eq(named.id, acts.subject))
    .leftJoin(declarations, eq(declarations.key, acts.subject))
    .where(and(gte(acts.entry, 0), where))

export type DoneElsewhere = { at: Date; register: string }

/** What the two columns say together. */
export const doneElsewhere = (told: {
  at: string | null
  register: string | null
}): DoneElsewhere | null =>
  told.at === null || told.register === null
    ? null
    : { at: new Date(told.at), register: told.register }

export type LoggedAct = {
  entry: number
  id: string
  kind: PublicKind
  at: Date
  /** When it was done in the register it is told from; null for what was done in this one. */
  told: DoneElsewhere | null
  role: ActingRole
  /** For whom it was done; absent when a coordinator or the register itself did it. */
  organisation: { id: string; names: LocalText } | null
  subject:
    | { of: 'commitment'; number: string; title: string; lang: string; milestone?: Milestone }
    | { of: 'organisation'; id: string; names: LocalText }
    | { of: 'declaration'; key: string; title: LocalText }
    | { of: 'nothing' }
}
type Milestone = { id: string; title: string; lang: string }
type Row = Awaited<ReturnType<typeof loggedActs>>[number]

export function toldAct(row: Row): LoggedAct {
  const { entry, id, kind, at, role, organisation } = row
  const told = doneElsewhere(row.told)
  return { entry, id, kind, at, told, role, organisation, subject: subjectOf(row) }
}

function subjectOf(row: Row): LoggedAct['subject'] {
  const { number, title, lang, milestone, written, about, declaration } = row
  if (number !== null) {
    const step = milestone && { milestone: { ...milestone, lang: written ?? lang } }
    return { of: 'commitment', number, title, lang, ...step }
  }
  if (about) return { of: 'organisation', ...about }
  return declaration === null
    ? { of: 'nothing' }
    : { of: 'declaration', key: declaration, title: JSON.parse(row.declarationTitle) as LocalText }
}

/** Where a page begins or ends: an entry of the log. A cursor that names none is the first page. */
type Place = { direction: Cursor['direction']; entry: number }

function placeOf(search: URLSearchParams): Place | undefined {
  const { direction, key } = readCursor(search) ?? {}
  const isEntry = typeof key === 'number' && Number.isSafeInteger(key) && key >= 0
  return direction && isEntry ? { direction, entry: key } : undefined
}

const beyond = ({ direction, entry }: Place) =>
  direction === 'after' ? lt(acts.entry, entry) : gt(acts.entry, entry)

const ofKind = ({ kind }: LogFilters) => (kind ? eq(acts.kind, kind) : undefined)

const counted = (db: Database, where: SQL | undefined) =>
  db
    .select({ n: count() })
    .from(acts)
    .where(and(gte(acts.entry, 0), where))

/** One page of a log of `size` entries, newest first, and where it stands among the others. */
async function entriesPage(db: Database, search: URLSearchParams, locale: Locale, size: number) {
  const filters = readLogFilters(search)
  const page = async (place?: Place) => {
    const backwards = place?.direction === 'before'
    const rows = await loggedActs(
      db,
      and(lt(acts.entry, size), ofKind(filters), place && beyond(place)),
      locale,
    )
      .orderBy(backwards ? asc(acts.entry) : desc(acts.entry))
      .limit(PAGE_SIZE)
    if (backwards) rows.reverse()
    const { all, rest } = await countsOf(db, filters, place, size)
    const keyed = rows.map(({ entry, id }) => ({ key: entry, id }))
    const cursor = place && { direction: place.direction, key: place.entry, id: '' }
    return { rows: rows.map(toldAct), shown: shownOf(keyed, all, cursor, rest) }
  }
  const place = placeOf(search)
  const first = await page(place)
  const short = place?.direction === 'before' && first.rows.length < PAGE_SIZE
  const found = place && (first.rows.length === 0 || short) ? await page() : first
  return { ...found, filters }
}

/** How many acts there are, and how many on the far side of a place. The log itself is dense. */
async function countsOf(
  db: Database,
  filters: LogFilters,
  place: Place | undefined,
  size: number,
): Promise<{ all: number; rest: number }> {
  if (!filters.kind) {
    const at = Math.min(place?.entry ?? 0, size)
    return { all: size, rest: place?.direction === 'before' ? Math.max(size - at - 1, 0) : at }
  }
  const [[all], [rest]] = await db.batch([
    counted(db, and(ofKind(filters), lt(acts.entry, size))),
    counted(db, and(ofKind(filters), lt(acts.entry, size), place ? beyond(place) : sql`false`)),
  ])
  return { all: all?.n ?? 0, rest: rest?.n ?? 0 }
}

/** What the log has signed last, for a reader: never the key's business, nor the note's bytes. */
export const signedState = (newest: StoredCheckpoint | undefined) =>
  newest && { size: newest.size, signedAt: newest.signedAt, witnesses: newest.witnesses }

/** The log as people read it: its acts in words, and what was signed last. */
export async function logPage(db: Database, search: URLSearchParams, locale: Locale, now: Date) {
  const record = await recordState(db, now)
  return {
    ...(await entriesPage(db, search, locale, record.size)),
    record,
    signed: signedState(await publishedCheckpoint(db)),
  }
}

/** As many as a feed tells. */
export const FEED_ENTRIES = 50

/** The newest acts, of one kind or of all, for a feed. */
export async function logFeed(db: Database, search: URLSearchParams, locale: Locale, now: Date) {
  const filters = readLogFilters(search)
  const rows = await loggedActs(db, ofKind(filters), locale)
    .orderBy(desc(acts.entry))
    .limit(FEED_ENTRIES)
  const { asOf } = await recordState(db, now)
  return { filters, acts: rows.map(toldAct), asOf }
}
