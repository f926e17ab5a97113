import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { closeDatabase, type Database } from '#app/db/client.server.ts'
import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { makeRegister } from '#scripts/bench/make-register.ts'
import { openScratch } from '#scripts/scratch/register.ts'
import type { Verdict } from '#scripts/verify/reading.ts'
import { isWhole } from '#scripts/verify/verdict.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { taped, told } from '#tests/support/taped-register.ts'
import { seeded } from '#tests/support/taped.ts'
import { serveRegister } from '#tests/support/whole-register.ts'
import { NOW } from '#tests/support/world.ts'

let folder: string
let db: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-verify-'))
  const size = { commitments: 80, organisations: 20, seed: 1 }
  await makeRegister(folder, { ...size, now: NOW, progress: () => {} })
  db = await openScratch(folder)
})
afterAll(async () => {
  closeDatabase(db)
  await rm(folder, { recursive: true, force: true })
})

/** A byte of one of the answers, chosen by lot, becomes another. */
function mutation(
  paths: readonly string[],
  bytesAt: (path: string) => Uint8Array,
  random: () => number,
) {
  const one = <thing>(all: ArrayLike<thing>) => Math.floor(random() * all.length)
  const path = paths[one(paths)] ?? ''
  const place = one(bytesAt(path))
  const other = 1 + Math.floor(random() * 255)
  return { path, place, other }
}

it('refuses every one of 200 changes of a single byte of what is served', async () => {
  const { tape, verdict, replay } = await taped(db, { pages: 0 })
  expect([told(verdict), (verdict.checkpoint?.size ?? 0) >= 300]).toEqual([[], true])
  const kinds = [
    /^\/log\/checkpoint$/,
    /^\/log\/tile\/\d/,
    /^\/log\/tile\/entries\//,
    /^\/log\/disclosures\//,
    /^\/api\//,
    /^\/log\/log\.vkey$/,
  ].map((kind) => [...tape.keys()].filter((path) => kind.test(path)))
  expect(kinds.map((paths) => paths.length)).toEqual([1, 3, 2, 2, 3, 1])

  const random = seeded(20_261_128)
  const accepted: object[] = []
  for (let n = 0; n < 200; n += 1) {
    const paths = kinds[n % kinds.length] ?? []
    const { path, place, other } = mutation(paths, (at) => tape.get(at)!.bytes, random)
    const isKey = path === '/log/log.vkey'
    const changed = await replay(
      (at, bytes) => (at === path ? bytes.with(place, (bytes[place]! + other) % 256) : bytes),
      isKey ? { vkey: undefined } : {},
    )
    if (isWhole(changed)) accepted.push({ n, path, place, other })
  }
  expect(accepted).toEqual([])
}, 240_000)

it('refuses what is cut short, and what is not there', async () => {
  const { tape, replay } = await taped(db, { pages: 0 })
  for (const path of tape.keys()) {
    const options = path === '/log/log.vkey' ? { vkey: undefined } : {}
    const short = await replay((at, bytes) => (at === path ? bytes.slice(0, -1) : bytes), options)
    // A key file without its last newline is the same key.
    expect([path, isWhole(short)]).toEqual([path, path === '/log/log.vkey'])
    const gone = await replay((at, bytes) => (at === path ? undefined : bytes), options)
    expect([path, isWhole(gone)]).toEqual([path, false])
  }
}, 60_000)

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', ...args])
  let [said, complained] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => void (said += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => void (complained += bytes.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said, complained }
}
/** As a server answers whose clock is everybody's. */
const live = { now: () => new Date() }
const { key } = testSigner()
const vkey = formatVerifierKey(key.name, key.type, key.publicKey)

it('is a program: words first, exit status 0 when whole and 1 when not', async () => {
  const full = await fullRecord()
  await turnTheDay({ db: full.db, now: new Date() })
  await signLog(full.db)
  const served = await serveRegister(full.db, live)
  const state = join(folder, 'state.json')
  const whole = await run(served.address, '--vkey', vkey, '--state', state, '--files', '0')
  expect([whole.code, whole.complained]).toEqual([0, ''])
  expect(whole.said).toMatch(/^The log is whole: 16 entries, signed by kept\.example\/log\.\n/)
  const again = await run(`${served.address}/log`, '--state', state, '--json', '--files', '0')
  const verdict = JSON.parse(again.said) as Verdict
  expect([again.code, verdict.trust, verdict.since?.size]).toEqual([0, 'remembered', 16])

  const copy = await tampered(full.db, "UPDATE commitments SET title = 'Other'")
  const { address } = await serveRegister(copy, live)
  const other = await run(address, '--vkey', vkey, '--pages', '0', '--files', '0')
  expect(other.code).toBe(1)
  expect(other.said).toContain('NOT WHOLE: 2 things are not as they should be.')
  expect(other.said).toContain('shown: Other')
}, 60_000)

it('gives no verdict where none can be given: exit status 2', async () => {
  const nobody = await run('http://127.0.0.1:9')
  expect([nobody.code, nobody.said]).toEqual([2, ''])
  expect(nobody.complained).toContain('Cannot ask the register: http://127.0.0.1:9/log/log.vkey')
  const broken = join(folder, 'broken.json')
  await writeFile(broken, '{}')
  const wrong = [[], ['kept.example'], ['http://a', '--vkey', 'x'], ['http://a', '--state', broken]]
  const answers = await Promise.all(wrong.map((args) => run(...args)))
  expect(answers.map(({ code, said }) => [code, said])).toEqual(wrong.map(() => [2, '']))
  const help = await run('--help')
  expect([help.code, help.said.startsWith('npm run verify -- URL')]).toEqual([0, true])
}, 60_000)
