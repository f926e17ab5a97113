import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rmdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { verifyCosignature } from '#app/domain/ledger/cosignature.ts'
import { openNote, parseNote } from '#app/domain/ledger/signed-note.ts'
import { scratchLog, startWitness } from '#tests/support/witnessing.ts'

const NOW = new Date('2026-11-23T11:00:00.750Z')
const log = scratchLog(600)
/** The same key over other leaves: what an operator would have to show who rewrites. */
const rewritten = scratchLog(600, { word: 'other' })

const start = (given: Parameters<typeof startWitness>[1] = {}) =>
  startWitness(log.key, { now: () => NOW, ...given })
type Witness = Awaited<ReturnType<typeof start>>

async function add({ url }: Pick<Witness, 'url'>, body: string | Uint8Array<ArrayBuffer>) {
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body })
  return {
    status: answer.status,
    type: answer.headers.get('Content-Type'),
    text: await answer.text(),
  }
}

const monitored = ({ url }: Witness, origin = log.key.name) =>
  fetch(`${url}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`)

it('cosigns what grows, each time at its own clock', async () => {
  const witness = await start()
  let known = 0
  for (const size of [0, 1, 2, 255, 256, 257, 600]) {
    const answer = await add(witness, log.body(known, size))
    expect(answer).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' })
    const { text, signatures } = parseNote(log.note(size) + answer.text)
    expect(verifyCosignature(text, witness.key, signatures[1]!, verify)).toEqual({
      time: Date.parse('2026-11-23T11:00:00Z') / 1000,
    })
    known = size
  }
})

it('cosigns again what it has cosigned', async () => {
  const witness = await start()
  const first = await add(witness, log.body(0, 5))
  expect(await add(witness, log.body(5, 5))).toEqual(first)
})

it('tells what it knows to one who is behind or ahead', async () => {
  const witness = await start()
  const conflict = { status: 409, type: 'text/x.tlog.size' }
  expect(await add(witness, log.body(3, 5))).toEqual({ ...conflict, text: '0\n' })
  await add(witness, log.body(0, 5))
  expect(await add(witness, log.body(0, 9))).toEqual({ ...conflict, text: '5\n' })
  expect(await add(witness, log.body(3, 4))).toEqual({ ...conflict, text: '5\n' })
  expect(await add(witness, log.body(0, 0))).toEqual({ ...conflict, text: '5\n' })
  expect(witness.memory.known?.checkpoint.size).toBe(5)
})

it('refuses a second history, at the same size and past it', async () => {
  const witness = await start()
  await add(witness, log.body(0, 5))
  expect(await add(witness, rewritten.body(5, 5))).toMatchObject({ status: 409 })
  expect((await add(witness, rewritten.body(5, 5))).text).toBe('root-conflict\n')
  for (const size of [6, 8, 600])
    expect(await add(witness, rewritten.body(5, size))).toMatchObject({ status: 422 })
  const unproved = log.body(5, 9).replace(/^old 5\n[^\n]+\n/, 'old 5\n')
  expect(await add(witness, unproved)).toMatchObject({ status: 422 })
  expect(await add(witness, log.body(5, 9))).toMatchObject({ status: 200 })
})

it('takes no proof from nothing', async () => {
  const witness = await start()
  const padded = log.body(0, 5).replace('old 0\n', `old 0\n${'A'.repeat(43)}=\n`)
  expect(await add(witness, padded)).toMatchObject({ status: 422 })
})

it('knows one log and one key', async () => {
  const witness = await start()
  const other = scratchLog(5, { name: 'other.example/log' })
  expect(await add(witness, other.body(0, 5))).toMatchObject({ status: 404 })
  const forged = scratchLog(5, { seed: 8 })
  expect(await add(witness, forged.body(0, 5))).toMatchObject({ status: 403 })
  const changed = log.body(0, 5).replace('\n5\n', '\n6\n')
  expect(await add(witness, changed)).toMatchObject({ status: 403 })
  expect(witness.memory.known).toBeUndefined()
})

it('says of an old size past the new one that it makes no sense', async () => {
  const witness = await start()
  expect(await add(witness, log.body(6, 5))).toMatchObject({ status: 400 })
})

it.each([
  ['nothing', ''],
  ['no proof and no note', 'old 0\n'],
  ['no size', log.body(0, 5).replace('old 0', 'old')],
  ['a size with a zero before', log.body(0, 5).replace('old 0', 'old 00')],
  ['a size past counting', log.body(0, 5).replace('old 0', `old ${'9'.repeat(40)}`)],
  ['a short hash', log.body(1, 5).replace(/^(old 1\n).{4}/, '$1')],
  ['64 hashes', `old 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${log.note(5)}`],
  ['no signature', log.body(0, 5).replace(/— [^\n]+\n/, '')],
  ['an extension line', log.body(0, 5).replace('\n\n—', '\nmore\n\n—')],
  ['a carriage return', log.body(0, 5).replaceAll('\n', '\r\n')],
  ['bytes that are no text', new Uint8Array(300).fill(0xff)],
])('answers 400 to %s, and lives', async (_, body) => {
  const witness = await start()
  expect(await add(witness, body)).toMatchObject({ status: 400 })
  expect(await add(witness, log.body(0, 5))).toMatchObject({ status: 200 })
})

it('reads no more than it has to', async () => {
  const witness = await start()
  const endless = fetch(`${witness.url}/add-checkpoint`, {
    method: 'POST',
    body: 'x'.repeat(5_000_000),
  }).then(
    ({ status }) => status,
    () => 'cut off',
  )
  expect([413, 'cut off']).toContain(await endless)
  expect(await add(witness, log.body(0, 5))).toMatchObject({ status: 200 })
})

it('answers nothing else', async () => {
  const { url } = await start()
  expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405)
  expect((await fetch(`${url}/`)).status).toBe(404)
  expect((await fetch(`${url}/..%2f..%2fetc/passwd`)).status).toBe(404)
})

it('keeps its state through a restart, and shows it', async () => {
  const before = await start()
  expect((await monitored(before)).status).toBe(404)
  await add(before, log.body(0, 300))
  const shown = await (await monitored(before)).text()
  await before.stop()

  const after = await start({ file: before.state, isNew: false })
  expect(await (await monitored(after)).text()).toBe(shown)
  expect(openNote(shown, [log.key, after.key], verify).verified).toHaveLength(2)
  expect((await monitored(after, 'other.example/log')).status).toBe(404)
  expect(await add(after, rewritten.body(0, 300))).toMatchObject({ status: 409, text: '300\n' })
  expect(await add(after, rewritten.body(300, 300))).toMatchObject({ status: 409 })
  expect(await add(after, log.body(300, 301))).toMatchObject({ status: 200 })
})

it('cosigns one of many that would each follow the same state', async () => {
  const witness = await start()
  await add(witness, log.body(0, 10))
  const sizes = Array.from({ length: 30 }, (_, i) => 11 + i)
  const answers = await Promise.all(
    sizes.map((size) => add(witness, (size % 2 ? log : rewritten).body(10, size))),
  )
  const took = sizes.filter((_, i) => answers[i]!.status === 200)
  expect(took).toHaveLength(1)
  expect(took[0]! % 2).toBe(1)
  expect(witness.memory.known?.checkpoint.size).toBe(took[0])
})

it('answers nothing it could not write down', async () => {
  const witness = await start()
  await add(witness, log.body(0, 5))
  const kept = await readFile(witness.state, 'utf8')
  // The name of its draft is taken by a folder.
  await mkdir(`${witness.state}.new`)
  expect(await add(witness, log.body(5, 9))).toMatchObject({ status: 500 })
  expect(await readFile(witness.state, 'utf8')).toBe(kept)
  await rmdir(`${witness.state}.new`)
  expect(await add(witness, log.body(5, 9))).toMatchObject({ status: 200 })
})

it('leaves one small file behind', async () => {
  const witness = await start()
  await add(witness, log.body(0, 5))
  await add(witness, log.body(5, 600))
  expect(await readdir(dirname(witness.state))).toEqual(['checkpoint'])
  expect((await stat(witness.state)).size).toBeLessThan(1_000)
})
