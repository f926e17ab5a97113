import type { InStatement } from '@libsql/client'

import type { Database } from '#app/db/client.server.ts'
import { withLink } from '#app/use-cases/mails/letter-links.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'

/** The one link a letter about an account brings. */
export function linkIn(text: string | undefined): URL {
  const path = withLink(text ?? '')
    .split('\n')
    .find((line) => line.startsWith(ORIGIN_MARK))
  if (path === undefined) throw new Error(`no link in: ${text}`)
  return new URL(path.replace(ORIGIN_MARK, 'https://kept.example'))
}

const kindOf = (statement: InStatement) =>
  (typeof statement === 'string' ? statement : statement.sql).replace(/\s+/g, ' ').trim()

/** The statements that ran in transactions while it was done, in their order, without their values. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = []
  const { $client: client } = db
  const begin = client.transaction.bind(client)
  client.transaction = async (...mode: Parameters<typeof begin>) => {
    const tx = await begin(...mode)
    const execute = tx.execute.bind(tx)
    tx.execute = (statement: InStatement) => {
      said.push(kindOf(statement))
      return execute(statement)
    }
    return tx
  }
  try {
    await work()
  } finally {
    client.transaction = begin
  }
  return said
}
