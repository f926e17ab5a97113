import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, it } from 'vitest'

import { httpMirror } from '#app/adapters/mirror/http-mirror.server.ts'

let server: Server | undefined
afterEach(() => void server?.close())

/** Answers what it is given, by path, and 404 otherwise; notes what was asked. */
async function served(files: Record<string, string | number>) {
  const asked: string[] = []
  server = createServer((req, res) => {
    asked.push(req.url ?? '')
    const file = files[req.url ?? ''] ?? 404
    res.statusCode = typeof file === 'number' ? file : 200
    if (res.statusCode === 302) res.setHeader('Location', '/elsewhere')
    res.end(typeof file === 'number' ? 'a page' : file)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

it('asks for the log where the site or the log itself is named', async () => {
  const { address } = await served({ '/log/checkpoint': 'a note', '/copies/log/checkpoint': 'b' })
  for (const place of ['', '/', '/log', '/log/'])
    expect(await httpMirror(address + place).checkpoint()).toBe('a note')
  expect(await httpMirror(`${address}/copies`).checkpoint()).toBe('b')
})

it('takes a full bundle where a partial one is no longer served', async () => {
  const { address, asked } = await served({
    '/log/tile/entries/000.p/3': 'three',
    '/log/tile/entries/001': 'full',
    '/log/disclosures/7.json': '{"index":7}',
  })
  const mirror = httpMirror(address)
  expect(Buffer.from((await mirror.bundle(0, 3))!).toString()).toBe('three')
  expect(Buffer.from((await mirror.bundle(1, 9))!).toString()).toBe('full')
  expect(await mirror.bundle(2, 9)).toBeUndefined()
  expect(await mirror.openings(7)).toEqual({ index: 7 })
  expect(await mirror.bundleOpenings(0)).toBeUndefined()
  expect(asked).toContain('/log/tile/entries/001.p/9')
})

it('is led nowhere else', async () => {
  const { address } = await served({ '/log/checkpoint': 302, '/elsewhere': 'another note' })
  await expect(httpMirror(address).checkpoint()).rejects.toThrow('fetch failed')
})

it('does not take a failure for an absence', async () => {
  const { address } = await served({ '/log/checkpoint': 503 })
  await expect(httpMirror(address).checkpoint()).rejects.toThrow('/log/checkpoint answers 503')
})
