import { eq } from 'drizzle-orm'

import { select } from '#app/domain/browsing/public-index.ts'
import { clausesOf, stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitmentClauses } from '../schema/commitments.ts'
import { commitmentList, listed } from './commitments.server.ts'
import {
  clauseNames,
  coverage,
  openedDeclarations,
  tallyOf,
  totalOf,
} from './declarations.server.ts'
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
  const [opened, covered] = await db.batch([
    openedDeclarations(db),
    coverage(db, eq(commitmentClauses.clause, key)),
  ])
  const found = opened.find(({ body }) => clausesOf(body).some((clause) => clause.key === key))
  if (!found) return undefined
  const all = clausesOf(found.body)
  const place = all.findIndex((clause) => clause.key === key)
  const clause = all[place]!
  const index = await publicIndex(db, now)
  const selected = select(index, { clause: [key] })
  const list = await commitmentList(db, { index, selected }, search, locale)
  const groups = stakeholderGroups.map((group) => ({
    group,
    addressed: clause.addressees.includes(group),
    count: totalOf(tallyOf(covered.filter((row) => row.group === group))),
  }))
  return {
    ...list,
    rows: list.rows.map((row) => listed(row, clauseNames(opened))),
    clause,
    declaration: { key: found.body.key, code: found.body.code, title: found.body.title },
    textNotice: found.body.textNotice,
    groups,
    tally: tallyOf(covered),
    previous: neighbour(all[place - 1]),
    next: neighbour(all[place + 1]),
    record: await recordState(db, now),
  }
}

const neighbour = (clause: { key: string; number: string } | undefined) =>
  clause && { key: clause.key, number: clause.number }
