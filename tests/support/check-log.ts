import { asc, isNotNull } from 'drizzle-orm'
import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { disclosures, logEntries } from '#app/db/schema/log.ts'
import { isPublicKind } from '#app/domain/acts/act.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { checkOpenings, readEntry } from '#app/domain/ledger/entry.ts'
import { append, emptyFrontier, frontierRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'

/**
 * Proves the whole log again: dense, every leaf hash right, every digest opened, every public act
 * there with what it said, each act naming the one before it on its subject. Returns the root.
 */
export async function checkLog(db: Database): Promise<string> {
  const entries = await db.select().from(logEntries).orderBy(asc(logEntries.idx))
  const opened = await db.select().from(disclosures)
  const all = await db.select().from(acts)
  const logged = await db.select().from(acts).where(isNotNull(acts.entry)).orderBy(asc(acts.entry))

  expect(entries.map((entry) => entry.idx)).toEqual(entries.map((_, position) => position))
  expect(logged.map((act) => act.entry)).toEqual(entries.map((entry) => entry.idx))
  expect(all.filter((act) => isPublicKind(act.kind) !== (act.entry !== null))).toEqual([])

  const newest = new Map<string, string>()
  let frontier = emptyFrontier
  let before = 0
  for (const [position, stored] of entries.entries()) {
    const act = logged[position]!
    const leaf = new Uint8Array(stored.leaf)
    expect(hex(leafHash(leaf))).toBe(hex(new Uint8Array(stored.leafHash)))
    const entry = readEntry(leaf)
    expect(entry).toMatchObject({ act: act.kind, id: act.id, subject: act.subject })
    expect(entry.prev).toBe(newest.get(act.subject))
    newest.set(act.subject, act.id)
    expect(Date.parse(entry.at)).toBeGreaterThanOrEqual(before)
    before = Date.parse(entry.at)

    const mine = opened.filter((one) => one.idx === stored.idx)
    const texts = mine.map((one) => one.disclosure ?? '')
    expect(checkOpenings(entry, texts, [])).toEqual([])
    const said = texts.map((text) => openDisclosure(text))
    expect(Object.fromEntries(said.map(({ field, value }) => [field, value]))).toEqual(act.fields)
    frontier = append(frontier, new Uint8Array(stored.leafHash))
  }
  const root = hex(frontierRoot(frontier))
  expect(root).toBe(hex(rootOf(entries.map((entry) => new Uint8Array(entry.leafHash)))))
  return root
}
