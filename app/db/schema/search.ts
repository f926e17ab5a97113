import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { commitments } from './commitments.ts'

/**
 * What public commitments can be found by, folded (domain/browsing). The migration adds two FTS5
 * tables over it, and triggers that keep them: whoever changes a row here changes the index.
 */
export const searchTexts = sqliteTable('search_texts', {
  /** The log entry that published it: newest first is this backwards, and no VACUUM renumbers it. */
  entry: integer().primaryKey(),
  commitmentId: text('commitment_id')
    .notNull()
    .unique()
    .references(() => commitments.id),
  title: text().notNull(),
  words: text().notNull(),
})
