import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { expect, it } from 'vitest'

import {
  encoded,
  encodingFor,
  etagOf,
  isHeld,
} from '#app/http/public-cache/representation.server.ts'

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['*', 'br'],
  ['identity', 'identity'],
  ['br;q=0', 'identity'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.2, gzip; q=0.8', 'gzip'],
  ['gzip;q=0.5', 'gzip'],
  ['*;q=0', 'identity'],
  ['gzip;q=nonsense', 'identity'],
  ['identity;q=0.5, gzip;q=0.1', 'identity'],
  ['identity;q=0, *;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
])('whoever accepts %j is answered in %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
  expect(encodingFor(accepted)).toBe(encoding)
})

it('writes the same bytes in each encoding', async () => {
  const body = Buffer.from('Everything that was promised. '.repeat(100))
  expect(await encoded(body, 'identity', 6)).toBe(body)
  expect(gunzipSync(await encoded(body, 'gzip', 6))).toEqual(body)
  const small = await encoded(body, 'br', 6)
  expect(small.length).toBeLessThan(body.length / 10)
  expect(brotliDecompressSync(small)).toEqual(body)
})

it('names bytes, and the encoding they are in', () => {
  const etag = etagOf(Buffer.from('a'), 'br')
  expect(etag).toMatch(/^"[\w-]{27}-br"$/)
  expect(etagOf(Buffer.from('a'), 'br')).toBe(etag)
  expect(etagOf(Buffer.from('b'), 'br')).not.toBe(etag)
  expect(etagOf(Buffer.from('a'), 'gzip')).not.toBe(etag)
})

it.each([
  [undefined, false],
  ['"a-br"', true],
  ['W/"a-br"', true],
  ['"x", "a-br"', true],
  ['"x" ,W/"a-br" , "y"', true],
  ['*', true],
  ['"a-gzip"', false],
  ['a-br', false],
  ['w/"a-br"', false],
  ['', false],
])('whoever sends If-None-Match %j holds "a-br": %s', (header, held) => {
  expect(isHeld(header, '"a-br"')).toBe(held)
})
