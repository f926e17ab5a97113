import { eq, gt, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { atOnce } from '#app/db/read/at-once.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { commitments, commitmentVersions } from '#app/db/schema/commitments.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import { organisations } from '#app/db/schema/organisations.ts'
import { published, world } from '#tests/support/world.ts'

const id = sql.placeholder('id')
const ask = (db: Database) =>
  [
    db.select().from(commitments).where(eq(commitments.id, id)),
    db.select().from(milestones).where(eq(milestones.commitmentId, id)),
    // Bytes, groups, expressions, what may be missing, and an order.
    db
      .select({
        leaf: logEntries.leaf,
        act: { at: acts.at, fields: acts.fields, kind: sql<string>`upper(${acts.kind})` },
        lead: { names: organisations.names, country: organisations.country },
        none: sql<null>`null`,
        said: sql<string>`json_extract(${acts.fields}, '$.title')`,
      })
      .from(acts)
      .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
      .leftJoin(organisations, eq(organisations.id, acts.subject))
      .where(gt(acts.entry, sql.placeholder('after')))
      .orderBy(sql`${acts.entry} desc`)
      .limit(sql.placeholder('limit')),
    db.select().from(commitmentVersions).where(eq(commitmentVersions.commitmentId, id)),
  ] as const

it('answers what each question answers by itself, to the type and the order', async () => {
  const w = await world()
  const one = await published(w)
  const other = await published(w)
  // Numbers that a short way of writing them would round.
  await w.db
    .update(milestones)
    .set({ target: 0.1 + 0.2, baseline: -1 / 3 })
    .where(eq(milestones.commitmentId, one.id))
  for (const values of [
    { id: one.id, after: 0, limit: 3 },
    { id: other.id, after: 2, limit: 1 },
    { id: 'cmt_none', after: 1_000_000, limit: 5 },
  ]) {
    const [a, b, c, d] = ask(w.db)
    const alone = [
      await a.prepare().execute(values),
      await b.prepare().execute(values),
      await c.prepare().execute(values),
      await d.prepare().execute(values),
    ]
    expect(await atOnce(w.db, ask, values)).toEqual(alone)
  }
  const [, [milestone], [newest]] = await atOnce(w.db, ask, { id: one.id, after: 0, limit: 1 })
  expect(milestone?.target).toBe(0.1 + 0.2)
  expect(newest?.act.at).toBeInstanceOf(Date)
  expect(newest?.lead).toBeNull()
  expect(Buffer.isBuffer(newest?.leaf)).toBe(true)
})

it('takes what is given as a value, whatever it spells', async () => {
  const { db } = await world()
  const values = { id: "'); drop table commitments; --", after: 0, limit: 1 }
  expect((await atOnce(db, ask, values))[0]).toEqual([])
  expect(await db.select().from(commitments)).toEqual([])
})
