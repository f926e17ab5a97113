import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, it } from 'vitest'

import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'
import {
  apiLoader,
  nextPage,
  openData,
  pageAsked,
  problem,
  problemBody,
} from '#app/http/open-data.server.ts'

const asked = async (query: string) => {
  const page = pageAsked(`http://x/list?${query}`, {
    isKey: (text) => text.startsWith('k'),
    others: ['q'],
  })
  return page instanceof Response ? page.status : page
}

it('reads which page is asked for', async () => {
  expect(await asked('')).toEqual({ after: '', limit: 200 })
  expect(await asked('after=k7&limit=25')).toEqual({ after: 'k7', limit: 25 })
  expect(await asked('after=')).toEqual({ after: '', limit: 200 })
  for (const wrong of [
    'after=x',
    'limit=-1',
    'limit=007',
    'limit=1.5',
    'limit=201',
    'limit=a',
    'x=1',
  ])
    expect([wrong, await asked(wrong)]).toEqual([wrong, 400])
})

it('names the page that follows while this one is full', () => {
  expect(nextPage('/list', { after: '', limit: 2 }, ['a', 'b&'])).toEqual({
    next: '/list?after=b%26&limit=2',
  })
  expect(nextPage('/list', { after: '', limit: 3 }, ['a', 'b'])).toEqual({})
  expect(nextPage('/list', { after: '', limit: 3 }, [])).toEqual({})
})

it('says the format first', async () => {
  const answer = openData(new Request('http://x/list'), { log: 1, next: '/list?after=k' })
  expect(await answer.text()).toBe('{"format":"kept/1","log":1,"next":"/list?after=k"}')
  expect(answer.headers.get('Link')).toBe('</list?after=k>; rel="next"')
})

it('says so where it is known already', () => {
  const etag = openData(new Request('http://x'), { log: 1 }).headers.get('ETag') ?? ''
  const again = (known: string, log = 1) =>
    openData(new Request('http://x', { headers: { 'If-None-Match': known } }), { log }).status
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/)
  expect([again(etag), again(`"x", ${etag}`), again('*'), again('"x"'), again(etag, 2)]).toEqual([
    304, 304, 304, 200, 200,
  ])
})

it('says what goes wrong inside as a problem, and logs it', async () => {
  const logged: object[] = []
  const context = { requestId: 'r1', log: { error: (fields: object) => logged.push(fields) } }
  const tried = (error: unknown) =>
    apiLoader(() => Promise.reject(error))({
      request: new Request('http://x'),
      params: {},
      context,
    } as unknown as LoaderFunctionArgs)
  const failed = await tried(new Error('secret'))
  expect([failed.status, await failed.text()]).toEqual([
    500,
    JSON.stringify(problemBody(500, 'The request is known here as r1.')),
  ])
  const busy = await tried(new DatabaseUnavailable('busy', 5, undefined))
  expect([busy.status, busy.headers.get('Retry-After')]).toEqual([503, '5'])
  expect(logged).toHaveLength(2)
})

it('tells a problem as RFC 9457 does', async () => {
  expect(await problem(404, 'No such thing.').json()).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'No such thing.',
  })
})
