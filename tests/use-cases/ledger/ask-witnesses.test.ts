import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { httpWitness } from '#app/adapters/witnesses/http-witness.server.ts'
import { memoryWitness } from '#app/adapters/witnesses/memory-witness.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { lastCosigned } from '#app/db/read/witnesses.server.ts'
import { logCosignatures } from '#app/db/schema/log.ts'
import { COSIGNATURE_KEY, openNote, type VerifierKey } from '#app/domain/ledger/signed-note.ts'
import { askWitnesses } from '#app/use-cases/ledger/ask-witnesses.server.ts'
import { witnessedLog } from '#tests/support/witnessed-log.ts'
import { keyOf, scratchLog, startWitness } from '#tests/support/witnessing.ts'
import { NOW } from '#tests/support/world.ts'

const inProcess = (logKey: VerifierKey, name = 'w.example', seed = 9) =>
  memoryWitness({ ...keyOf(name, COSIGNATURE_KEY, seed), logKey, verify, now: () => NOW })

async function overHttp(logKey: VerifierKey, given: Parameters<typeof startWitness>[1] = {}) {
  const served = await startWitness(logKey, { now: () => NOW, ...given })
  const { key, url } = served
  return { ...served, witness: httpWitness({ name: key.name, key, url }) }
}

it('has a hundred growing checkpoints cosigned over HTTP', async () => {
  const log = await witnessedLog()
  const { witness, key } = await overHttp(log.signer.key)
  for (let turn = 1; turn <= 100; turn += 1) {
    await log.grow(turn * 7)
    expect(await askWitnesses([witness], log.asking)).toEqual({ [key.name]: 'cosigned' })
    expect(await askWitnesses([witness], log.asking)).toEqual({ [key.name]: 'nothing-to-ask' })
  }
  expect(await log.db.select().from(logCosignatures)).toHaveLength(100)
  const newest = await newestCheckpoint(log.db)
  expect(newest?.witnesses).toEqual([{ name: key.name, at: NOW }])
  expect(openNote(newest!.note, [log.signer.key, key], verify).verified).toHaveLength(2)
  expect(log.levels()).toEqual(['info'])
})

it('asks nobody while nothing is signed', async () => {
  const log = await witnessedLog()
  const witness = inProcess(log.signer.key)
  expect(await askWitnesses([witness], log.asking)).toEqual({ 'w.example': 'nothing-to-ask' })
  expect(witness.asked).toEqual([])
})

it('goes on when a witness is away, and catches up with it', async () => {
  const log = await witnessedLog()
  const near = await overHttp(log.signer.key)
  const far = await overHttp(log.signer.key, { name: 'far.example', seed: 10 })
  const both = [near.witness, far.witness]
  await log.grow(3)
  await askWitnesses(both, log.asking)
  await far.stop()
  for (const size of [300, 301, 302]) {
    await log.grow(size)
    expect(await askWitnesses(both, log.asking)).toEqual({
      'witness.example': 'cosigned',
      'far.example': 'out-of-reach',
    })
  }
  expect((await newestCheckpoint(log.db))?.witnesses).toHaveLength(1)

  const back = await overHttp(log.signer.key, {
    name: 'far.example',
    seed: 10,
    file: far.state,
    isNew: false,
  })
  expect(await askWitnesses([back.witness], log.asking)).toEqual({ 'far.example': 'cosigned' })
  expect((await newestCheckpoint(log.db))?.witnesses).toHaveLength(2)
  // Away for three rounds, and one line of it.
  expect(log.levels().filter((level) => level === 'warn')).toHaveLength(1)
})

it('takes up with a witness that knows more or less than it is believed to', async () => {
  const log = await witnessedLog()
  await log.grow(10)
  const [early] = [inProcess(log.signer.key)]
  await askWitnesses([early], log.asking)
  await log.grow(20)
  // After a restart: what it cosigned is read from the database.
  const restarted = Object.assign(inProcess(log.signer.key), { known: early.known })
  expect(await askWitnesses([restarted], log.asking)).toEqual({ 'w.example': 'cosigned' })
  expect(restarted.asked.map((body) => body.split('\n')[0])).toEqual(['old 10'])

  await log.grow(30)
  const elsewhere = inProcess(log.signer.key, 'elsewhere.example', 11)
  elsewhere.known = restarted.known
  expect(await askWitnesses([elsewhere], log.asking)).toEqual({ 'elsewhere.example': 'cosigned' })
  expect(elsewhere.asked.map((body) => body.split('\n')[0])).toEqual(['old 0', 'old 20'])

  await log.grow(40)
  elsewhere.known = undefined
  expect(await askWitnesses([elsewhere], log.asking)).toEqual({ 'elsewhere.example': 'cosigned' })
  expect(elsewhere.asked.slice(2).map((body) => body.split('\n')[0])).toEqual(['old 30', 'old 0'])
})

it('is not kept waiting by one that is slow', async () => {
  const log = await witnessedLog()
  await log.grow(5)
  const mute = createServer(() => {})
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const slow = httpWitness({
    name: 'slow',
    key: keyOf('slow.example', COSIGNATURE_KEY, 12).key,
    url: `http://127.0.0.1:${(mute.address() as AddressInfo).port}`,
  })
  const quick = inProcess(log.signer.key)
  const round = askWitnesses([slow, quick], log.asking)
  await expect
    .poll(async () => (await newestCheckpoint(log.db))?.witnesses, { timeout: 1_500 })
    .toHaveLength(1)
  // Asked again meanwhile, the slow one has one question before it and not two.
  const next = askWitnesses([slow, quick], log.asking)
  expect(await round).toEqual({ slow: 'out-of-reach', 'w.example': 'cosigned' })
  expect(await next).toEqual({ slow: 'out-of-reach', 'w.example': 'nothing-to-ask' })
  mute.closeAllConnections()
  mute.close()
})

it('raises the alarm when a witness knows another history, and publishes no more', async () => {
  const honest = await witnessedLog()
  const watching = await overHttp(honest.signer.key)
  await honest.grow(8)
  await askWitnesses([watching.witness], honest.asking)

  // The same key over other entries: someone rewrote the database and signs it anew.
  for (const size of [8, 12]) {
    const rewritten = await witnessedLog()
    await rewritten.db.$client.execute(
      `INSERT INTO log_entry VALUES (0, x'00', zeroblob(32), 'act_other')`,
    )
    await rewritten.grow(size)
    const { key, url } = watching
    const asked = httpWitness({ name: 'W', key, url })
    expect(await askWitnesses([asked], rewritten.asking)).toEqual({ W: 'refused' })
    expect(rewritten.lines).toMatchObject([{ level: 'error', witness: 'W', outcome: 'refused' }])
    expect(rewritten.lines[0]!.message).toContain('ALARM')
    expect(publishingStop(rewritten.db)).toMatchObject({ code: 'history-differs', signed: 8 })
    expect(await askWitnesses([asked], rewritten.asking)).toEqual({ W: 'nothing-to-ask' })
  }
  expect(watching.memory.known?.checkpoint.size).toBe(8)
})

it('raises the alarm when a witness has cosigned more than is here', async () => {
  const log = await witnessedLog()
  const { witness } = await overHttp(log.signer.key)
  await log.grow(9)
  await askWitnesses([witness], log.asking)

  const restored = await witnessedLog()
  await restored.grow(4)
  expect(await askWitnesses([witness], restored.asking)).toEqual({ 'witness.example': 'ahead' })
  expect(restored.levels()).toEqual(['error'])
  expect(publishingStop(restored.db)).toEqual({ code: 'entries-missing', signed: 9, held: 4 })
})

it('stops nothing on a witness’s bare word', async () => {
  const log = await witnessedLog()
  await log.grow(5)
  const liar = inProcess(log.signer.key)
  for (const saying of [
    { status: 409, body: '999999\n' },
    { status: 422, body: 'no' },
  ]) {
    liar.saying = saying
    await askWitnesses([liar], log.asking)
  }
  const forged = scratchLog(600, { name: log.signer.key.name, seed: 8 })
  liar.known = {
    checkpoint: { origin: '', size: 0, root: new Uint8Array() },
    note: forged.note(600),
  }
  await askWitnesses([liar], log.asking)
  expect(publishingStop(log.db)).toBeUndefined()
  await log.grow(6)
})

it.each([
  ['nothing', { status: 200, body: '' }],
  ['no note', { status: 200, body: 'hello\n' }],
  ['a page', { status: 200, body: '<!doctype html>\n' }],
  ['a failure', { status: 500, body: '' }],
  ['a strange conflict', { status: 409, body: '-1\n' }],
  ['another’s line', { status: 200, body: '— w.example aGVsbG8gd29ybGQ=\n' }],
])('keeps nothing when a witness answers %s', async (_, saying) => {
  const log = await witnessedLog()
  await log.grow(5)
  const witness = Object.assign(inProcess(log.signer.key), { saying })
  await askWitnesses([witness], log.asking)
  expect(await log.db.select().from(logCosignatures)).toEqual([])
  expect(log.levels()).toHaveLength(1)
})

it('keeps no line that was made over something else, or by another key', async () => {
  const log = await witnessedLog()
  await log.grow(5)
  const witness = inProcess(log.signer.key)
  const { body } = await inProcess(log.signer.key).addCheckpoint(
    scratchLog(5, { name: log.signer.key.name, seed: 7 }).body(0, 5),
  )
  witness.saying = { status: 200, body }
  expect(await askWitnesses([witness], log.asking)).toEqual({ 'w.example': 'not-understood' })
  const impostor = inProcess(log.signer.key, 'w.example', 10)
  const posing = { ...impostor, key: witness.key }
  expect(await askWitnesses([posing], log.asking)).toEqual({ 'w.example': 'not-understood' })
  expect(await lastCosigned(log.db, 'w.example')).toBeUndefined()
})
