import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The public log. Triggers in the migration refuse updates, deletions and gaps. */
export const logEntries = sqliteTable(
  'log_entry',
  {
    idx: integer().primaryKey(),
    leaf: blob({ mode: 'buffer' }).notNull(),
    leafHash: blob('leaf_hash', { mode: 'buffer' }).notNull(),
    actId: text('act_id').notNull().unique(),
  },
  (table) => [index('log_entry_by_hash').on(table.leafHash)],
)

/** Openings beside the log: the text can be erased one day, the digest in the leaf cannot. */
export const disclosures = sqliteTable(
  'disclosures',
  {
    idx: integer()
      .notNull()
      .references(() => logEntries.idx),
    digest: text().notNull(),
    disclosure: text(),
    /** The entry that ordered it withheld. */
    redaction: integer(),
  },
  (table) => [primaryKey({ columns: [table.idx, table.digest] })],
)

/** Roots of full tiles: position `n` at tile level `level` stands for 256^level entries. */
export const logNodes = sqliteTable(
  'log_node',
  {
    level: integer().notNull(),
    n: integer().notNull(),
    hash: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.n] })],
)

/** Every checkpoint that was signed. None is ever changed; each extends the one before it. */
export const logCheckpoints = sqliteTable(
  'log_checkpoint',
  {
    size: integer().primaryKey(),
    root: blob({ mode: 'buffer' }).notNull(),
    note: text().notNull(),
    signedAt: integer('signed_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('log_checkpoint_by_root').on(table.root)],
)

/** What witnesses added to a checkpoint, as they came. */
export const logCosignatures = sqliteTable(
  'log_cosignature',
  {
    size: integer()
      .notNull()
      .references(() => logCheckpoints.size),
    /** The witness's key name. */
    witness: text().notNull(),
    /** The whole signature line of the note, without its newline. */
    line: text().notNull(),
    cosignedAt: integer('cosigned_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.size, table.witness] }),
    index('log_cosignature_by_witness').on(table.witness, table.size),
  ],
)
