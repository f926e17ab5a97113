import { expect, it } from 'vitest'

import { nextPage, openData, pageAsked, problem } from '#app/http/open-data.server.ts'

const asked = async (query: string) => {
  const page = pageAsked(`http://x/list?${query}`, (text) => text.startsWith('k'))
  return page instanceof Response ? page.status : page
}

it('reads which page is asked for', async () => {
  expect(await asked('')).toEqual({ after: '', limit: 200 })
  expect(await asked('after=k7&limit=25')).toEqual({ after: 'k7', limit: 25 })
  expect(await asked('after=')).toEqual({ after: '', limit: 200 })
  for (const wrong of ['after=x', 'limit=-1', 'limit=007', 'limit=1.5', 'limit=201', 'limit=a'])
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
  expect(await openData({ log: 1 }).text()).toBe('{"format":"kept/1","log":1}')
})

it('tells a problem as RFC 9457 does', async () => {
  expect(await problem(404, 'No such thing.').json()).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'No such thing.',
  })
})
