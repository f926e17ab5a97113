import { and, eq, inArray, isNull, sql } from 'drizzle-orm'

import type { Interested } from '#app/domain/access/conflict.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Transaction } from '../client.server.ts'
import { coordinators, users } from '../schema/accounts.ts'
import { mails } from '../schema/acts.ts'
import { members } from '../schema/organisations.ts'
import { newId } from './ids.server.ts'
import { insertRows } from './rows.server.ts'

/** Somebody a letter goes to, in the language they chose. */
export type Addressee = { userId: string; email: string; locale: Locale }

const addressee = { userId: users.id, email: users.email, locale: users.locale }

export const loadFocalPoints = (tx: Transaction, organisationId: string): Promise<Addressee[]> =>
  // As plain SQL: nearly every act asks it, and building it cost more than its answer.
  tx.all(sql`SELECT u.id AS "userId", u.email, u.locale
    FROM ${members} m JOIN ${users} u ON u.id = m.user_id
    WHERE m.organisation_id = ${organisationId} AND m.role = 'focal-point'
      AND m.until IS NULL AND u.disabled_at IS NULL`)

/** Coordinators, each with the places that could make a case their own. */
export async function loadCoordinators(tx: Transaction): Promise<(Addressee & Interested)[]> {
  const people = await tx
    .select(addressee)
    .from(coordinators)
    .innerJoin(users, eq(users.id, coordinators.userId))
    .where(and(isNull(coordinators.endedAt), isNull(users.disabledAt)))
    .all()
  const places = await tx
    .select()
    .from(members)
    .where(
      inArray(
        members.userId,
        people.map(({ userId }) => userId),
      ),
    )
    .all()
  return people.map((one) => ({
    ...one,
    memberships: places.filter(({ userId }) => userId === one.userId),
  }))
}

export type Letter = {
  to: string
  locale: Locale
  subject: string
  text: string
  /** The entry of the log whose receipt goes with it; the letter waits until that is signed. */
  entry?: number
}

/** Queues letters in the act's own transaction: they go out only if the act stands. */
export async function queueLetters(tx: Transaction, letters: readonly Letter[], now: Date) {
  await insertRows(
    tx,
    mails,
    letters.map((letter) => ({
      id: newId('mal'),
      ...letter,
      entry: letter.entry ?? null,
      createdAt: now,
    })),
  )
}

export const queueLetter = (tx: Transaction, letter: Letter, now: Date) =>
  queueLetters(tx, [letter], now)
