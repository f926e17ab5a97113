import { expect, it } from 'vitest'

import { agentOf, browserOf } from '#app/domain/accounts/browser.ts'

const mozilla = (system: string, rest: string) => `Mozilla/5.0 (${system}) ${rest}`
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [mozilla('X11; Linux x86_64; rv:140.0', 'Gecko/20100101 Firefox/140.0'), 'Firefox', 'Linux'],
  [mozilla('Windows NT 10.0', `${webkit} Chrome/140.0 Safari/537.36`), 'Chrome', 'Windows'],
  [mozilla('Windows NT 10.0', `${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`), 'Edge', 'Windows'],
  [
    mozilla('Linux; Android 15', `${webkit} Chrome/140.0 Mobile Safari/537.36`),
    'Chrome',
    'Android',
  ],
  [
    mozilla('iPhone; CPU iPhone OS 18_0 like Mac OS X', 'Version/18.0 Safari/604.1'),
    'Safari',
    'iPhone',
  ],
  [mozilla('Macintosh; Intel Mac OS X 14_0', 'Version/18.0 Safari/605.1'), 'Safari', 'macOS'],
  ['curl/8.5.0', undefined, undefined],
  ['', undefined, undefined],
  [null, undefined, undefined],
])('%s is %s on %s', (agent, browser, system) => {
  expect(browserOf(agent)).toEqual({ ...(browser && { browser }), ...(system && { system }) })
})

it('keeps of what a browser says no more than a line that can be read', () => {
  expect(agentOf('a\r\nb\u0000\u202e<b>é')).toBe('ab<b>')
  expect(agentOf('x'.repeat(1_000))).toHaveLength(300)
})
