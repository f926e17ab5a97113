import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Declaration } from '#app/domain/declarations/declaration.ts'

export const declarations = sqliteTable('declarations', {
  key: text().primaryKey(),
  code: text().notNull().unique(),
  body: text({ mode: 'json' }).$type<Declaration>().notNull(),
  openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
})
