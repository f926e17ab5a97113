import { and, asc, eq, gt, isNotNull, sql, type SQL } from 'drizzle-orm'

import { searchableText } from '#app/domain/browsing/search-text.ts'
import { publicCommitmentStates } from '#app/domain/commitments/commitment-state.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Transaction } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments, parties } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { searchTexts } from '../schema/search.ts'
import { insertRows } from './rows.server.ts'

/** So that no question has more parameters than SQLite takes. */
const AT_ONCE = 200

/**
 * Lets public commitments be found by what they say now; of anything else nothing is kept. Called
 * in the transaction of every act that changes their words or their parties, after it is recorded.
 */
export async function makeFindable(tx: Transaction, commitmentIds: readonly string[]) {
  for (let from = 0; from < commitmentIds.length; from += AT_ONCE) {
    const rows = await tx.all<Kept>(publicWords(commitmentIds.slice(from, from + AT_ONCE)))
    await keepWords(
      tx,
      rows.map(({ terms, names, ...row }) => ({
        ...row,
        terms: JSON.parse(terms) as Terms,
        names: JSON.parse(names) as LocalText[],
      })),
    )
  }
}

type Kept = { entry: number; id: string; number: string; terms: string; names: string }

/** What a public commitment is found by: its own words and the names of those who take part. */
export type PublicWords = {
  /** Of the act that published it. */
  entry: number
  id: string
  number: string
  terms: Terms
  names: readonly LocalText[]
}

/** The same for commitments just published, whose words the caller has in hand. */
export async function keepWords(tx: Transaction, said: readonly PublicWords[]) {
  const texts = said.map(({ entry, id, number, terms, names }) => {
    const { title, words } = textsOf(terms, names, number)
    return { entry, commitmentId: id, title: searchableText(title), words: searchableText(words) }
  })
  // What has not changed is left alone: no index is written anew.
  await insertRows(
    tx,
    searchTexts,
    texts,
    sql`ON CONFLICT (entry) DO UPDATE SET title = excluded.title, words = excluded.words
      WHERE title <> excluded.title OR words <> excluded.words`,
  )
}

/** As plain SQL: building the question cost more than its answer, with every act. */
const publicWords = (ids: readonly string[]): SQL => sql`
  SELECT c.id, c.number, c.terms,
    (SELECT min(a.entry) FROM ${acts} a WHERE a.commitment_id = c.id) AS entry,
    (SELECT json_group_array(json(o.names)) FROM ${parties} p
      JOIN ${organisations} o ON o.id = p.organisation_id
      WHERE p.commitment_id = c.id AND p.state = 'accepted') AS names
  FROM ${commitments} c
  WHERE c.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    AND +c.state IN (SELECT value FROM json_each(${JSON.stringify(publicCommitmentStates)}))
    AND entry IS NOT NULL`

function textsOf(terms: Terms, names: readonly LocalText[], number: string) {
  const translations = Object.values(terms.translations)
  return {
    title: [terms.title, ...translations.map(({ title }) => title)],
    words: [
      number,
      ...names.flatMap((name) => Object.values(name)),
      terms.text,
      terms.problem,
      ...translations.map(({ text }) => text),
      ...terms.milestones.flatMap((one) => [one.title, ...Object.values(one.translations)]),
    ],
  }
}

/** The next commitments by their ids, those of them that cannot be found yet, and where to go on. */
export async function loadUnfindable(tx: Transaction, after: string, limit: number) {
  const rows = await tx
    .select({ id: commitments.id, kept: searchTexts.entry })
    .from(commitments)
    .leftJoin(searchTexts, eq(searchTexts.commitmentId, commitments.id))
    .where(and(gt(commitments.id, after), isNotNull(commitments.publishedAt)))
    .orderBy(asc(commitments.id))
    .limit(limit)
    .all()
  return {
    ids: rows.flatMap(({ id, kept }) => (kept === null ? [id] : [])),
    next: rows.length === limit ? rows.at(-1)?.id : undefined,
  }
}
