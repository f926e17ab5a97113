import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'

import { searchableText } from '#app/domain/browsing/search-text.ts'
import { publicCommitmentStates } from '#app/domain/commitments/commitment-state.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Transaction } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments, parties } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { searchTexts } from '../schema/search.ts'

/** So that no question has more parameters than SQLite takes. */
const AT_ONCE = 200

/**
 * Lets public commitments be found by what they say now; of anything else nothing is kept. Called
 * in the transaction of every act that changes their words or their parties, after it is recorded.
 */
export async function makeFindable(tx: Transaction, commitmentIds: readonly string[]) {
  for (let from = 0; from < commitmentIds.length; from += AT_ONCE) {
    const rows = await publicWords(tx, commitmentIds.slice(from, from + AT_ONCE))
    const texts = rows.map(({ entry, id, number, terms, names }) => {
      const { title, words } = textsOf(terms as Terms, JSON.parse(names) as LocalText[], number)
      return [entry, id, searchableText(title), searchableText(words)]
    })
    // One parameter for all of them. What has not changed is left alone: no index is written anew.
    if (texts.length > 0)
      await tx.run(sql`INSERT INTO ${searchTexts} (entry, commitment_id, title, words)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
        FROM json_each(${JSON.stringify(texts)}) WHERE true
        ON CONFLICT (entry) DO UPDATE SET title = excluded.title, words = excluded.words
        WHERE title <> excluded.title OR words <> excluded.words`)
  }
}

const publicWords = (tx: Transaction, ids: readonly string[]) =>
  tx
    .select({
      id: commitments.id,
      number: commitments.number,
      terms: commitments.terms,
      names: sql<string>`(select json_group_array(json(o.names)) from ${parties} p
        join ${organisations} o on o.id = p.organisation_id
        where p.commitment_id = ${commitments}.id and p.state = 'accepted')`,
      entry: sql<number>`(select min(a.entry) from ${acts} a
        where a.commitment_id = ${commitments}.id)`.as('entry'),
    })
    .from(commitments)
    .where(
      and(
        inArray(commitments.id, [...ids]),
        inArray(sql`+${commitments.state}`, [...publicCommitmentStates]),
        sql`entry is not null`,
      ),
    )
    .all()

function textsOf(terms: Terms, names: readonly LocalText[], number: string | null) {
  const translations = Object.values(terms.translations)
  return {
    title: [terms.title, ...translations.map(({ title }) => title)],
    words: [
      number ?? '',
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
