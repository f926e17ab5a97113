import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { publishingStop, PublishingStopped } from '#app/db/publishing.server.ts'
import { logHead } from '#app/db/read/log-head.server.ts'
import { checkpointAt, hashesOf, newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { verifyConsistency } from '#app/domain/ledger/proof.ts'
import { proveConsistency } from '#app/domain/ledger/tile-tree.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { recoverLog, type Recovering } from '#app/use-cases/ledger/recover-log.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { backupOf, broughtBack, reopened } from '#tests/support/copies.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { interrupted } from '#tests/support/interrupted.ts'
import { mirrorOf } from '#tests/support/log-mirror.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { tracesOf } from '#tests/support/traces.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, NOW, published, reported, submitted, type World } from '#tests/support/world.ts'

/** Yesterday's backup of a register that has gone on, and what tells that it has. */
async function behind() {
  const w = await signedWorld()
  const waiting = await submitted(w)
  const kept = await published(w)
  await w.sign()
  const backup = await backupOf(w.db)
  await published(w)
  await reported(w, kept)
  await w.sign()
  const { db, folder } = await broughtBack(backup)
  return { w, db, folder, waiting, kept, signed: (await newestCheckpoint(w.db))! }
}
const recovering = (
  w: Pick<Awaited<ReturnType<typeof signedWorld>>, 'db' | 'marks' | 'signer'>,
  db: Database,
  changes: Partial<Recovering> = {},
): Recovering => ({
  db,
  now: NOW,
  mirror: mirrorOf(w.db),
  marks: w.marks,
  logKey: w.signer.key,
  verify,
  ...changes,
})
const inside = (w: World, db: Database) => ({ db, actor: w.coordinator, now: NOW })

it('mends a register that went back to an older copy, and it goes on where it was', async () => {
  const { w, db, folder, waiting, kept, signed } = await behind()
  const { marks, signer } = w
  const before = await newestCheckpoint(db)
  const broken = await guardLog({ db, marks })
  expect(broken).toEqual({ code: 'entries-missing', signed: signed.size, held: signed.size - 2 })

  const sign = () => signCheckpoint({ db, now: NOW, signer, marks })
  const publish = () =>
    publishCommitment(inside(w, db), waiting.id).catch((error: unknown) => error)
  expect(await unchanged(db, sign)).toEqual({ ok: false, code: 'publishing-stopped' })
  expect(await unchanged(db, publish)).toBeInstanceOf(PublishingStopped)
  expect((await recordPage(db, kept.number!, new URLSearchParams(), NOW))?.number).toBe(kept.number)
  await drafted({ ...w, db, as: (actor) => ({ db, actor, now: NOW }) })

  const recovery = await recoverLog(recovering(w, db))
  expect(recovery).toMatchObject({
    ok: true,
    size: signed.size,
    restored: { entries: 2, commitments: 2, toLookAt: [] },
  })
  expect(await checkLog(db)).toBe(hex(signed.root))
  await checkReplay(db, NOW)

  // As the next start finds it.
  const again = await reopened(folder)
  expect(await guardLog({ db: again, marks })).toBeUndefined()
  expect((await logHead(again)).rootHash).toBe(hex(signed.root))
  expect(await publishCommitment(inside(w, again), waiting.id)).toMatchObject({ ok: true })
  const next = await signCheckpoint({ db: again, now: NOW, signer, marks })
  expect(next).toEqual({ ok: true, value: { size: signed.size + 1 } })
  const newest = (await newestCheckpoint(again))!
  for (const old of [before!, signed])
    expect(
      verifyConsistency({
        oldSize: old.size,
        newSize: newest.size,
        oldRoot: old.root,
        newRoot: newest.root,
        proof: await proveConsistency(old.size, newest.size, hashesOf(again)),
      }),
    ).toBe(true)
  expect(await checkpointAt(again, signed.size)).toBeUndefined()
  expect(publishingStop(again)).toBeUndefined()
  await checkLog(again)
})

it('writes all of it or nothing, wherever it fails', async () => {
  const w = await signedWorld()
  const backup = await backupOf(w.db)
  await published(w)
  await w.sign()
  const { db } = await broughtBack(backup)
  const { result, statements } = await interrupted(db, () => recoverLog(recovering(w, db)))
  expect(result).toMatchObject({ ok: true })
  expect(statements).toBeGreaterThan(20)
  await checkLog(db)
})

it('has nothing to do where nothing is missing, and does it twice', async () => {
  const { w, db } = await behind()
  const own = await unchanged(w.db, () => recoverLog(recovering(w, w.db)))
  expect(own).toMatchObject({ ok: true, restored: { entries: 0 } })
  await recoverLog(recovering(w, db))
  const second = await unchanged(db, () => recoverLog(recovering(w, db)))
  expect(second).toMatchObject({ ok: true, restored: { entries: 0 } })
})

it('sweeps at a second run what a first one that died left in freed pages', async () => {
  const { w, db, folder } = await behind()
  await recoverLog(recovering(w, db))
  const words = 'Zebulon Quartermain'
  await db.$client.execute(`CREATE TABLE gone AS SELECT '${words}' AS words`)
  await db.$client.execute('DROP TABLE gone')
  expect(tracesOf(folder, words)).not.toEqual({})
  await recoverLog(recovering(w, db))
  expect(tracesOf(folder, words)).toEqual({})
})

it('fills an empty register with the whole public record', async () => {
  const { w, signed } = await behind()
  const db = await freshDatabase()
  const recovery = await recoverLog(recovering(w, db))
  expect(recovery).toMatchObject({ ok: true, size: signed.size, restored: { organisations: 2 } })
  expect(await checkLog(db)).toBe(hex(signed.root))
  await checkReplay(db, NOW)
})

it('believes the mirror’s checkpoint where the marks went back too, if it is this log’s own', async () => {
  const { w, db, signed } = await behind()
  const marks = memoryMarks()
  const stranger = testSigner(w.signer.key.name, 9).key
  const without = { marks, logKey: undefined }
  for (const changes of [without, { marks, logKey: stranger }])
    expect(await unchanged(db, () => recoverLog(recovering(w, db, changes)))).toMatchObject({
      restored: { entries: 0 },
    })
  const mirror = { ...mirrorOf(w.db), checkpoint: async () => 'no note at all' }
  expect(await recoverLog(recovering(w, db, { marks, mirror }))).toMatchObject({
    restored: { entries: 0 },
  })
  expect(await recoverLog(recovering(w, db, { marks }))).toMatchObject({
    ok: true,
    size: signed.size,
    restored: { entries: 2 },
  })
})

it('does not know what to recover while nothing was signed', async () => {
  const w = await signedWorld()
  const db = await freshDatabase()
  const mirror = { ...mirrorOf(w.db), checkpoint: async () => undefined }
  expect(await recoverLog(recovering(w, db, { marks: memoryMarks(), mirror }))).toEqual({
    ok: false,
    problem: { code: 'nothing-signed' },
  })
})

it('mends nothing by force: another history stays as it is', async () => {
  const { w, db } = await behind()
  const changed = await tampered(
    db,
    "UPDATE log_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), '2', '3') AS BLOB) WHERE idx = 2",
  )
  const recovery = await unchanged(changed, () => recoverLog(recovering(w, changed)))
  expect(recovery).toEqual({ ok: false, problem: { code: 'entry-differs', index: 2 } })
  // Hashes that no longer are those of the leaves keep the root from coming out right.
  const other = await tampered(
    w.db,
    'DELETE FROM log_checkpoint',
    'UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 0',
  )
  expect(await unchanged(other, () => recoverLog(recovering(w, other)))).toMatchObject({
    ok: false,
    problem: { code: 'root-differs' },
  })
})
