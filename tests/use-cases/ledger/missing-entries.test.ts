import { expect, it } from 'vitest'

import type { LogMirror } from '#app/adapters/mirror/log-mirror.ts'
import type { Database } from '#app/db/client.server.ts'
import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { disclosures } from '#app/db/schema/log.ts'
import { digestOf, openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { readBundle, writeBundle } from '#app/domain/ledger/tile.ts'
import { missingEntries, RecoveryFailed } from '#app/use-cases/ledger/missing-entries.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { backupOf, broughtBack } from '#tests/support/copies.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { mirrorOf } from '#tests/support/log-mirror.ts'
import { growLog, leafAt } from '#tests/support/long-log.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import { tampered } from '#tests/support/tampered.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, published } from '#tests/support/world.ts'

/** A register that has gone on since a backup, and the backup brought back. */
async function behind() {
  const w = await signedWorld()
  const backup = await backupOf(w.db)
  await published(w)
  const { id } = await published(w)
  const wish = { words: ['two weeks'], evidenceIds: [], basis: 'court' as const }
  const reason = 'As a court has ordered.'
  const { redaction } = granted(
    await proposeRedaction(w.as(w.coordinator), id, { ...wish, reason }),
  )
  const before = await w.db.select().from(disclosures)
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  await w.sign()
  const { db } = await broughtBack(backup)
  return { w, db, before, signed: (await newestCheckpoint(w.db))!, mirror: mirrorOf(w.db) }
}

async function problemOf(
  db: Database,
  mirror: LogMirror,
  signed: { size: number; root: Uint8Array },
) {
  const asked = unchanged(db, () =>
    missingEntries(db, mirror, signed).catch((error: unknown) => error),
  )
  const error = await asked
  expect(error).toBeInstanceOf(RecoveryFailed)
  return (error as RecoveryFailed).problem
}

it('brings what is missing, each entry with what may be told of it', async () => {
  const { db, mirror, signed } = await behind()
  const missing = await missingEntries(db, mirror, signed)
  const first = signed.size - 3
  expect(missing.map(({ index, entry }) => [index, entry.act])).toEqual([
    [first, 'commitment.published'],
    [first + 1, 'commitment.published'],
    [first + 2, 'content.redacted'],
  ])
  const [whole, part] = missing
  expect(whole?.withheld).toEqual([])
  expect(part?.withheld.map(({ redaction }) => redaction)).toEqual([first + 2])
  expect([...part!.opened.map(digestOf), part!.withheld[0]!.digest].toSorted()).toEqual(
    part!.entry.d,
  )
  expect(await missingEntries(db, mirror, { ...signed, size: first + 3 })).toHaveLength(3)
})

it('takes nothing from a mirror that was withheld, though the mirror still tells it', async () => {
  const { db, mirror, signed, before } = await behind()
  const stale: LogMirror = {
    ...mirror,
    bundleOpenings: async () => undefined,
    openings: async (index) => ({
      index,
      d: before.filter(({ idx }) => idx === index).map(({ disclosure }) => disclosure),
    }),
  }
  const found = await missingEntries(
    db,
    { ...stale, openings: withRedaction(stale, mirror) },
    signed,
  )
  expect(found.map(({ opened }) => opened)).toEqual(
    (await missingEntries(db, mirror, signed)).map(({ opened }) => opened),
  )
  const texts = found[1]!.opened.map((text) => JSON.stringify(openDisclosure(text).value))
  expect(texts.length).toBeGreaterThan(10)
  expect(texts.filter((text) => text.includes('two weeks'))).toEqual([])
})

/** The old copy's answers, and for what is newer than it those of the other. */
const withRedaction = (old: LogMirror, other: LogMirror) => async (index: number) => {
  const told = (await old.openings(index)) as { d: string[] }
  return told.d.length > 0 ? told : other.openings(index)
}

it('says where a mirror ends too soon', async () => {
  const { db, mirror, signed } = await behind()
  const first = signed.size - 3
  const short = async (index: number, width: number) => {
    const bundle = await mirror.bundle(index, width)
    return bundle && writeBundle(readBundle(bundle).slice(0, first + 1))
  }
  const none = async () => undefined
  expect(await problemOf(db, { ...mirror, bundle: short }, signed)).toEqual({
    code: 'mirror-too-short',
    index: first + 1,
  })
  expect(await problemOf(db, { ...mirror, bundle: none }, signed)).toMatchObject({ index: first })
  const torn = async () => Uint8Array.of(0, 9, 1)
  expect(await problemOf(db, { ...mirror, bundle: torn }, signed)).toMatchObject({
    code: 'not-an-entry',
  })
})

it('believes no entry that does not lead to the signed root', async () => {
  const { db, mirror, signed } = await behind()
  const changed = (at: number): LogMirror => ({
    ...mirror,
    bundle: async (index, width) => {
      const leaves = readBundle((await mirror.bundle(index, width))!)
      const leaf = leaves[at - index * 256]
      if (leaf) leaf[20]! ^= 1
      return writeBundle(leaves)
    },
  })
  const first = signed.size - 3
  expect(await problemOf(db, changed(first + 1), signed)).toEqual({
    code: 'root-differs',
    index: first,
  })
  // The entries held here are its own; that the mirror has others in their place does not matter.
  expect(await missingEntries(db, changed(0), signed)).toHaveLength(3)
  expect(await problemOf(db, mirror, { ...signed, root: new Uint8Array(32) })).toMatchObject({
    code: 'root-differs',
  })
})

it('finds the entry that was changed here', async () => {
  const { db, mirror, signed } = await behind()
  const changed = await tampered(
    db,
    "UPDATE log_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'org.', 'ogr.') AS BLOB) WHERE idx = 1",
  )
  expect(await problemOf(changed, mirror, signed)).toEqual({ code: 'entry-differs', index: 1 })
})

it('misses content that is neither told nor withheld, and takes no other for it', async () => {
  const { db, mirror, signed } = await behind()
  const first = signed.size - 3
  const telling = (change: (d: string[]) => string[]): LogMirror => ({
    ...mirror,
    bundleOpenings: async (index) =>
      ((await mirror.bundleOpenings(index)) as { index: number; d: string[] }[]).map((one) =>
        one.index === first ? { ...one, d: change(one.d) } : one,
      ),
  })
  const problem = (change: (d: string[]) => string[]) => problemOf(db, telling(change), signed)
  expect(await problem((d) => d.slice(1))).toEqual({ code: 'content-missing', index: first })
  expect(await problem((d) => [...d, 'WyJhIiwiYiIsMV0'])).toEqual({
    code: 'content-differs',
    index: first,
  })
  expect(await problem((d) => [...d, d[0]!])).toMatchObject({ code: 'content-differs' })
  const silent: LogMirror = {
    ...mirror,
    bundleOpenings: async () => 'no list',
    openings: async () => ({ index: 'none' }),
  }
  expect(await problemOf(db, silent, signed)).toEqual({ code: 'content-missing', index: first })
})

it('takes no bytes for an entry that are none', async () => {
  const db = await freshDatabase()
  await growLog(db, 2)
  const root = rootOf([0, 1].map((i) => leafHash(leafAt(i))))
  const empty = await freshDatabase()
  expect(await problemOf(empty, mirrorOf(db), { size: 2, root })).toEqual({
    code: 'not-an-entry',
    index: 0,
  })
})
