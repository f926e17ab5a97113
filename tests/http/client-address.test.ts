import type { IncomingMessage } from 'node:http'

import { expect, it } from 'vitest'

import { clientAddress, networkOf } from '#app/http/client-address.ts'

it('is the address of the connection, whatever a header says', () => {
  const headers = { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=198.51.100.7' }
  const from = (remoteAddress?: string) =>
    clientAddress({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)
  expect(from('203.0.113.5')).toBe('203.0.113.5')
  expect(from()).toBeUndefined()
})

it('takes a household’s addresses as one', () => {
  const seen = {
    '203.0.113.5': '203.0.113.5',
    '::ffff:203.0.113.5': '203.0.113.5',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
    '2001:0DB8:0001:0002::1': '2001:db8:1:2::/64',
    '2001:db8::9': '2001:db8:0:0::/64',
    '::1': '0:0:0:0::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
  }
  expect(Object.keys(seen).map(networkOf)).toEqual(Object.values(seen))
})
