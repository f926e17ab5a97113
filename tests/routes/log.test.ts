import { beforeAll, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { openingsBetween } from '#app/db/read/log-openings.server.ts'
import { bundleOf } from '#app/db/read/log-tiles.server.ts'
import { openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { digestOf, openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'
import { parsePolicy } from '#app/domain/ledger/policy.ts'
import { verifyInclusion } from '#app/domain/ledger/proof.ts'
import { checkReceipt } from '#app/domain/ledger/receipt.ts'
import { COSIGNATURE_KEY, formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { readBundle } from '#app/domain/ledger/tile.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { serveLog, signLog } from '#tests/support/log-routes.ts'
import { growLog } from '#tests/support/long-log.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testLog, testSigner } from '#tests/support/signer.ts'
import { tampered } from '#tests/support/tampered.ts'
import { keyOf } from '#tests/support/witnessing.ts'
import { NOW, published, reported, type World } from '#tests/support/world.ts'

const { key } = testSigner()
let w: World
let served: Awaited<ReturnType<typeof serveLog>>
let size: number

beforeAll(async () => {
  w = (await worldWithSecrets()).w
  await reported(w, await published(w, {}, NOW), { now: NOW })
  size = (await signLog(w.db)).size
  // Done, but not signed yet.
  await published(w, {}, NOW)
  served = await serveLog(w.db)
})

const json = async (path: string) => (await served.ask(path)).json() as Promise<unknown>

it('says of each path what type it has and how long it may be kept, to any site', async () => {
  for (const [path, type, keep] of [
    ['/log/checkpoint', 'text/plain; charset=utf-8', 'no-store'],
    ['/log/log.vkey', 'text/plain; charset=utf-8', 'public, max-age=300'],
    ['/log/README', 'text/plain; charset=utf-8', 'public, max-age=300'],
    ['/log/disclosures/0.json', 'application/json; charset=utf-8', 'public, max-age=300'],
    ['/log/disclosures/bundle/0', 'application/json; charset=utf-8', 'public, max-age=300'],
    ['/log/proof/0', 'application/json; charset=utf-8', 'no-store'],
    ['/log/receipt/0', 'text/plain; charset=utf-8', 'no-store'],
  ] as const) {
    const answer = await served.ask(path, { headers: { Cookie: 'kept_session=whatever' } })
    expect([path, answer.status]).toEqual([path, 200])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'cache-control': keep,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(answer.headers.get('Vary') ?? '').not.toMatch(/cookie/i)
    expect(await answer.text()).not.toContain(SECRET)
    const posted = await served.ask(path, { method: 'POST' })
    expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(posted.headers.get('Content-Type')).toContain('text/plain')
    const asked = await served.ask(path, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('Access-Control-Allow-Headers')]).toEqual([
      204,
      'If-None-Match',
    ])
  }
})

it('signs its checkpoint with the key it names', async () => {
  const vkey = formatVerifierKey(key.name, key.type, key.publicKey)
  expect(await (await served.ask('/log/log.vkey')).text()).toBe(`${vkey}\n`)
  const note = await (await served.ask('/log/checkpoint')).text()
  expect(openCheckpoint(note, key, verify)).toMatchObject({ origin: key.name, size })
  expect(await (await served.ask('/log/README')).text()).toContain(vkey)
})

it('opens each digest of each entry it has signed, one by one and all at once', async () => {
  const leaves = readBundle((await bundleOf(w.db, 0, size))!)
  const all = (await json('/log/disclosures/bundle/0')) as { index: number; d: string[] }[]
  expect(all.map(({ index }) => index)).toEqual(leaves.map((_, index) => index))
  for (const [index, leaf] of leaves.entries()) {
    const one = (await json(`/log/disclosures/${index}.json`)) as (typeof all)[number]
    expect(one).toEqual(all[index])
    expect(one).toMatchObject({ index, withheld: [] })
    expect(one.d.map(digestOf).toSorted()).toEqual(readEntry(leaf).d)
  }
  const fields = all.flatMap(({ d }) => d.map((text) => openDisclosure(text).field))
  expect(fields).toContain('happened')
})

it('names what is withheld, and by which entry, without what it said', async () => {
  const log = await freshDatabase()
  await growLog(log, 300)
  await signLog(log)
  const db = await tampered(
    log,
    `INSERT INTO disclosures (idx, digest, disclosure, redaction) VALUES
      (299, 'open', 'WyI', NULL), (299, 'gone', NULL, 12), (299, 'lost', NULL, NULL)`,
  )
  const { ask } = await serveLog(db)
  const withheld = [{ digest: 'gone', redaction: 12 }]
  const told = { index: 299, d: ['WyI'], withheld }
  expect(await (await ask('/log/disclosures/299.json')).json()).toEqual(told)
  const bundle = (await (await ask('/log/disclosures/bundle/1')).json()) as unknown[]
  expect(bundle).toHaveLength(44)
  expect(bundle.at(-1)).toEqual(told)
  expect(await openingsBetween(db, 298, 300)).toEqual([{ index: 298, d: [], withheld: [] }, told])
})

it('answers 304 to who has the disclosures already', async () => {
  const first = await served.ask('/log/disclosures/1.json')
  const etag = first.headers.get('ETag') ?? ''
  const again = await served.ask('/log/disclosures/1.json', { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect(again.headers.get('Cache-Control')).toBe('public, max-age=300')
})

it('proves each entry, in JSON and as a receipt to save', async () => {
  const leaves = readBundle((await bundleOf(w.db, 0, size))!)
  for (const [index, leaf] of leaves.entries()) {
    const proof = (await json(`/log/proof/${index}`)) as {
      index: number
      size: number
      leafHash: string
      proof: string[]
      checkpoint: string
    }
    const { root } = openCheckpoint(proof.checkpoint, key, verify)
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
    expect(bytes(proof.leafHash)).toEqual(leafHash(leaf))
    const claim = { index, size, leafHash: leafHash(leaf), root, proof: proof.proof.map(bytes) }
    expect(verifyInclusion({ ...claim, index: proof.index, size: proof.size })).toBe(true)

    const answer = await served.ask(`/log/receipt/${index}`)
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="kept-entry-${index}.tlog-proof"`,
    )
    const receipt = await answer.text()
    expect(receipt).toMatch(new RegExp(`^c2sp.org/tlog-proof@v1\nindex ${index}\n`))
    expect(checkReceipt({ receipt, leaf, key, verify }).ok).toBe(true)
    const other = leaves[index === 0 ? 1 : 0]!
    expect(checkReceipt({ receipt, leaf: other, key, verify }).ok).toBe(false)
  }
})

it('has nothing beyond what it signed, and no second spelling of a number', async () => {
  for (const path of [
    ...['disclosures/bundle/1', 'disclosures/bundle/00', 'disclosures/bundle/', 'disclosures/0'],
    ...[`disclosures/${size}.json`, 'disclosures/00.json', 'disclosures/-1.json'],
    ...['disclosures/1e0.json', 'disclosures/0.JSON', 'disclosures/.json', 'disclosures'],
    ...['disclosures/0.json.json', 'disclosures/9999999999999999999.json'],
    ...[`proof/${size}`, 'proof/00', 'proof/+1', 'proof/', 'proof/0x0', 'proof/1.0', 'proof/one'],
    ...[`receipt/${size}`, 'receipt/01', 'receipt', 'receipt/0.tlog-proof'],
  ]) {
    const answer = await served.ask(`/log/${path}`)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(await answer.text()).toBe('Nothing in the log has this address.\n')
  }
})

it('has no checkpoint before the first is signed', async () => {
  const { ask } = await serveLog(await freshDatabase())
  for (const path of ['checkpoint', 'tile/0/000.p/1', 'proof/0', 'disclosures/bundle/0'])
    expect((await ask(`/log/${path}`)).status).toBe(404)
})

it('has a checkpoint of no entries once that is signed', async () => {
  const db = await freshDatabase()
  await signLog(db)
  const { ask } = await serveLog(db)
  const note = await (await ask('/log/checkpoint')).text()
  expect(openCheckpoint(note, key, verify).size).toBe(0)
  expect((await ask('/log/tile/0/000')).status).toBe(404)
})

it('serves the policy and the newest checkpoint that meets it, where witnesses are named', async () => {
  const witness = keyOf('w1.example', COSIGNATURE_KEY, 9).key
  const vkey = formatVerifierKey(witness.name, witness.type, witness.publicKey)
  const policy = parsePolicy(`witness W1 ${vkey} https://w1.example\nquorum W1\n`)
  const { ask, db } = await serveLog(await freshDatabase(), { publicLog: testLog({ policy }) })
  expect(await (await ask('/log/policy')).text()).toBe(
    `witness W1 ${vkey} https://w1.example\nquorum W1\n`,
  )
  await growLog(db, 3)
  await signLog(db)
  expect((await ask('/log/checkpoint.witnessed')).status).toBe(404)
  await db.$client.execute({
    sql: 'INSERT INTO log_cosignature VALUES (3, ?, ?, 0)',
    args: ['w1.example', '— w1.example QUJDREVG'],
  })
  await growLog(db, 5)
  await signLog(db)
  const witnessed = await ask('/log/checkpoint.witnessed')
  expect(witnessed.headers.get('Cache-Control')).toBe('no-store')
  const note = await witnessed.text()
  expect(openCheckpoint(note, key, verify).size).toBe(3)
  expect(note).toContain('\n— w1.example QUJDREVG\n')
})

it('sends a person who shortened an address to the page, in their language', async () => {
  const answer = await served.ask('/log', { headers: { 'Accept-Language': 'ar' } })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/ar/log'])
  expect(answer.headers.get('Vary')).toBe('Accept-Language')
})
