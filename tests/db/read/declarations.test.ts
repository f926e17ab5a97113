import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import {
  declarationPage,
  declarationRules,
  declarationsPage,
} from '#app/db/read/declarations.server.ts'
import { gapsOf } from '#app/domain/browsing/coverage.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

const canada = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/canada-nap6.json', 'utf8')),
)

it('lists every declaration with its own numbers, the first opened first', async () => {
  const { w, db } = await worldWithSecrets()
  granted(await openDeclaration(w.as(w.administrator), canada))
  const { declarations } = await declarationsPage(db, NOW)
  expect(declarations.map(({ key, clauses, tally }) => [key, clauses, tally])).toEqual([
    ['qd2015', 17, { 'on-track': 1 }],
    ['nap6', 4, {}],
  ])
  expect((await declarationRules(db, NOW)).declarations.map(({ settings }) => settings)).toEqual([
    { reportWithinDays: 30, silentAfterDays: 90, replyWithinDays: 14 },
    { reportWithinDays: 30, silentAfterDays: 90, replyWithinDays: 14 },
  ])
})

it('counts a commitment under each of its clauses, and shows nothing private', async () => {
  const { db } = await worldWithSecrets()
  const page = await declarationPage(db, 'qd2015', NOW)
  expect(JSON.stringify(page)).not.toContain(SECRET)
  const clauses = page?.themes.flatMap((theme) => theme.clauses) ?? []
  const counted = clauses.filter(({ tally }) => Object.keys(tally).length > 0)
  expect(counted.map(({ key, number }) => [key, number])).toEqual([
    ['qd2015/oer/1', '2.1'],
    ['qd2015/quality/2', '3.2'],
  ])
  expect(page?.tally).toEqual({ 'on-track': 1 })
  const silent = gapsOf(page!.coverage)
    .filter(({ clauses: under }) => under.some(({ key }) => key === 'qd2015/oer/1'))
    .map(({ group }) => group)
  expect(silent).not.toContain('government')
  expect(silent).toContain('academia')
})

it('knows only declarations that were opened', async () => {
  const { db } = await world()
  expect(await declarationPage(db, 'nap6', NOW)).toBeUndefined()
})
