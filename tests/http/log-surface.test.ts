import { expect, it } from 'vitest'

import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'

const asking = (headers: HeadersInit = {}) => new Request('https://kept.example/log/x', { headers })

it('answers whole, with its length and type, and says how long others may keep it', async () => {
  const bytes = Uint8Array.of(0, 1, 255)
  const tile = logAnswer(asking(), bytes, { type: 'bytes', keep: 'forever' })
  expect(Object.fromEntries(tile.headers)).toEqual({
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=604800, immutable',
    'content-length': '3',
  })
  expect(new Uint8Array(await tile.arrayBuffer())).toEqual(bytes)
  const note = logAnswer(asking(), '—', { type: 'text', keep: 'never', saveAs: 'a.txt' })
  expect(Object.fromEntries(note.headers)).toEqual({
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="a.txt"',
    'content-length': '3',
  })
})

it('answers 304 to who has what is kept for minutes, by whichever spelling of its tag', async () => {
  const say = (body: string, headers: HeadersInit = {}) =>
    logAnswer(asking(headers), body, { type: 'json', keep: 'minutes' })
  const etag = say('[]').headers.get('ETag') ?? ''
  expect(etag).toMatch(/^W\/"[\w-]{43}"$/)
  expect(say('{}').headers.get('ETag')).not.toBe(etag)
  for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const again = say('[]', { 'If-None-Match': known })
    expect([known, again.status, await again.text()]).toEqual([known, 304, ''])
    expect(again.headers.get('ETag')).toBe(etag)
    expect(again.headers.get('Cache-Control')).toBe('public, max-age=300')
  }
  expect(say('[1]', { 'If-None-Match': etag }).status).toBe(200)
  const tile = logAnswer(asking({ 'If-None-Match': '*' }), '', { type: 'bytes', keep: 'forever' })
  expect(tile.status).toBe(200)
})

it('has one spelling for each path', () => {
  expect(asksFor(asking(), '/log/x')).toBe(true)
  expect(asksFor(asking(), '/log/X')).toBe(false)
  expect(asksFor(new Request('https://kept.example/log/x?a=b'), '/log/x')).toBe(true)
})

it('lets nobody keep that there is nothing', () => {
  const { status, headers } = nothingInLog()
  expect([status, headers.get('Cache-Control')]).toEqual([404, 'no-store'])
})
