import type { IncomingMessage } from 'node:http'

import { expect, it } from 'vitest'

import { clientAddress, networkOf, proxiesAt, readForwarded } from '#app/http/client-address.ts'

const asked = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: {
      ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      forwarded: 'for=198.51.100.7',
      'x-real-ip': '198.51.100.7',
    },
  }) as unknown as IncomingMessage

it('is the address of the connection, whatever a header says', () => {
  expect(clientAddress(asked('203.0.113.5', '198.51.100.7'))).toBe('203.0.113.5')
  expect(clientAddress(asked(undefined))).toBeUndefined()
})

const through = (list: string[], remote: string, forwarded?: string) => {
  const req = asked(remote, forwarded)
  readForwarded(req, proxiesAt(list)!)
  return clientAddress(req)
}

it.each([
  ['a stranger says so', '203.0.113.5', '198.51.100.7', '203.0.113.5'],
  ['our proxy says so', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['our proxy is reached over IPv6', '::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['the client put a name before', '127.0.0.1', '192.0.2.66, 198.51.100.7', '198.51.100.7'],
  ['two proxies of ours', '127.0.0.1', '192.0.2.66, 198.51.100.7, 10.1.2.3', '198.51.100.7'],
  ['the client claims to be our proxy', '127.0.0.1', '192.0.2.66, 10.9.9.9', '192.0.2.66'],
  ['only proxies of ours', '127.0.0.1', '10.1.2.3', '10.1.2.3'],
  ['no header', '127.0.0.1', undefined, '127.0.0.1'],
  ['nonsense', '127.0.0.1', '198.51.100.7, unknown', '127.0.0.1'],
  ['an address in another notation', '127.0.0.1', '0x7f.1', '127.0.0.1'],
  ['an IPv6 client', '127.0.0.1', '2001:db8:1:2::9', '2001:db8:1:2::/64'],
])('where %s', (_, remote, forwarded, expected) => {
  expect(through(['127.0.0.1', '10.0.0.0/8'], remote, forwarded)).toBe(expected)
})

it('names proxies by addresses and networks only', () => {
  expect(proxiesAt(['fd00::/8', '::1'])!('fd12::1')).toBe(true)
  expect(proxiesAt([])!('127.0.0.1')).toBe(false)
  for (const wrong of ['proxy.example', '10.1', '10.0.0.0/33', '']) {
    expect(proxiesAt([wrong])).toBeUndefined()
  }
})

it('takes a household’s addresses as one', () => {
  const seen = {
    '203.0.113.5': '203.0.113.5',
    '::ffff:203.0.113.5': '203.0.113.5',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
    '2001:0DB8:0001:0002::1': '2001:db8:1:2::/64',
    '2001:db8::9': '2001:db8:0:0::/64',
    '::1': '::1',
    '0:0:0:0:0:0:0:1': '::1',
    '::2': '0:0:0:0::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
  }
  expect(Object.keys(seen).map(networkOf)).toEqual(Object.values(seen))
})
