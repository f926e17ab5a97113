import { asc, isNotNull } from 'drizzle-orm'
import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { disclosures, logCheckpoints, logEntries, logNodes } from '#app/db/schema/log.ts'
import { isPublicKind, type Json } from '#app/domain/acts/act.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { readCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { checkOpenings, readEntry, type Entry } from '#app/domain/ledger/entry.ts'
import { append, emptyFrontier, frontierRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { parseNote } from '#app/domain/ledger/signed-note.ts'
import { TILE_WIDTH } from '#app/domain/ledger/tile.ts'
import { remainsField, remainsIn } from '#app/domain/redactions/withhold.ts'

type Stored = typeof disclosures.$inferSelect

/**
 * What each entry says now: what is open, and of what a later redaction names as withheld, what
 * that redaction says is left. Read from the newest back, since a redaction can lose words too.
 */
function saidBy(entries: ReadonlyMap<number, Entry>, stored: readonly Stored[]) {
  const said = new Map<number, Record<string, unknown>>()
  for (const [idx, entry] of [...entries].toReversed()) {
    const mine = stored.filter((one) => one.idx === idx)
    const closed = mine.filter((one) => one.disclosure === null)
    const named = [...entries].flatMap(([by, { redacts }]) =>
      redacts?.of === idx ? redacts.digests.map((digest) => ({ digest, by })) : [],
    )
    const open = mine.flatMap(({ disclosure }) => disclosure ?? [])
    const names = named.map(({ digest }) => digest)
    expect(checkOpenings(entry, open, names)).toEqual([])
    expect(closed.map(({ digest, redaction: by }) => ({ digest, by }))).toEqual(
      expect.arrayContaining(named),
    )
    expect(closed).toHaveLength(named.length)
    const left = named.map(({ digest, by }) => {
      expect(by).toBeGreaterThan(idx)
      const remains = remainsIn(remainsField(digest), said.get(by)?.[remainsField(digest)] as Json)
      return [remains?.field, remains?.value] as const
    })
    const opened = open.map((text) => openDisclosure(text))
    const fields = [...opened.map(({ field, value }) => [field, value] as const), ...left]
    said.set(idx, Object.fromEntries(fields))
  }
  return said
}

/**
 * Proves the whole log again: dense, every leaf hash right, every digest opened or withheld by a
 * later redaction, every public act there with what it still says, each act naming the one before
 * it on its subject, and every root that is stored or signed. Returns the root.
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
  const read = new Map<number, Entry>()
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

    read.set(stored.idx, entry)
    frontier = append(frontier, new Uint8Array(stored.leafHash))
  }
  const said = saidBy(read, opened)
  expect(logged.map((act) => said.get(act.entry ?? -1))).toEqual(logged.map(({ fields }) => fields))
  const hashes = entries.map((entry) => new Uint8Array(entry.leafHash))
  const root = hex(frontierRoot(frontier))
  expect(root).toBe(hex(rootOf(hashes)))
  await checkSigned(db, hashes)
  return root
}

/** Every root that is stored, and every state that was signed, is that of the entries themselves. */
async function checkSigned(db: Database, hashes: readonly Uint8Array[]) {
  for (const { level, n, hash } of await db.select().from(logNodes)) {
    const span = TILE_WIDTH ** level
    const below = hashes.slice(n * span, (n + 1) * span)
    expect({ level, n, entries: below.length }).toEqual({ level, n, entries: span })
    expect(hex(new Uint8Array(hash))).toBe(hex(rootOf(below)))
  }
  for (const { size, root, note } of await db.select().from(logCheckpoints)) {
    expect(size).toBeLessThanOrEqual(hashes.length)
    expect(hex(new Uint8Array(root))).toBe(hex(rootOf(hashes.slice(0, size))))
    const signed = readCheckpoint(parseNote(note).text)
    expect({ size: signed.size, root: hex(signed.root) }).toEqual({
      size,
      root: hex(new Uint8Array(root)),
    })
  }
}
