import { sql } from 'drizzle-orm'

import type { SignInOutcome } from '#app/domain/accounts/proof.ts'

import type { Transaction } from '../client.server.ts'
import { signIns, users } from '../schema/accounts.ts'
import { newId } from './ids.server.ts'

type Tried = { at: Date; outcome: SignInOutcome; address: string | null; agent: string | null }

export async function saveSignIn(tx: Transaction, tried: Tried & { userId: string }) {
  await tx.insert(signIns).values({ id: newId('sin'), ...tried })
}

/**
 * The same by the address that was typed: one statement whether or not somebody has it, which
 * writes a row only where somebody does.
 */
export async function saveSignInAt(tx: Transaction, email: string, tried: Tried) {
  const { at, outcome, address, agent } = tried
  await tx.run(sql`INSERT INTO ${signIns} (id, user_id, at, outcome, address, agent)
    SELECT ${newId('sin')}, id, ${at.getTime()}, ${outcome}, ${address}, ${agent}
    FROM ${users} WHERE email = ${email}`)
}
