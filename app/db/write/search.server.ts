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

/** So that no question has more parameters than SQLite takes. */
const AT_ONCE = 200

/**
 * Lets public commitments be found by what they say now; of anything else nothing is kept. Called
 * in the transaction of every act that changes their words or their parties, after it is recorded.
 */
export async function makeFindable(tx: Transaction, commitmentIds: readonly string[]) {
  for (let from = 0; from < commitmentIds.length; from += AT_ONCE) {
    const rows = await tx.all<Said>(publicWords(commitmentIds.slice(from, from + AT_ONCE)))
    const texts = rows.map(({ entry, id, number, terms, names }) => {
      const said = textsOf(JSON.parse(terms) as Terms, JSON.parse(names) as LocalText[], number)
      return [entry, id, searchableText(said.title), searchableText(said.words)]
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

type Said = { entry: number; id: string; number: string; terms: string; names: string }

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
