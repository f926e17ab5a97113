import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { declarations } from '#app/db/schema/declarations.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { declaration } from '#tests/support/facts.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, NOW, qingdao, world } from '#tests/support/world.ts'

it('keeps the declaration and puts its whole text on the public record', async () => {
  const w = await world()
  granted(await openDeclaration(w.as(w.administrator), declaration))
  expect(
    await w.db.select().from(declarations).where(eq(declarations.key, declaration.key)).get(),
  ).toEqual({ key: 'td2020', code: 'TD', body: declaration, openedAt: NOW })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'declaration.opened',
    subject: 'td2020',
    role: 'administrator',
    fields: { 'theme.access': declaration.themes[0] },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
})

it('is an administrator’s to do', async () => {
  const w = await world()
  const people = ['stranger', 'partner', 'coordinator', 'conflicted'] as const
  expect(await refusals(w, people, (acting) => openDeclaration(acting, declaration))).toEqual({
    stranger: 'administrator-only',
    partner: 'administrator-only',
    coordinator: 'administrator-only',
    conflicted: 'administrator-only',
  })
})

it('opens no declaration twice, nor another one under its code', async () => {
  const w = await world()
  const open = (of: typeof declaration) =>
    refused(w.db, () => openDeclaration(w.as(w.administrator), of))
  expect(await open(qingdao)).toBe('declaration-already-open')
  expect(await open({ ...declaration, code: qingdao.code })).toBe('declaration-already-open')
})

it('gives fifty simultaneous openings one effect', async () => {
  const w = await world()
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, () => openDeclaration(w.as(w.administrator), declaration)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await countActs(w.db)).public).toBe(before.public + 1)
  await checkLog(w.db)
})
