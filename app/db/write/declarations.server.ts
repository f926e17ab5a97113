import { eq } from 'drizzle-orm'

import type { Declaration } from '#app/domain/declarations/declaration.ts'

import type { Transaction } from '../client.server.ts'
import { declarations } from '../schema/declarations.ts'

export const loadDeclaration = async (
  tx: Transaction,
  key: string,
): Promise<Declaration | undefined> =>
  (await tx.select().from(declarations).where(eq(declarations.key, key)).get())?.body

export async function insertDeclaration(tx: Transaction, body: Declaration, openedAt: Date) {
  await tx.insert(declarations).values({ key: body.key, code: body.code, body, openedAt })
}
