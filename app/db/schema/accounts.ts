import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { signInOutcomes, tokenPurposes } from '../../domain/accounts/proof.ts'
import { locales } from '../../domain/shared/language.ts'

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** Lower case: one person, one account. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    passwordHash: text('password_hash').notNull(),
    administrator: integer('administrator', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** When somebody showed that letters to the address reach them; null until then. */
    emailConfirmedAt: integer('email_confirmed_at', { mode: 'timestamp_ms' }),
    passwordChangedAt: integer('password_changed_at', { mode: 'timestamp_ms' }),
    /** An administrator closed it for now, or its owner had it erased: nobody signs in. */
    disabledAt: integer('disabled_at', { mode: 'timestamp_ms' }),
    erasedAt: integer('erased_at', { mode: 'timestamp_ms' }),
    /** When the pages that held what was erased had been written anew. */
    sweptAt: integer('swept_at', { mode: 'timestamp_ms' }),
  },
  (table) => [uniqueIndex('users_email').on(table.email)],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the cookie: a stolen database opens no session. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** Seconds, as lucia's adapter keeps them: the end if nothing more is heard. */
    expiresAt: integer('expires_at').notNull(),
    /** Milliseconds: the absolute limit counts from here. */
    createdAt: integer('created_at').notNull(),
    /** Milliseconds: when its owner last gave the password or a passkey; great changes ask anew. */
    provedAt: integer('proved_at'),
    /** Milliseconds: when a second factor was given; null while none was. */
    secondFactorAt: integer('second_factor_at'),
    /** Milliseconds, to some minutes: for the owner's list of sessions. */
    seenAt: integer('seen_at'),
    address: text(),
    /** What the browser calls itself, shortened. */
    agent: text(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

export const coordinators = sqliteTable(
  'coordinators',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    appointedAt: integer('appointed_at', { mode: 'timestamp_ms' }).notNull(),
    appointedBy: text('appointed_by')
      .notNull()
      .references(() => users.id),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('coordinators_user').on(table.userId)],
)

/** Somebody whom one administrator would have made one too; a second makes them so, or does not. */
export const administratorProposals = sqliteTable('administrator_proposals', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  proposedBy: text('proposed_by')
    .notNull()
    .references(() => users.id),
  proposedAt: integer('proposed_at', { mode: 'timestamp_ms' }).notNull(),
  reason: text('reason').notNull(),
})

/** What came of each try to get into an account; tries at addresses nobody has are counted only. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    outcome: text('outcome', { enum: signInOutcomes }).notNull(),
    address: text('address'),
    agent: text('agent'),
  },
  (table) => [index('sign_ins_of_user').on(table.userId, table.at)],
)

/** What a link in a letter proves: of its token only the SHA-256 is kept, and it works once. */
export const accountTokens = sqliteTable(
  'account_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    purpose: text('purpose', { enum: tokenPurposes }).notNull(),
    /** The address the letter went to; for a change of address, the new one. */
    email: text('email').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('account_tokens_of_user').on(table.userId, table.purpose)],
)

/** One authenticator app a person: its secret is sealed with a key that is not in the database. */
export const authenticators = sqliteTable('authenticators', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  sealedSecret: text('sealed_secret').notNull(),
  /** The newest 30-second step a code was taken of: no code counts twice. */
  lastStep: integer('last_step'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  /** Null until a first code has shown that the app has the secret. */
  confirmedAt: integer('confirmed_at', { mode: 'timestamp_ms' }),
})

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    /** SHA-256 of the code, which is random and long enough to need no more. */
    codeHash: text('code_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('recovery_codes_of_user').on(table.userId)],
)

export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: integer('backed_up', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    lastUsedAt: integer('last_used_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('passkeys_of_user').on(table.userId)],
)

/** What a passkey has to sign, once and soon. */
export const challenges = sqliteTable('challenges', {
  /** SHA-256 of the challenge. */
  id: text('id').primaryKey(),
  /** Null where it is not known yet who signs in. */
  userId: text('user_id').references(() => users.id),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
})
