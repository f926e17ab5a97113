import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { redactions } from '#app/db/schema/redactions.ts'
import { sweepFreedPages } from '#app/db/sweep.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { DatabaseBusy } from '#app/db/unavailable.server.ts'
import { freshFile } from '#tests/support/database.ts'
import { person } from '#tests/support/people.ts'
import { tracesOf } from '#tests/support/traces.ts'

const MARK = 'quartermain-zebulon-7731'

it('leaves nothing of deleted rows in the database or its write-ahead log', async () => {
  const { db, folder } = await freshFile()
  for (let i = 0; i < 50; i += 1) await person(db, `${MARK}-${i}`)
  await writing(db, async (tx) => {
    await tx.delete(users)
  })
  expect(Object.keys(tracesOf(folder, MARK))).toContain('kept.db-wal')
  await sweepFreedPages(db)
  expect(tracesOf(folder, MARK)).toEqual({})
  expect((await db.$client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok')
  expect((await db.$client.execute('PRAGMA journal_mode')).rows[0]?.[0]).toBe('wal')
})

it('takes its turn among writers, and lets those behind it in, whether or not it works', async () => {
  const { db } = await freshFile()
  const order: string[] = []
  let open = () => {}
  const until = new Promise<void>((resolve) => (open = resolve))
  const before = writing(db, async () => {
    await until
    order.push('before')
  })
  const sweep = sweepFreedPages(db).then(() => order.push('sweep'))
  const after = writing(db, async (tx) => {
    await tx.select().from(redactions)
    order.push('after')
  })
  open()
  await Promise.all([before, sweep, after])
  expect(order).toEqual(['before', 'sweep', 'after'])

  const execute = db.$client.execute.bind(db.$client)
  db.$client.execute = ((statement: string) =>
    statement.startsWith('PRAGMA wal_checkpoint')
      ? Promise.resolve({ rows: [{ busy: 1 }] })
      : execute(statement)) as typeof execute
  await expect(sweepFreedPages(db)).rejects.toThrow(DatabaseBusy)
  db.$client.execute = execute
  await writing(db, () => Promise.resolve())
  await sweepFreedPages(db)
})
