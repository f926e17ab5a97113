import { outcomes } from '#app/domain/accountability/outcome.ts'
import { countsOf, select } from '#app/domain/browsing/public-index.ts'
import { clausesOf, stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { regions } from '#app/domain/places/m49.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitmentList, listed } from './commitments.server.ts'
import { clauseNames, openedDeclarations, tallyOf } from './declarations.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'

/** One clause: who has promised what under it, and who of those it addresses has not. */
export async function clausePage(
  db: Database,
  key: string,
  search: URLSearchParams,
  locale: Locale,
  now: Date,
) {
  const opened = await openedDeclarations(db)
  const found = opened.find(({ body }) => clausesOf(body).some((clause) => clause.key === key))
  if (!found) return undefined
  const all = clausesOf(found.body)
  const place = all.findIndex((clause) => clause.key === key)
  const clause = all[place]!
  const index = await publicIndex(db, now)
  const under = select(index, { clause: [key] })
  const counted = (facet: 'group' | 'country' | 'outcome') => {
    const counts = new Map(countsOf(index, under, facet).map(({ value, count }) => [value, count]))
    return (value: string) => counts.get(value) ?? 0
  }
  const [ofGroup, inPlace, withOutcome] = [counted('group'), counted('country'), counted('outcome')]
  const groups = stakeholderGroups.map((group) => ({
    group,
    addressed: clause.addressees.includes(group),
    count: ofGroup(group),
  }))
  const list = await commitmentList(db, { index, selected: under }, search, locale)
  return {
    ...list,
    rows: list.rows.map((row) => listed(row, clauseNames(opened))),
    clause,
    declaration: { key: found.body.key, code: found.body.code, title: found.body.title },
    textNotice: found.body.textNotice,
    groups,
    /** The five regions of the world, then what is promised for all of it. */
    places: [...regions.filter(({ within }) => within.length === 0), { code: 'worldwide' }].map(
      ({ code }) => ({ code, count: inPlace(code) }),
    ),
    tally: tallyOf(outcomes.map((outcome) => ({ outcome, count: withOutcome(outcome) }))),
    previous: neighbour(all[place - 1]),
    next: neighbour(all[place + 1]),
    record: await recordState(db, now),
  }
}

const neighbour = (clause: { key: string; number: string } | undefined) =>
  clause && { key: clause.key, number: clause.number }
