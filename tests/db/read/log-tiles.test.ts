import { expect, it } from 'vitest'

import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { logHead } from '#app/db/read/log-head.server.ts'
import {
  bundleOf,
  checkpointAt,
  hashesOf,
  logSize,
  newestCheckpoint,
  tileOf,
  witnessedCheckpoint,
} from '#app/db/read/log-tiles.server.ts'
import { logNodes } from '#app/db/schema/log.ts'
import { writing } from '#app/db/transaction.server.ts'
import { insertCosignature } from '#app/db/write/checkpoints.server.ts'
import { concat, hex } from '#app/domain/ledger/bytes.ts'
import { append, emptyFrontier, frontierRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { consistencyProof, inclusionProof } from '#app/domain/ledger/proof.ts'
import { proveConsistency, proveInclusion, treeRoot } from '#app/domain/ledger/tile-tree.ts'
import { readBundle, tilesOf } from '#app/domain/ledger/tile.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { freshDatabase, freshFile } from '#tests/support/database.ts'
import { growLog, leafAt } from '#tests/support/long-log.ts'
import { testSigner } from '#tests/support/signer.ts'
import { NOW } from '#tests/support/world.ts'

const LONGEST = 65_537
const leaves = Array.from({ length: LONGEST }, (_, i) => leafHash(leafAt(i)))
const signer = testSigner()

/** What a tile must hold, from all leaf hashes alone. */
const tileFrom = (level: number, index: number, width: number) =>
  concat(
    ...Array.from({ length: width }, (_, i) => {
      const span = 256 ** level
      const start = (index * 256 + i) * span
      return rootOf(leaves.slice(start, start + span))
    }),
  )

it('has the tiles, bundles and proofs of every size, stored or not', async () => {
  const db = await freshDatabase()
  const work = { db, now: NOW, signer, marks: memoryMarks() }
  const hashes = hashesOf(db)
  for (const size of [1, 2, 255, 256, 257, 511, 512, 513]) {
    await growLog(db, size)
    for (const signed of [false, true]) {
      if (signed) await signCheckpoint(work)
      for (const place of tilesOf(size))
        expect(await tileOf(db, place)).toEqual(tileFrom(place.level, place.index, place.width))
      const beginning = leaves.slice(0, size)
      expect(hex(await treeRoot(size, hashes))).toBe(hex(rootOf(beginning)))
      for (const index of [0, Math.floor(size / 2), size - 1]) {
        expect(await proveInclusion(index, size, hashes)).toEqual(inclusionProof(beginning, index))
        expect(await proveConsistency(index + 1, size, hashes)).toEqual(
          consistencyProof(beginning, index + 1, size),
        )
      }
    }
    const last = Math.floor((size - 1) / 256)
    const width = size - last * 256
    expect(readBundle((await bundleOf(db, last, width))!)).toEqual(
      Array.from({ length: width }, (_, i) => leafAt(last * 256 + i)),
    )
    expect(await bundleOf(db, last, width + 1)).toBeUndefined()
  }
})

it('is the same where the second level of tiles begins', async () => {
  const db = await freshDatabase()
  const hashes = hashesOf(db)
  const same = async (size: number) => {
    const head = leaves.slice(0, size).reduce(append, emptyFrontier)
    expect(hex(await treeRoot(size, hashes))).toBe(hex(frontierRoot(head)))
    const [old, index] = [257, 40_000]
    expect(await proveInclusion(index, size, hashes)).toEqual(inclusionProof(leaves, index, size))
    expect(await proveConsistency(old, size, hashes)).toEqual(consistencyProof(leaves, old, size))
  }
  await growLog(db, 65_536)
  await same(65_536)
  await signCheckpoint({ db, now: NOW, signer, marks: memoryMarks() })
  await growLog(db, 65_537)
  await same(65_537)
  expect(await db.$count(logNodes)).toBe(256 + 1)
  expect(await tileOf(db, { level: 1, index: 0, width: 256 })).toEqual(tileFrom(1, 0, 256))
  expect(await tileOf(db, { level: 2, index: 0, width: 1 })).toEqual(tileFrom(2, 0, 1))
  expect(await tileOf(db, { level: 2, index: 0, width: 2 })).toBeUndefined()
})

it('has nothing past its end, however high the tile', async () => {
  const db = await freshDatabase()
  await growLog(db, 300)
  expect(await logSize(db)).toBe(300)
  for (const place of [
    { level: 0, index: 1, width: 45 },
    { level: 0, index: 2, width: 1 },
    { level: 1, index: 0, width: 2 },
    { level: 63, index: 0, width: 1 },
    { level: 5, index: 9_007_199_254_740_991, width: 256 },
  ])
    expect(await tileOf(db, place)).toBeUndefined()
  await expect(treeRoot(301, hashesOf(db))).rejects.toThrow('hashes-missing')
  await expect(treeRoot(512, hashesOf(db))).rejects.toThrow('hashes-missing')
})

it('starts cold from the roots that are stored', async () => {
  const { db, url } = await freshFile()
  await growLog(db, 20_003)
  await signCheckpoint({ db, now: NOW, signer, marks: memoryMarks() })
  const cold = await openDatabase(url)
  let read = 0
  const execute = cold.$client.execute.bind(cold.$client)
  cold.$client.execute = async (...asked: unknown[]) => {
    const answer = await (execute as (...args: unknown[]) => ReturnType<typeof execute>)(...asked)
    read += answer.rows.length
    return answer
  }
  expect(await logHead(cold)).toEqual({
    size: 20_003,
    rootHash: hex(rootOf(leaves.slice(0, 20_003))),
  })
  expect(read).toBeLessThan(300)
  closeDatabase(cold)
})

it('finds checkpoints, with the lines of their witnesses as they came', async () => {
  const db = await freshDatabase()
  expect(await newestCheckpoint(db)).toBeUndefined()
  const marks = memoryMarks()
  for (const size of [0, 3, 5]) {
    await growLog(db, size)
    await signCheckpoint({ db, now: new Date(NOW.getTime() + size), signer, marks })
  }
  const cosign = (size: number, witness: string, second: number) =>
    writing(db, (tx) =>
      insertCosignature(tx, {
        size,
        witness,
        line: `— ${witness} AAAA`,
        cosignedAt: new Date(NOW.getTime() + second * 1_000),
      }),
    )
  await cosign(3, 'w.example/one', 2)
  await cosign(3, 'w.example/two', 1)
  await cosign(5, 'w.example/one', 3)
  await cosign(5, 'w.example/one', 4)

  const newest = await newestCheckpoint(db)
  expect(newest).toMatchObject({ size: 5, signedAt: new Date(NOW.getTime() + 5) })
  expect(newest?.note).toMatch(/\n\n— kept\.example\/log \S+\n— w\.example\/one AAAA\n$/)
  expect(newest?.witnesses).toEqual([
    { name: 'w.example/one', at: new Date(NOW.getTime() + 3_000) },
  ])
  const three = await checkpointAt(db, 3)
  expect(three?.note).toMatch(/\n— w\.example\/two AAAA\n— w\.example\/one AAAA\n$/)
  expect(await checkpointAt(db, 4)).toBeUndefined()

  const sizeOf = async (enough: number) =>
    (await witnessedCheckpoint(db, ({ size }) => size >= enough))?.size
  expect([await sizeOf(0), await sizeOf(1), await sizeOf(2), await sizeOf(3)]).toEqual([
    5,
    5,
    3,
    undefined,
  ])
})
