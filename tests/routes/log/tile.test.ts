import { request } from 'node:http'

import { beforeAll, expect, it } from 'vitest'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { equal, hex } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { leafHash, nodeHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { inclusionProof, verifyConsistency, verifyInclusion } from '#app/domain/ledger/proof.ts'
import { parseVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { proveConsistency, proveInclusion, treeRoot } from '#app/domain/ledger/tile-tree.ts'
import {
  entriesPath,
  readBundle,
  readTile,
  TILE_WIDTH,
  tilePath,
  tilesOf,
  tileWidthAt,
} from '#app/domain/ledger/tile.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { serveLog, signLog } from '#tests/support/log-routes.ts'
import { growLog, leafAt } from '#tests/support/long-log.ts'
import { testSigner } from '#tests/support/signer.ts'

const SIGNED = 1_000
type Served = Awaited<ReturnType<typeof serveLog>>
let served: Served

beforeAll(async () => {
  const db = await freshDatabase()
  await growLog(db, 600)
  await signLog(db)
  await growLog(db, SIGNED)
  await signLog(db)
  // Appended and not signed yet: nobody may see it.
  await growLog(db, SIGNED + 30)
  served = await serveLog(db)
})

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
const tile = (place: string) => served.ask(`/log/tile/${place}`)

/** A path sent as it is: fetch would tidy it first. */
const raw = (path: string, method = 'GET'): Promise<{ status: number; headers: object }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.address)
    const asked = request({ hostname, port, path, method }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
    asked.on('error', reject)
    asked.end()
  })

/** A client of the log that knows its address and its key, and nothing else. */
async function clientOf({ ask }: Served) {
  const key = parseVerifierKey((await (await ask('/log/log.vkey')).text()).trimEnd())
  const checkpoint = async () =>
    openCheckpoint(await (await ask('/log/checkpoint')).text(), key, verify)
  /** Hashes out of the tiles of a log of `size`, each fetched once. */
  const hashesAt = (size: number) => {
    const tiles = new Map<string, Promise<Uint8Array[]>>()
    const fetched = (level: number, index: number) => {
      const path = tilePath({ level, index, width: tileWidthAt(size, level, index) })
      const known = tiles.get(path)
      if (known) return known
      const asked = ask(`/log/tile/${path}`).then(async (answer) => readTile(await bytesOf(answer)))
      tiles.set(path, asked)
      return asked
    }
    return async (level: number, start: number, end: number) => {
      const all: Uint8Array[] = []
      for (let at = start; at < end; at += 1) {
        const hashes = await fetched(level, Math.floor(at / TILE_WIDTH))
        all.push(hashes[at % TILE_WIDTH]!)
      }
      return all
    }
  }
  const entries = async (bundle: number, size: number) => {
    const width = tileWidthAt(size, 0, bundle)
    return readBundle(await bytesOf(await ask(`/log/tile/${entriesPath(bundle, width)}`)))
  }
  return { key, checkpoint, hashesAt, entries }
}

it('is verified by a client that has only its address and its key', async () => {
  const client = await clientOf(served)
  expect(client.key).toEqual(testSigner().key)
  const { size, root } = await client.checkpoint()
  expect(size).toBe(SIGNED)
  const hashes = client.hashesAt(size)
  expect(hex(await treeRoot(size, hashes))).toBe(hex(root))
  for (let bundle = 0; bundle * TILE_WIDTH < size; bundle += 1)
    for (const [place, leaf] of (await client.entries(bundle, size)).entries()) {
      const index = bundle * TILE_WIDTH + place
      expect(leaf).toEqual(leafAt(index))
      const proof = await proveInclusion(index, size, hashes)
      const claim = { index, size, leafHash: leafHash(leaf), root, proof }
      if (!verifyInclusion(claim)) throw new Error(`entry ${index} does not verify`)
      if (verifyInclusion({ ...claim, index: index ^ 1 })) throw new Error(`${index} anywhere`)
    }
})

it('extends what it signed before, as anybody with the old checkpoint can prove', async () => {
  const client = await clientOf(served)
  const { size, root } = await client.checkpoint()
  const oldRoot = rootOf(Array.from({ length: 600 }, (_, i) => leafHash(leafAt(i))))
  const proof = await proveConsistency(600, size, client.hashesAt(size))
  const claim = { oldSize: 600, newSize: size, oldRoot, newRoot: root, proof }
  expect(verifyConsistency(claim)).toBe(true)
  expect(verifyConsistency({ ...claim, oldRoot: root })).toBe(false)
})

it('serves each tile of the signed size as hashes, to be kept for ever', async () => {
  for (const { level, index, width } of tilesOf(SIGNED)) {
    const answer = await tile(tilePath({ level, index, width }))
    expect(answer.status).toBe(200)
    const bytes = await bytesOf(answer)
    expect(bytes).toHaveLength(width * 32)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(width * 32),
      'cache-control': 'public, max-age=604800, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
  }
  const above = readTile(await bytesOf(await tile('1/000.p/3')))
  const below = readTile(await bytesOf(await tile('0/002')))
  expect(equal(above[2]!, rootOf(below))).toBe(true)
  expect(equal(nodeHash(above[0]!, above[1]!), rootOf([above[0]!, above[1]!]))).toBe(true)
})

it('keeps serving every narrower tile of before', async () => {
  const full = await bytesOf(await tile('0/000'))
  for (const width of [1, 88, 255])
    expect(await bytesOf(await tile(`0/000.p/${width}`))).toEqual(full.slice(0, width * 32))
  const bundle = readBundle(await bytesOf(await tile('entries/002.p/88')))
  expect(bundle.map(hex)).toEqual(Array.from({ length: 88 }, (_, i) => hex(leafAt(512 + i))))
})

it.each([
  // Beyond what was signed, though the entries are there.
  ...['0/003.p/233', 'entries/003.p/233', '0/003', 'entries/003', '0/004.p/1', '1/000.p/4'],
  ...['1/000', '2/000.p/1', '63/000.p/1', '0/x999/x999/999', 'entries/x001/000.p/1'],
  // No widths, no levels.
  ...['0/000.p/0', 'entries/000.p/0', '0/000.p/256', '0/000.p/257', '0/000.p/-1', '64/000'],
  // Other spellings.
  ...['0/0', '0/1', '0/00', '0/0000', '00/000', '0/x000/000', '0/001.p/01', '0/001.P/1'],
  ...['0/000/', '0/000.p/', '0/000.p', '0//000', '/0/000', '', '0', 'entries', 'entries/1'],
  ...['Entries/000', '0/000.p/1/', '0/%30%30%30', '0%2F000', '0/000%20', '0/000.p/1.0', '0/x001'],
  ...['0/000.p/１', '+0/000', '0/+00', '0/000.p/+1', '../tile/0/000', './0/000', '0/000/../000'],
  ...['0/000;a=b', '0/000,', '0\\000', '0/000.json', '1e0/000', '0x0/000', 'entries/000.p/1e1'],
])('has no tile %s', async (place) => {
  const { status, headers } = await raw(encodeURI(`/log/tile/${place}`).replaceAll('%25', '%'))
  expect(status).toBe(404)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  })
  expect(headers).not.toHaveProperty('set-cookie')
})

it.each([
  ...['/LOG/tile/0/000', '/Log/checkpoint', '/%6Cog/checkpoint', '/log/%63heckpoint'],
  ...['/x/../log/checkpoint', '/./log/checkpoint', '/log/./checkpoint', '/log/checkpoint/'],
  ...['/log//checkpoint', '/log/Checkpoint', '/log/', '/log/readme', '/log/README/'],
  ...['/log/LOG.VKEY', '/log/nothing', '/log/tile', '/log/policy', '/log/checkpoint.witnessed'],
])('has nothing at %s', async (path) => {
  const { status, headers } = await raw(path)
  expect([path, status]).toEqual([path, 404])
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' })
})

it('looks at no query, and answers HEAD with the same head', async () => {
  for (const path of ['/log/checkpoint', '/log/tile/0/000', '/log/tile/entries/003.p/232']) {
    const plain = await raw(path)
    const asked = await raw(`${path}?v=1`)
    const head = await raw(path, 'HEAD')
    const told = ({ status, headers }: typeof plain) => {
      const { 'x-request-id': _, date: __, ...rest } = headers as Record<string, unknown>
      return { status, ...rest }
    }
    expect(told(plain)).toMatchObject({ status: 200, 'content-length': expect.any(String) })
    expect(told(asked)).toEqual(told(plain))
    expect(told(head)).toEqual(told(plain))
  }
})

it('proves what the leaves prove', async () => {
  const leaves = Array.from({ length: SIGNED }, (_, i) => leafHash(leafAt(i)))
  const { proof } = (await (await served.ask('/log/proof/777')).json()) as { proof: string[] }
  expect(proof).toEqual(
    inclusionProof(leaves, 777).map((one) => Buffer.from(one).toString('base64')),
  )
})
