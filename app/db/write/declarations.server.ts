import { eq, or } from 'drizzle-orm'

import type { Declaration } from '#app/domain/declarations/declaration.ts'

import type { Transaction } from '../client.server.ts'
import { declarations } from '../schema/declarations.ts'

export const loadDeclaration = async (
  tx: Transaction,
  key: string,
): Promise<Declaration | undefined> =>
  (await tx.select().from(declarations).where(eq(declarations.key, key)).get())?.body

/** Whether its key or its code is taken: both stand in addresses and numbers for ever. */
export const declarationIsOpen = async (
  tx: Transaction,
  { key, code }: Pick<Declaration, 'key' | 'code'>,
): Promise<boolean> =>
  (await tx
    .select({ key: declarations.key })
    .from(declarations)
    .where(or(eq(declarations.key, key), eq(declarations.code, code)))
    .get()) !== undefined

export async function insertDeclaration(tx: Transaction, body: Declaration, openedAt: Date) {
  await tx.insert(declarations).values({ key: body.key, code: body.code, body, openedAt })
}
