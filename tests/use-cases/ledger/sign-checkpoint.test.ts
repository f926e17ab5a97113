import { setTimeout as sleep } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import {
  checkpointAt,
  hashesOf,
  newestCheckpoint,
  publishedCheckpoint,
} from '#app/db/read/log-tiles.server.ts'
import { logCheckpoints, logNodes } from '#app/db/schema/log.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { emptyRoot } from '#app/domain/ledger/merkle.ts'
import { verifyConsistency } from '#app/domain/ledger/proof.ts'
import { proveConsistency } from '#app/domain/ledger/tile-tree.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { freshDatabase, freshFile } from '#tests/support/database.ts'
import { growLog } from '#tests/support/long-log.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { everyTable } from '#tests/support/unchanged.ts'
import { daysFromNow, NOW, published, world } from '#tests/support/world.ts'

const signer = testSigner()
const at = (db: Database, marks = memoryMarks(), now = NOW) => ({ db, now, signer, marks })
const opened = async (db: Database, size: number) =>
  openCheckpoint((await checkpointAt(db, size))!.note, signer.key, verify)
const sizes = async (db: Database) =>
  (
    await db.select({ size: logCheckpoints.size }).from(logCheckpoints).orderBy(logCheckpoints.size)
  ).map(({ size }) => size)

it('signs the log of a register in which nothing has happened', async () => {
  const db = await freshDatabase()
  const work = at(db)
  expect(await signCheckpoint(work)).toEqual({ ok: true, value: { size: 0 } })
  expect(await opened(db, 0)).toEqual({ origin: 'kept.example/log', size: 0, root: emptyRoot })
  expect(await work.marks.newest()).toMatchObject({ size: 0 })
})

it('signs what was published, once, and notes it outside the database', async () => {
  const w = await world()
  const work = at(w.db)
  await signCheckpoint(work)
  const before = await sizes(w.db)
  await published(w)
  const root = await checkLog(w.db)
  expect(await signCheckpoint(work)).toMatchObject({ ok: true })
  const size = before[0]! + 1
  const checkpoint = await opened(w.db, size)
  expect(hex(checkpoint.root)).toBe(root)
  expect(await work.marks.newest()).toEqual(checkpoint)

  const kept = await everyTable(w.db)
  expect(await signCheckpoint(work)).toEqual({ ok: true, value: { size } })
  expect(await everyTable(w.db)).toEqual(kept)
  expect(work.marks.text.match(/^— /gm)).toHaveLength(2)
})

it('gives fifty who ask at once one checkpoint, and each the entries it saw', async () => {
  const db = await freshDatabase()
  const work = at(db)
  for (const size of [1, 300, 301]) {
    await growLog(db, size)
    const answers = await Promise.all(Array.from({ length: 50 }, () => signCheckpoint(work)))
    expect(new Set(answers.map((answer) => answer.ok && answer.value.size))).toEqual(
      new Set([size]),
    )
  }
  expect(await sizes(db)).toEqual([1, 300, 301])
  expect(work.marks.text.match(/^— /gm)).toHaveLength(3)
})

it('signs again for who asked while a turn was under way', async () => {
  const db = await freshDatabase()
  const work = at(db)
  await growLog(db, 1)
  const first = signCheckpoint(work)
  await sleep(1)
  await growLog(db, 2)
  const second = signCheckpoint(work)
  expect(await first).toMatchObject({ ok: true })
  expect(await second).toEqual({ ok: true, value: { size: 2 } })
})

it('lets two processes on one database sign one checkpoint of each size', async () => {
  const { db, url } = await freshFile()
  const other = await openDatabase(url)
  const [ours, theirs] = [at(db), at(other)]
  for (const size of [1, 2, 3]) {
    await growLog(db, size)
    await Promise.all([signCheckpoint(ours), signCheckpoint(theirs)])
    expect([await ours.marks.newest(), await theirs.marks.newest()]).toMatchObject([
      { size },
      { size },
    ])
  }
  expect(await sizes(db)).toEqual([1, 2, 3])
  expect(ours.marks.text).toBe(theirs.marks.text)
  closeDatabase(other)
})

it('makes every checkpoint an extension of the one before', async () => {
  const db = await freshDatabase()
  const work = at(db)
  const all = [1, 5, 255, 256, 600, 601]
  for (const size of all) {
    await growLog(db, size)
    await signCheckpoint(work)
  }
  for (const [i, newSize] of all.entries()) {
    const oldSize = all[i - 1]
    if (oldSize === undefined) continue
    const [old, now] = [await opened(db, oldSize), await opened(db, newSize)]
    const proof = await proveConsistency(oldSize, newSize, hashesOf(db))
    const claim = { oldSize, newSize, oldRoot: old.root, newRoot: now.root, proof }
    expect(verifyConsistency(claim)).toBe(true)
  }
})

it('appends after a death between the commit and the file, and what came before it', async () => {
  const db = await freshDatabase()
  const work = at(db)
  await growLog(db, 1)
  await signCheckpoint(work)
  work.marks.failing = true
  for (const size of [2, 3]) {
    await growLog(db, size)
    await expect(signCheckpoint(work)).rejects.toThrow('the disk is gone')
  }
  expect(await sizes(db)).toEqual([1, 2, 3])
  expect(await work.marks.newest()).toMatchObject({ size: 1 })

  work.marks.failing = false
  expect(await signCheckpoint(work)).toEqual({ ok: true, value: { size: 3 } })
  expect(await work.marks.newest()).toMatchObject({ size: 3 })
  expect(work.marks.text.match(/^— /gm)).toHaveLength(3)
})

it('shows nobody a checkpoint before it is noted outside, nor after a death in between', async () => {
  const { db, url } = await freshFile()
  const work = at(db)
  const shown = async (of: Database) => (await publishedCheckpoint(of))?.size
  await growLog(db, 1)
  await signCheckpoint(work)
  work.marks.failing = true
  await growLog(db, 2)
  await expect(signCheckpoint(work)).rejects.toThrow('the disk is gone')
  expect([(await newestCheckpoint(db))?.size, await shown(db)]).toEqual([2, 1])

  const restarted = await openDatabase(url)
  expect(await guardLog({ db: restarted, marks: work.marks })).toBeUndefined()
  expect(await shown(restarted)).toBe(1)
  work.marks.failing = false
  await signCheckpoint({ ...work, db: restarted })
  expect(await shown(restarted)).toBe(2)
  closeDatabase(restarted)
})

it('does not let the time run backwards with the clock, nor sign for ever', async () => {
  const db = await freshDatabase()
  const marks = memoryMarks()
  await growLog(db, 1)
  await signCheckpoint(at(db, marks, NOW))
  await growLog(db, 2)
  const yesterday = at(db, marks, daysFromNow(-1))
  for (let i = 0; i < 5; i += 1) await signCheckpoint(yesterday)
  expect(await sizes(db)).toEqual([1, 2])
  expect((await newestCheckpoint(db))?.signedAt).toEqual(NOW)
})

it.each([
  [
    'a leaf hash changed',
    40,
    'UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 7',
    'history-differs',
  ],
  ['the newest entry gone', 40, 'DELETE FROM log_entry WHERE idx = 39', 'entries-missing'],
  [
    'the root of a full tile changed',
    300,
    'UPDATE log_node SET hash = zeroblob(32)',
    'history-differs',
  ],
  [
    'a checkpoint of another root',
    40,
    'UPDATE log_checkpoint SET root = zeroblob(32)',
    'history-differs',
  ],
] as const)('never signs again after this: %s', async (_, size, tampering, code) => {
  const honest = at(await freshDatabase())
  await growLog(honest.db, size)
  await signCheckpoint(honest)
  const db = await tampered(honest.db, tampering)
  const work = { ...honest, db }
  if (code === 'history-differs') await growLog(db, size + 1)
  const before = await everyTable(db)
  const marked = work.marks.text
  for (let i = 0; i < 3; i += 1)
    expect(await signCheckpoint(work)).toEqual({ ok: false, code: 'publishing-stopped' })
  expect(publishingStop(db)).toMatchObject({ code, signed: size })
  expect(await everyTable(db)).toEqual(before)
  expect(work.marks.text).toBe(marked)
})

it('signs nothing below, or beside, what stands outside the database', async () => {
  const longer = await freshDatabase()
  const marks = memoryMarks()
  await growLog(longer, 5)
  await signCheckpoint(at(longer, marks))

  const older = await freshDatabase()
  await growLog(older, 4)
  expect(await signCheckpoint(at(older, marks))).toMatchObject({ code: 'publishing-stopped' })
  expect(publishingStop(older)).toEqual({ code: 'entries-missing', signed: 5, held: 4 })
  expect(await older.$count(logCheckpoints)).toBe(0)
  expect(await older.$count(logNodes)).toBe(0)

  const w = await world()
  await published(w)
  await published(w)
  const signed = await signCheckpoint(at(w.db, marks))
  expect(signed).toMatchObject({ code: 'publishing-stopped' })
  expect(publishingStop(w.db)).toMatchObject({ code: 'history-differs', signed: 5 })
})
